// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>

#include "firmware/farebox/lite_s_session.h"
#include "models/bus/nvram_array.h"
#include "models/card/card_image.h"
#include "models/card/lite_s_card.h"
#include "models/reader/sam.h"

// Someone sits between fare box and FeliCa Lite-S card. What the box believes must be proven.
namespace
{

using fw::CardResult;
using fw::felica::read_plain;
using fw::felica::write_plain;

struct Quiet final : fw::Uplink, fw::Clock, fw::Panel {
    void enqueue(std::uint32_t, std::uint32_t) override {}
    fw::Acknowledgement take_ack() override { return {}; }
    fw::AttributeAnswer ask(const fw::AttributeQuery&, fw::Nanos) override { return {}; }
    fw::Nanos now() override { return {}; }
    void computed_decision() override {}
    void show(fw::Signal, fw::Yen, fw::Yen) override {}
    fw::DriverKeys keys() override { return {}; }
};

class Middleman final : public fw::Pcd
{
public:
    model::TransitCard card =
        model::issue_card({.number = 1, .balance = {500}, .system = fw::CardSystem::lite_s});
    // May change an answer, or make one up for a command that then never reaches the card.
    std::function<void(fw::Bytes command, fw::MutBytes answer)> tampers = [](auto, auto) {};
    std::function<bool(fw::Bytes command)> swallows = [](auto) { return false; };
    int writes = 0;

    fw::Found poll(fw::RfSet, std::uint16_t, fw::Nanos) override { return {}; }
    fw::RfReply transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos) override
    {
        if (cmd[1] == write_plain && !fw::lite_s::opens_session(cmd)) ++writes;
        if (swallows(cmd)) {
            rsp[0] = 12, rsp[1] = 9, rsp[10] = rsp[11] = 0;
            std::copy(card.idm.bytes.begin(), card.idm.bytes.end(), rsp.begin() + 2);
            return {fw::RfStatus::ok, 12};
        }
        const std::size_t size = model::respond(card, state_, profile_, cmd, rsp);
        if (size != 0) tampers(cmd, rsp.first(size));
        return {size == 0 ? fw::RfStatus::timeout : fw::RfStatus::ok, size};
    }
    void release() override {}

private:
    model::CardSession state_;
    model::CardProfile profile_ = model::lite_s_profile({});
};

class LiteSProof : public testing::Test
{
protected:
    CardResult debit()
    {
        if (const CardResult result = session.open(); result != CardResult::ok) return result;
        if (const CardResult result = session.read(); result != CardResult::ok) return result;
        fw::lite_s_purse::Record next = session.newest();
        next.balance -= {200};
        next.execution = {7};
        return session.write(next);
    }
    fw::Yen left() const { return middle.card.purse().value; }

    Middleman middle;
    Quiet quiet;
    model::SamModel sam{std::make_shared<const model::StandInCipher>(), 1};
    model::NvramArray nvram{4};
    fw::FareBoxPolicy policy;
    fw::FareBoxPorts ports{middle, sam, quiet, quiet, quiet, nvram};
    fw::CardLink link{ports, policy, middle.card.idm, {}};
    fw::LiteSSession session{link};
};

TEST_F(LiteSProof, HoldsForAnHonestCard)
{
    EXPECT_EQ(debit(), CardResult::ok);
    EXPECT_EQ(left().count, 300);
    EXPECT_EQ(middle.writes, 1);
}

TEST_F(LiteSProof, FailsForARaisedBalance)
{
    middle.tampers = [](fw::Bytes command, fw::MutBytes answer) {
        if (command[1] == read_plain && command[13] == 4) answer[15] ^= 0x40;  // the ring's
    };
    EXPECT_EQ(debit(), CardResult::refused);
    EXPECT_EQ(left().count, 500);
}

TEST_F(LiteSProof, FailsForAWriteThatOnlySeemsDone)
{
    middle.swallows = [](fw::Bytes command) {
        return command[1] == write_plain && !fw::lite_s::opens_session(command);
    };
    EXPECT_EQ(debit(), CardResult::refused);
    EXPECT_EQ(left().count, 500);
    EXPECT_EQ(middle.writes, 1 + policy.retries);
}

TEST_F(LiteSProof, StaysOpenWhenTheReadBackIsForged)
{
    middle.tampers = [this](fw::Bytes command, fw::MutBytes answer) {
        if (command[1] == read_plain && middle.writes > 0) answer.back() ^= 1, answer[20] ^= 1;
    };
    EXPECT_EQ(debit(), CardResult::lost);  // done or not: the box cannot know
    EXPECT_EQ(left().count, 300);
}

TEST_F(LiteSProof, HoldsWhenTheAnswerToAWriteTellsOfAnError)
{
    middle.tampers = [](fw::Bytes command, fw::MutBytes answer) {
        if (command[1] == write_plain && !fw::lite_s::opens_session(command))
            answer[10] = 0xFF, answer[11] = 0x71;  // the memory wears out: a warning
    };
    EXPECT_EQ(debit(), CardResult::ok);
    EXPECT_EQ(left().count, 300);
    EXPECT_EQ(middle.writes, 1);
}

}  // namespace
