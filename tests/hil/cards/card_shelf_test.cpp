// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_shelf.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/app/transit_state_file.h"
#include "sim/scenario/scenario_error.h"
#include "tests/models/card/rf_desk.h"
#include "tests/models/card/secure_reader.h"

namespace app
{
namespace
{

namespace fs = std::filesystem;
constexpr char shipped[] = TAPBENCH_SOURCE_DIR "/scenarios/card/transit.yaml";
constexpr fw::RfSet f212 = fw::RfSet::felica_212;

std::string content(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

struct Shelf : testing::Test {
    Shelf()
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::temp_directory_path() /
                 (std::string("tapbench_shelf_") + test->name() + std::to_string(::getpid()));
        fs::create_directories(folder);
    }
    ~Shelf() override { fs::remove_all(folder); }

    // The yen left after paying by card, as the card says; -1 when it did not take the debit.
    int pay(model::RfCard& card, int yen, std::uint32_t execution)
    {
        const sim::CardFile file = sim::load_card(shipped);
        model::SecureReader at({.number = static_cast<std::uint64_t>(file.transit->number)});
        const auto say = [&](fw::Bytes packet) {
            return ask(card, f212, model::Frame(packet.begin(), packet.end()));
        };
        card.power_off();
        const auto first = say(at.made(
            at.sam.auth1(at.card.idm, {fw::nodes::areas, fw::nodes::debit_services}, at.buffer)));
        const auto second = say(at.made(at.sam.auth2(first, at.buffer)));
        if (!at.sam.open_session(second)) return -1;
        const std::vector<fw::felica::BlockRef> purse{{0, 0, 0}};
        say(at.sealed_write(purse, model::decrement(yen, execution)));
        const auto read = at.opened(say(at.sealed_read(purse)));
        return read.size() < 18 ? -1 : static_cast<int>(fw::get_le32(&read[2]));
    }
    ShelfCard taken()
    {
        return take_card(sim::load_card(shipped),
                         {.state = folder.string(), .trouble = [this](const std::string& line) {
                              troubles.push_back(line);
                          }});
    }
    bool refuses_memory(const std::string& file, const std::string& text)
    {
        std::ofstream(file, std::ios::trunc) << text;
        try {
            taken();
        } catch (const sim::ScenarioError&) {
            return true;
        }
        return false;
    }

    fs::path folder;
    std::vector<std::string> troubles;
};

TEST_F(Shelf, IssuesTheShippedCardWithAFullHistory)
{
    const sim::CardFile file = sim::load_card(shipped);
    ASSERT_TRUE(file.transit);
    ASSERT_EQ(file.transit->history.size(), sim::TransitFile::history_rows);
    const model::TransitCard card = transit_card_of(*file.transit);
    EXPECT_EQ(card.purse().value, file.transit->balance);
    EXPECT_EQ(card.attribute().balance, file.transit->balance);
    EXPECT_EQ(card.attribute().transaction, 57);
    for (std::size_t age = 0; age < sim::TransitFile::history_rows; ++age) {
        EXPECT_EQ(card.history(age).balance, file.transit->history[age].balance);
        EXPECT_NE(card.history(age).date, 0);
    }
    EXPECT_EQ(card.history(0).date, fw::pack_date(2026, 3, 31));
    EXPECT_EQ(card.history(6).process, fw::history::bus_charge);
}

TEST_F(Shelf, RemembersADebitBeforeTheCardAnswers)
{
    ASSERT_EQ(pay(*taken().air, 240, 1), 3000);
    EXPECT_EQ(pay(*taken().air, 100, 2), 2900);  // another day, the same card
    EXPECT_TRUE(troubles.empty());
    const ShelfCard forgetful = take_card(sim::load_card(shipped), {});
    EXPECT_EQ(pay(*forgetful.air, 240, 3), 3000);
}

TEST_F(Shelf, TellsWhenACardCannotRememberAndGoesOn)
{
    const ShelfCard card = taken();
    fs::remove_all(folder);
    EXPECT_EQ(pay(*card.air, 240, 1), 3000);
    ASSERT_EQ(troubles.size(), 1u);
    EXPECT_NE(troubles[0].find("cannot be written"), std::string::npos);
}

TEST_F(Shelf, KeepsNoCardNumberInItsMemory)
{
    pay(*taken().air, 240, 1);
    const std::string text = content(transit_state_file(folder.string(), shipped));
    EXPECT_EQ(text.find("0fbe"), std::string::npos);
    EXPECT_TRUE(text.starts_with("card "));
}

TEST_F(Shelf, RefusesAMemoryThatIsDamagedOrAnotherCards)
{
    const std::string file = transit_state_file(folder.string(), shipped);
    pay(*taken().air, 240, 1);
    const std::string good = content(file);
    const auto refused = [&](const std::string& text) { return refuses_memory(file, text); };
    EXPECT_FALSE(refused(good));
    EXPECT_TRUE(refused(""));
    EXPECT_TRUE(refused(good + "\n"));
    for (std::size_t size = 0; size < good.size(); size += 7)
        EXPECT_TRUE(refused(good.substr(0, size))) << size;
    for (const char* word : {"card ", "newest ", "block "}) {
        std::string text = good;
        text[text.find(word) + std::string(word).size()] = 'z';
        EXPECT_TRUE(refused(text)) << word;
    }
    std::string far = good;
    far.replace(far.find("newest 00"), 9, "newest 14");  // the ring has 20 places
    EXPECT_TRUE(refused(far));
    std::string other = good;
    other[5] = other[5] == '0' ? '1' : '0';
    EXPECT_TRUE(refused(other));
}

}  // namespace
}  // namespace app
