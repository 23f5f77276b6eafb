// SPDX-License-Identifier: Apache-2.0
#include "sim/app/floor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace
{

constexpr std::int64_t ms = 1'000'000;

const sim::FloorResult& of_100k_riders()
{
    static const sim::FloorResult result = sim::run_floor(100'000);
    return result;
}

std::int64_t percentile(std::size_t percent)
{
    std::vector<fw::Nanos> sorted = of_100k_riders().latencies;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() * percent / 100].count;
}

TEST(Floor, ServesTwoTapsARiderInAboutFortyOneEventsEach)
{
    const sim::FloorResult& result = of_100k_riders();

    EXPECT_EQ(result.taps, 200'000u);
    EXPECT_GT(result.events, 41 * result.taps);
    EXPECT_LT(result.events, 42 * result.taps);
}

TEST(Floor, TakesAsLongForATapAsTheWorkloadAsks)
{
    EXPECT_NEAR(static_cast<double>(percentile(50)), 120.0 * ms, 4.0 * ms);
    EXPECT_NEAR(static_cast<double>(percentile(99)), 225.0 * ms, 8.0 * ms);
}

TEST(Floor, AddsUpTheTimesOfItsTaps)
{
    const sim::FloorResult& result = of_100k_riders();

    EXPECT_EQ(result.latencies.size(), result.taps);
    EXPECT_EQ(std::accumulate(result.latencies.begin(), result.latencies.end(), fw::Nanos{}),
              result.latency_sum);
}

TEST(Floor, PinsItsSumsForEver)
{
    const sim::FloorResult& result = of_100k_riders();

    EXPECT_EQ(result.events, 8'209'406u);
    EXPECT_EQ(result.fare_yen, 14'580'490);
    EXPECT_EQ(result.latency_sum.count, 25'033'614'185'074);
    EXPECT_EQ(result.cloud_sum.count, 58'039'555'697'880);
}

TEST(Floor, ServesASingleRider)
{
    const sim::FloorResult result = sim::run_floor(1);

    EXPECT_EQ(result.taps, 2u);
    EXPECT_GE(result.fare_yen, 50);
}

}  // namespace
