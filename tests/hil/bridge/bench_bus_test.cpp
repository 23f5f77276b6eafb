// SPDX-License-Identifier: Apache-2.0
#include "tests/hil/bridge/bench_bus.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <set>
#include <thread>

// One door of a simulated bus is real. The front door is where riders alight and pay 150 yen.
namespace hil
{
namespace
{

using namespace fw::literals;
using namespace fw::felica;
using sim::AccountKind;

constexpr std::uint32_t riders = 6;

void board_everyone(BenchBus& bench)
{
    for (std::uint32_t i = 0; i < riders; ++i) bench.day.by_card(0, 1);
}

std::set<fw::TapKey> tapped(const BenchBus& bench)
{
    std::set<fw::TapKey> keys;
    for (const sim::TapRow& tap : bench.day.rows.taps) keys.insert(tap.event.key);
    return keys;
}

std::set<fw::TapKey> delivered(const BenchBus& bench)
{
    std::set<fw::TapKey> keys;
    for (const sim::CloudRow& row : bench.day.rows.cloud) keys.insert(row.key);
    return keys;
}

void expect_everyone_charged_once(const BenchBus& bench)
{
    for (std::uint32_t rider = 0; rider < riders; ++rider) {
        EXPECT_EQ(bench.day.purse_after(rider), 850_yen) << "rider " << rider;
        EXPECT_EQ(bench.day.rows.balance(AccountKind::card, rider), -150_yen) << "rider " << rider;
    }
    EXPECT_EQ(bench.day.rows.balance(AccountKind::suspense), 0_yen);
    EXPECT_EQ(tapped(bench), delivered(bench));
    EXPECT_EQ(tapped(bench).size(), bench.day.rows.taps.size());
}

void expect_the_bench_failed(const BenchBus& bench)
{
    ASSERT_TRUE(bench.reader->trouble().has_value());
    EXPECT_TRUE(bench.reader->trouble()->bench);
    EXPECT_NE(bench.reader->trouble()->text.find("fare_box/bus-1/front"), std::string::npos)
        << bench.reader->trouble()->text;
}

// Runs the day while something happens to the reader after the first rider's read: his write is
// next.
void run_with(BenchBus& bench, std::function<void()> what)
{
    board_everyone(bench);
    bench.hand.after_code = read_secure;
    bench.hand.meddle = std::move(what);
    bench.day.run();
}

bool was_torn_and_healed(const BenchBus& bench, fw::TapVerdict healed)
{
    const auto& taps = bench.day.rows.taps;
    return std::any_of(taps.begin(), taps.end(),
                       [&](const auto& tap) { return tap.event.verdict == healed; });
}

TEST(BenchBus, ServesEveryRiderThroughTheRealReader)
{
    BenchBus bench;
    board_everyone(bench);

    bench.day.run();

    EXPECT_FALSE(bench.reader->trouble().has_value()) << bench.reader->trouble()->text;
    expect_everyone_charged_once(bench);
    EXPECT_EQ(bench.reader->times().select.size(), riders);
}

TEST(BenchBus, ChargesNobodyTwiceWhenTheReaderIsUnpluggedBeforeAWrite)
{
    BenchBus bench;

    run_with(bench, [&] { bench.server.unplug(); });

    expect_the_bench_failed(bench);
    expect_everyone_charged_once(bench);
}

TEST(BenchBus, RecoversADebitThatWasDoneWhenTheReaderWasUnpluggedInTheMiddleOfTheWrite)
{
    BenchBus bench;
    std::jthread plug;

    run_with(bench, [&] {
        plug = std::jthread([&](const std::stop_token& stop) {
            while (!bench.hand.worked() && !stop.stop_requested()) std::this_thread::yield();
            bench.server.unplug();
        });
    });

    expect_the_bench_failed(bench);
    expect_everyone_charged_once(bench);
    EXPECT_TRUE(was_torn_and_healed(bench, fw::TapVerdict::recovered));
}

TEST(BenchBus, NamesAMutedReaderAndServesTheRidersWithoutIt)
{
    BenchBus bench;

    run_with(bench, [&] { bench.server.set_fault(ReaderFault::mute); });

    expect_the_bench_failed(bench);
    expect_everyone_charged_once(bench);
}

TEST(BenchBus, NamesAReaderWhoseFramesAreGarbled)
{
    BenchBus bench;

    run_with(bench, [&] { bench.server.set_fault(ReaderFault::garbled); });

    expect_the_bench_failed(bench);
    expect_everyone_charged_once(bench);
}

TEST(BenchBus, NamesAReaderWhoseProcessWasKilled)
{
    BenchBus bench;

    run_with(bench, [&] { ASSERT_EQ(kill(bench.process.process(), SIGKILL), 0); });

    expect_the_bench_failed(bench);
    expect_everyone_charged_once(bench);
}

TEST(BenchBus, TakesACardThatLeavesInTheMiddleOfAWriteForTheRidersDoing)
{
    BenchBus bench;
    board_everyone(bench);
    bench.day.fault(sim::FaultKind::card_torn, 0_s, 86400_s).step = sim::TearStep::write_answer;

    bench.day.run();

    EXPECT_FALSE(bench.reader->trouble().has_value()) << bench.reader->trouble()->text;
    EXPECT_TRUE(was_torn_and_healed(bench, fw::TapVerdict::recovered));
    expect_everyone_charged_once(bench);
}

}  // namespace
}  // namespace hil
