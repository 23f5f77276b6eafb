// SPDX-License-Identifier: Apache-2.0
#include "sim/report/tap_lengths.h"

#include <gtest/gtest.h>

#include "firmware/core/tap_event.h"

namespace sim
{

TEST(TapLengths, CountTouchesOnlyWhereTheCardStayed)
{
    TapLengths lengths;
    const std::array<std::int64_t, 10> t{0, 10, 20, 30, 40, 50, 60, 70, 80, -1};
    add_lengths(lengths, static_cast<int>(fw::TapVerdict::accepted), t);
    add_lengths(lengths, static_cast<int>(fw::TapVerdict::torn), t);
    EXPECT_EQ(lengths.of[0].size(), 1U);
    EXPECT_EQ(lengths.of[tap_time_kind], std::vector<std::int64_t>{50});
    EXPECT_EQ(lengths.of[hold_time_kind], std::vector<std::int64_t>{50});
    EXPECT_EQ(lengths.of[7].size(), 2U);
    EXPECT_TRUE(lengths.of[8].empty());
}

TEST(TapLengths, HaveExactPercentiles)
{
    std::vector<std::int64_t> lengths;
    for (std::int64_t i = 1; i <= 200; ++i) lengths.push_back(i);
    const Spread spread = spread_of(lengths);
    EXPECT_EQ(spread.taps, 200);
    EXPECT_EQ(spread.p50, 100);
    EXPECT_EQ(spread.p99, 198);
    EXPECT_EQ(spread.max, 200);
}

}  // namespace sim
