// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/pacer.h"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include "sim/kernel/async_gate.h"
#include "sim/kernel/kernel_time.h"

namespace
{

using namespace fw::literals;

// A wall clock that moves only when somebody rests on it, or by hand.
class HandClock final : public sim::WallClock
{
public:
    fw::Nanos now() override { return time; }
    void rest(fw::Nanos until) override
    {
        if (on_rest) on_rest();
        time = std::max(time, until);
    }
    void wake() override {}

    fw::Nanos time = 1000_s;
    std::function<void()> on_rest;
};

// Does what it is told, as a process of the kernel.
struct Actor : sc_core::sc_module {
    Actor(const sc_core::sc_module_name& name, std::function<void()> act)
        : sc_module(name), acts(std::move(act))
    {
        SC_HAS_PROCESS(Actor);
        SC_THREAD(play);
    }
    void play() { acts(); }
    std::function<void()> acts;
};

bool always(fw::Nanos)
{
    return true;
}

void wait_for(fw::Nanos time)
{
    sc_core::wait(sim::kernel_time(time));
}

}  // namespace

TEST(Pacer, RunsAsFastAsItCanWhileNothingRealIsAttached)
{
    sim::set_kernel_resolution();
    HandClock wall;
    sim::Pacer pacer(wall, sim::Pace::taps, 100_ms);
    Actor actor("actor", [] { wait_for(3600_s); });

    EXPECT_TRUE(pacer.run(60_s, always));

    EXPECT_EQ(wall.time, 1000_s);
}

TEST(Pacer, KeepsSimulatedTimeToTheWallsBetweenTieAndUntie)
{
    sim::set_kernel_resolution();
    HandClock wall;
    sim::Pacer pacer(wall, sim::Pace::taps, 100_ms);
    fw::Nanos untied_at{};
    Actor actor("actor", [&] {
        wait_for(3600_s);
        pacer.tie();
        wait_for(2_s);
        untied_at = wall.time;
        pacer.untie();
        wait_for(3600_s);
    });

    EXPECT_TRUE(pacer.run(60_s, always));

    EXPECT_EQ(untied_at, 1002_s);
    EXPECT_LT(wall.time, 1003_s);
    EXPECT_EQ(pacer.drift().late, 0);
}

TEST(Pacer, LetsOthersPassTheirTimeBesideAWaitAtAGate)
{
    sim::set_kernel_resolution();
    HandClock wall;
    sim::Pacer pacer(wall, sim::Pace::taps, 100_ms);
    sim::AsyncGate gate("gate", pacer);
    fw::Nanos through{};
    int ticks = 0;
    wall.on_rest = [&] {
        if (wall.time == 1000_s + 500_ms) gate.open();
    };
    Actor waiting("waiting", [&] {
        pacer.tie();
        gate.pass();
        through = sim::kernel_now();
        pacer.untie();
    });
    Actor beside("beside", [&] {
        for (; ticks < 100; ++ticks) wait_for(10_ms);
    });

    EXPECT_TRUE(pacer.run(60_s, always));

    EXPECT_EQ(through, 500_ms + fw::Nanos{1});
    EXPECT_EQ(ticks, 100);
}

TEST(Pacer, GivesEachThatPassesAGateAMomentOfItsOwn)
{
    sim::set_kernel_resolution();
    HandClock wall;
    sim::Pacer pacer(wall, sim::Pace::taps, 100_ms);
    sim::AsyncGate left("left", pacer), right("right", pacer);
    std::vector<fw::Nanos> moments;
    wall.on_rest = [&] {
        if (wall.time != 1000_s + 500_ms) return;
        left.open();
        right.open();
    };
    const auto pass = [&](sim::AsyncGate& gate) {
        pacer.tie();
        gate.pass();
        moments.push_back(sim::kernel_now());
        pacer.untie();
    };
    Actor one("one", [&] { pass(left); });
    Actor other("other", [&] { pass(right); });
    Actor beside("beside", [&] {
        for (int i = 0; i < 100; ++i) {
            wait_for(10_ms);
            if (sim::kernel_now() == 500_ms) moments.push_back(500_ms);
        }
    });

    EXPECT_TRUE(pacer.run(60_s, always));

    EXPECT_EQ(moments, (std::vector{500_ms, 500_ms + fw::Nanos{1}, 500_ms + fw::Nanos{2}}));
}

TEST(Pacer, GoesOnWhenNothingButTheGateIsLeft)
{
    sim::set_kernel_resolution();
    sim::SteadyClock wall;
    sim::Pacer pacer(wall, sim::Pace::taps, 100_ms);
    sim::AsyncGate gate("gate", pacer);
    std::thread outside;
    int passed = 0;
    Actor waiting("waiting", [&] {
        pacer.tie();
        outside = std::thread([&] { gate.open(); });
        gate.pass();
        ++passed;
        pacer.untie();
    });

    EXPECT_TRUE(pacer.run(60_s, always));
    outside.join();

    EXPECT_EQ(passed, 1);
}

TEST(Pacer, CountsEventsThatComeLaterThanTheirBudget)
{
    sim::set_kernel_resolution();
    HandClock wall;
    sim::Pacer pacer(wall, sim::Pace::taps, 100_ms);
    Actor actor("actor", [&] {
        pacer.tie();
        wait_for(1_s);
        wall.time = wall.time + 250_ms;  // the host was busy with something else
        wait_for(1_ms);
        pacer.untie();
    });

    pacer.run(60_s, always);

    EXPECT_EQ(pacer.drift().late, 1);
    EXPECT_EQ(pacer.drift().most, 249_ms);
}

TEST(Pacer, TiesTheWholeRunToTheWallWhenAskedTo)
{
    sim::set_kernel_resolution();
    HandClock wall;
    sim::Pacer pacer(wall, sim::Pace::wall, 100_ms);
    Actor actor("actor", [] {
        wait_for(25'000_s);
        wait_for(30_s);
    });

    EXPECT_TRUE(pacer.run(60_s, always));

    EXPECT_EQ(wall.time, 1030_s);
}

TEST(Pacer, StopsWhenAskedTo)
{
    sim::set_kernel_resolution();
    HandClock wall;
    sim::Pacer pacer(wall, sim::Pace::taps, 100_ms);
    Actor actor("actor", [&] {
        pacer.tie();
        wait_for(3600_s);
    });

    EXPECT_FALSE(pacer.run(60_s, [](fw::Nanos now) { return now < 10_s; }));

    EXPECT_LT(sim::kernel_now(), 11_s);
}
