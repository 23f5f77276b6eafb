// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/run.h"

#include <gtest/gtest.h>

#include <vector>

#include "sim/kernel/kernel_time.h"

namespace
{

using namespace fw::literals;

// Does something at the given times and remembers when it really was.
struct Alarm : sc_core::sc_module {
    Alarm(const sc_core::sc_module_name& name, std::vector<fw::Nanos> times)
        : sc_module(name), wanted(std::move(times))
    {
        SC_HAS_PROCESS(Alarm);
        SC_THREAD(ring);
    }
    void ring()
    {
        for (const fw::Nanos time : wanted) {
            wait(sim::until(time));
            rung.push_back(sim::kernel_now());
        }
    }
    std::vector<fw::Nanos> wanted, rung;
};

}  // namespace

TEST(Kernel, CountsNanosecondsSinceMidnight)
{
    sim::set_kernel_resolution();
    Alarm alarm("alarm", {7_s, 7_s + 1_ns, 90'000_s});

    EXPECT_TRUE(sim::run_to_end(60_s, [](fw::Nanos) { return true; }));

    EXPECT_EQ(alarm.rung, alarm.wanted);
}

TEST(Kernel, DoesNotWaitForATimeThatHasPassed)
{
    sim::set_kernel_resolution();
    Alarm alarm("alarm", {7_s, 3_s});

    sim::run_to_end(60_s, [](fw::Nanos) { return true; });

    EXPECT_EQ(alarm.rung, (std::vector<fw::Nanos>{7_s, 7_s}));
}

TEST(Kernel, StopsBetweenSlicesWhenAskedTo)
{
    sim::set_kernel_resolution();
    Alarm alarm("alarm", {1000_s, 1010_s, 1100_s});
    std::vector<fw::Nanos> asked;

    EXPECT_FALSE(sim::run_to_end(60_s, [&](fw::Nanos now) {
        asked.push_back(now);
        return false;
    }));

    EXPECT_EQ(alarm.rung, (std::vector<fw::Nanos>{1000_s, 1010_s}));
    EXPECT_EQ(asked, (std::vector<fw::Nanos>{1060_s}));
}
