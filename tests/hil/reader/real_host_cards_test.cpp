// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "models/card/type_a_card.h"
#include "models/card/type_b_card.h"
#include "tests/hil/reader/desk.h"

// Several readers, and cards of the other technologies, through the real host.
namespace hil
{
namespace
{

// Of calls, for people who read the test's output.
struct Times {
    std::vector<std::int64_t> select, read, way;

    void add(const CallTime& selection, const CallTime& exchange)
    {
        select.push_back(selection.total.count);
        read.push_back(exchange.total.count);
        way.push_back((exchange.total - exchange.device).count);
    }
    static double at(std::vector<std::int64_t>& list, std::size_t percent)
    {
        std::sort(list.begin(), list.end());
        return static_cast<double>(list[(list.size() - 1) * percent / 100]) * 1e-6;
    }
    void print()
    {
        std::printf(
            "    select %.3f ms (p99 %.3f), read %.3f ms (p99 %.3f), of it to the host and "
            "back %.3f ms\n",
            at(select, 50), at(select, 99), at(read, 50), at(read, 99), at(way, 50));
    }
};

TEST(RealHost, ServesFourReadersAtOnce)
{
    constexpr int taps = 500;
    std::array<Desk, 4> desks;
    std::array<int, 4> good{};
    std::array<Times, 4> times;
    std::vector<std::jthread> gates;
    for (std::size_t i = 0; i < desks.size(); ++i)
        gates.emplace_back([&, i] {
            ReaderProcess reader(desks[i].config());
            for (int tap = 0; tap < taps; ++tap) {
                const Selection found = desks[i].select(reader);
                const Exchange read = desks[i].read(reader, found.target.idm);
                if (found.status == ReaderStatus::ok && read.status == ReaderStatus::ok) ++good[i];
                times[i].add(found.time, read.time);
            }
        });
    gates.clear();
    EXPECT_EQ(good, (std::array<int, 4>{taps, taps, taps, taps}));
    for (Times& one : times) one.print();
}

// A chip that answers every command with 256 bytes and success.
struct Chip final : model::ApduCard {
    std::vector<std::uint8_t> heard;

    void power_off() override {}
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos&) override
    {
        heard.assign(command.begin(), command.end());
        std::fill_n(answer.begin(), 256, std::uint8_t{0x5A});
        answer[256] = 0x90;
        answer[257] = 0x00;
        return longest_answer;
    }
};

struct SmartCardDesk : Desk {
    static constexpr std::array<std::uint8_t, 5> command{0x00, 0xB0, 0x00, 0x00, 0x00};

    Chip chip;
    ReaderProcess reader{config()};
    std::array<std::uint8_t, Reader::longest_answer> apdu{};

    Exchange transmit() { return reader.exchange(command, apdu, 1_s); }
};

void expect_whole_apdus(SmartCardDesk& desk, fw::RfSet tech, std::shared_ptr<model::RfCard> card)
{
    desk.field.present(card);
    const Selection found = desk.reader.select(tech, 0, Desk::patience);
    ASSERT_EQ(found.status, ReaderStatus::ok) << desk.reader.problem();
    EXPECT_GE(found.target.answer_size, 7);
    const Exchange read = desk.transmit();
    ASSERT_EQ(read.status, ReaderStatus::ok) << desk.reader.problem();
    EXPECT_TRUE(std::equal(desk.chip.heard.begin(), desk.chip.heard.end(), desk.command.begin()));
    EXPECT_EQ(read.size, model::ApduCard::longest_answer);
    EXPECT_EQ(desk.apdu[256], 0x90);

    EXPECT_EQ(desk.select(desk.reader).status, ReaderStatus::ok) << "FeliCa in between";
    EXPECT_EQ(desk.reader.select(tech, 0, Desk::patience).status, ReaderStatus::ok);
    EXPECT_EQ(desk.transmit().status, ReaderStatus::ok);
    desk.field.remove(card.get());
    EXPECT_EQ(desk.transmit().status, ReaderStatus::timeout);
    desk.reader.release();
    EXPECT_TRUE(desk.reader.is_healthy());
}

TEST(RealHost, ExchangesWholeApdusWithTypeB)
{
    SmartCardDesk desk;
    expect_whole_apdus(desk, fw::RfSet::type_b,
                       std::make_shared<model::TypeBCard>(desk.chip, model::TypeBIdentity{},
                                                          sim::RngStream(1, "type b")));
}

TEST(RealHost, ExchangesWholeApdusWithTypeA)
{
    SmartCardDesk desk;
    expect_whole_apdus(desk, fw::RfSet::type_a,
                       std::make_shared<model::TypeACard>(&desk.chip, model::TypeAIdentity{},
                                                          sim::RngStream(1, "type a")));
}

}  // namespace
}  // namespace hil
