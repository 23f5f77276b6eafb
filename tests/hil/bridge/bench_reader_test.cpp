// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/bench_reader.h"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <functional>

#include "hil/bridge/challenge.h"
#include "hil/bridge/paced_reader.h"
#include "models/reader/rf_field.h"
#include "sim/kernel/kernel_time.h"

// A bench reader under a process of the kernel, over a reader that answers as it is told.
namespace hil
{
namespace
{

using namespace fw::literals;

class Told final : public Reader
{
public:
    std::deque<ReaderStatus> selections, exchanges;
    fw::Nanos takes = 5_ms;
    int calls = 0;

    Selection select(fw::RfSet, std::uint16_t, fw::Nanos) override
    {
        Selection selection;
        selection.status = next(selections);
        selection.target.idm.bytes = {1, 2, 3, 4, 5, 6, 7, 8};
        selection.time = {takes, takes};
        return selection;
    }
    Exchange exchange(fw::Bytes, fw::MutBytes, fw::Nanos) override
    {
        return {next(exchanges), 2, {takes, takes}};
    }
    void release() override {}
    LinkTime link_time() override { return {10, 1_ms, 1_ms, 2_ms}; }
    std::string name() const override { return "told"; }

private:
    ReaderStatus next(std::deque<ReaderStatus>& list)
    {
        ++calls;
        if (list.empty()) return ReaderStatus::ok;
        const ReaderStatus status = list.front();
        list.pop_front();
        return status;
    }
};

struct NoHand final : CardHand {
    std::optional<std::string> hold(const HeldCards&) override { return why; }
    std::optional<std::string> follow(fw::Bytes, const Exchange&, fw::Bytes) override
    {
        return std::nullopt;
    }
    std::optional<std::string> take_away() override
    {
        ++taken;
        return std::nullopt;
    }
    bool worked() const override { return false; }
    std::optional<std::string> why;
    int taken = 0;
};

struct Process : sc_core::sc_module {
    Process(const sc_core::sc_module_name& name, std::function<void()> act)
        : sc_module(name), acts(std::move(act))
    {
        SC_HAS_PROCESS(Process);
        SC_THREAD(play);
    }
    void play() { acts(); }
    std::function<void()> acts;
};

struct UnderTest {
    Told told;
    NoHand hand;
    model::RfField field{sim::ReaderParameters{}, sim::RngStream(1, "field")};
    BenchReader reader{{told, hand, field, sim::RngStream(1, "bench")}};
    std::array<std::uint8_t, 4> command{4, 0x16, 0, 0};
    std::array<std::uint8_t, 255> answer{};
    fw::Nanos local{};

    UnderTest() { sim::set_kernel_resolution(); }
    fw::Found poll() { return reader.poll(fw::RfSet::felica_212, 3, 40_ms, local); }
    fw::RfReply ask() { return reader.transceive(command, answer, 10_ms, local); }
};

void play(std::function<void()> acts)
{
    Process process("process", std::move(acts));
    sc_core::sc_start();
}

TEST(BenchReader, LooksUntilACardComesAndChargesEveryLook)
{
    UnderTest t;
    t.told.selections = {ReaderStatus::no_card, ReaderStatus::no_card, ReaderStatus::ok};
    play([&] {
        t.local = 100_ms;
        t.reader.begin({}, 1);
        const fw::Found found = t.poll();
        EXPECT_EQ(found.status, fw::RfStatus::ok);
        EXPECT_EQ(found.count, 1);
        EXPECT_EQ(found.idm[0].bytes[7], 8);
        EXPECT_EQ(t.local, 115_ms);
        EXPECT_EQ(sim::kernel_now(), 115_ms);
    });
}

TEST(BenchReader, GivesUpLookingAtTheDeadline)
{
    UnderTest t;
    t.told.selections.assign(100, ReaderStatus::no_card);
    play([&] {
        t.reader.begin({}, 1);
        EXPECT_EQ(t.poll().status, fw::RfStatus::no_card);
        EXPECT_EQ(t.local, 40_ms);
        EXPECT_FALSE(t.reader.trouble().has_value());
    });
}

TEST(BenchReader, TakesASilentCardForOrdinaryLife)
{
    UnderTest t;
    t.told.exchanges = {ReaderStatus::timeout, ReaderStatus::ok};
    play([&] {
        t.reader.begin({}, 1);
        static_cast<void>(t.poll());
        EXPECT_EQ(t.ask().status, fw::RfStatus::timeout);
        EXPECT_EQ(t.ask().status, fw::RfStatus::ok);
        EXPECT_FALSE(t.reader.trouble().has_value());
    });
}

TEST(BenchReader, FailsItsTapAndLeavesTheNextOnesToTheSimulatedField)
{
    UnderTest t;
    t.told.exchanges = {ReaderStatus::garbled};
    play([&] {
        t.reader.begin({}, 1);
        static_cast<void>(t.poll());
        EXPECT_EQ(t.ask().status, fw::RfStatus::reader_fault);
        const int calls = t.told.calls;
        EXPECT_EQ(t.ask().status, fw::RfStatus::reader_fault);
        t.reader.release(t.local);
        EXPECT_EQ(t.hand.taken, 1);
        t.reader.begin({}, 2);
        EXPECT_EQ(t.poll().status, fw::RfStatus::no_card);  // the simulated field is empty
        EXPECT_EQ(t.told.calls, calls);
    });
    ASSERT_TRUE(t.reader.trouble().has_value());
    EXPECT_TRUE(t.reader.trouble()->bench);
    EXPECT_EQ(t.reader.trouble()->text, "told: frames between host and reader were damaged");
}

TEST(BenchReader, ProvesNothingWhenATapeDiffersOrNoCardIsPlaced)
{
    UnderTest t;
    t.hand.why = "the card was not placed in time";
    play([&] {
        t.reader.begin({}, 1);
        EXPECT_EQ(t.poll().status, fw::RfStatus::reader_fault);
        t.reader.release(t.local);
    });
    ASSERT_TRUE(t.reader.trouble().has_value());
    EXPECT_FALSE(t.reader.trouble()->bench);
    EXPECT_EQ(t.reader.trouble()->text, "told: the card was not placed in time");
    EXPECT_EQ(t.hand.taken, 1);
}

TEST(HopTimes, TakesTheLinksShareFromTheDevicesTime)
{
    const Spread device = spread_of({7_ms, 5_ms, 6_ms});
    const Spread card = less_link(device, {10, 1_ms, 1_ms, 2_ms});

    EXPECT_EQ(card.samples, 3);
    EXPECT_EQ(card.median, 5_ms);
    EXPECT_EQ(card.low, 3_ms);
    EXPECT_LE(card.median, card.high);
}

TEST(Challenge, TellsTheEntropyThatACardAnswersWith)
{
    for (const std::uint64_t x : {0ULL, 1ULL, 0xFFFF'FFFF'FFFF'FFFFULL, 0x0123'4567'89AB'CDEFULL})
        EXPECT_EQ(unmix64(sim::mix64(x)), x);
}

}  // namespace
}  // namespace hil
