// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace hil
{
namespace
{

TEST(Statistics, BinomialSumsAreThoseOfPascal)
{
    EXPECT_NEAR(binomial_at_most(0, 4, 0.5), 1.0 / 16, 1e-12);
    EXPECT_NEAR(binomial_at_most(2, 4, 0.5), 11.0 / 16, 1e-12);
    EXPECT_EQ(binomial_at_most(4, 4, 0.5), 1);
    EXPECT_EQ(binomial_at_most(-1, 4, 0.5), 0);
}

TEST(Statistics, AllOfManyShowAShareThatIsTheRootOfTheRisk)
{
    EXPECT_NEAR(share_bounds(300, 300, 0.95).low, std::pow(0.05, 1.0 / 300), 1e-9);
    EXPECT_EQ(share_bounds(300, 300, 0.95).high, 1);
    EXPECT_NEAR(share_bounds(0, 10, 0.95).high, 1 - std::pow(0.05, 0.1), 1e-9);
    EXPECT_EQ(share_bounds(0, 10, 0.95).low, 0);
}

// Published table (two-sided 90 %, so 95 % on each side): 5 of 10 gives 0.2224 to 0.7776.
TEST(Statistics, BoundsAreThoseOfClopperAndPearson)
{
    const ShareBounds bounds = share_bounds(5, 10, 0.95);
    EXPECT_NEAR(bounds.low, 0.2224, 5e-5);
    EXPECT_NEAR(bounds.high, 0.7776, 5e-5);
}

TEST(Statistics, NothingTriedShowsNothing)
{
    const ShareBounds bounds = share_bounds(0, 0, 0.95);
    EXPECT_EQ(bounds.low, 0);
    EXPECT_EQ(bounds.high, 1);
    EXPECT_FALSE(percentile({}, 0.5, 0.95).low);
}

std::vector<fw::Nanos> one_to(int n)
{
    std::vector<fw::Nanos> values;
    for (int i = 1; i <= n; ++i) values.push_back({i});
    return values;
}

// 1 - 0.99^n reaches 95 % at n = 299.
TEST(Statistics, ASmallSampleHasNoUpperBoundOfItsTail)
{
    EXPECT_FALSE(percentile(one_to(298), 0.99, 0.95).high);
    ASSERT_TRUE(percentile(one_to(299), 0.99, 0.95).high);
    EXPECT_EQ(percentile(one_to(299), 0.99, 0.95).high->count, 299);
}

TEST(Statistics, RanksAreTheSmallestAndLargestThatHold)
{
    for (const int n : {20, 100, 1000}) {
        const Percentile median = percentile(one_to(n), 0.5, 0.95);
        ASSERT_TRUE(median.low && median.high);
        EXPECT_EQ(median.value.count, n / 2);
        const int low = static_cast<int>(median.low->count);
        const int high = static_cast<int>(median.high->count);
        EXPECT_LE(binomial_at_most(low - 1, n, 0.5), 0.05);
        EXPECT_GT(binomial_at_most(low, n, 0.5), 0.05);
        EXPECT_GE(binomial_at_most(high - 1, n, 0.5), 0.95);
        EXPECT_LT(binomial_at_most(high - 2, n, 0.5), 0.95);
    }
}

}  // namespace
}  // namespace hil
