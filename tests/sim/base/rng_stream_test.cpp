// SPDX-License-Identifier: Apache-2.0
#include "sim/base/rng_stream.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <vector>

namespace
{

TEST(RngStream, PinsItsBitsForEver)
{
    const sim::RngStream stream(20260401, "riders");
    EXPECT_EQ(stream.bits(0), 6110468495196987158ULL);
    EXPECT_EQ(stream.bits(1), 2505263588154255661ULL);
    EXPECT_EQ(stream.bits(1, 1), 12106040093715543342ULL);
    EXPECT_EQ(stream.below(100, 7), 67ULL);
}

TEST(RngStream, GivesTheSameDrawsInAnyOrder)
{
    const sim::RngStream stream(1, "dwell");
    std::vector<std::uint64_t> forwards, backwards(1000);
    for (std::uint64_t key = 0; key < 1000; ++key) forwards.push_back(stream.bits(key));
    for (std::uint64_t key = 1000; key-- > 0;) backwards[key] = stream.bits(key);

    EXPECT_EQ(forwards, backwards);
}

TEST(RngStream, DiffersBySeedNameKeyAndDraw)
{
    const sim::RngStream stream(1, "dwell");
    EXPECT_NE(stream.bits(5), sim::RngStream(2, "dwell").bits(5));
    EXPECT_NE(stream.bits(5), sim::RngStream(1, "dwelt").bits(5));
    EXPECT_NE(stream.bits(5), stream.bits(6));
    EXPECT_NE(stream.bits(5), stream.bits(5, 1));
}

RC_GTEST_PROP(RngStream, StaysBelowItsBound, (std::uint64_t seed, std::uint64_t key))
{
    const sim::RngStream stream(seed, "any");
    const std::uint64_t bound = *rc::gen::inRange<std::uint64_t>(1, 1'000'000'000);
    RC_ASSERT(stream.below(bound, key) < bound);
}

TEST(RngStream, FillsTheTenthsOfItsRangeEvenly)
{
    const sim::RngStream stream(7, "even");
    std::vector<int> hits(10);
    for (std::uint64_t key = 0; key < 100'000; ++key) ++hits[stream.below(10, key)];

    // Five standard deviations of a binomial count with n = 100,000 and p = 0.1 are 474.
    for (const int count : hits) EXPECT_NEAR(count, 10'000, 474);
}

TEST(RngStream, KeepsTheBoundsOfAChance)
{
    const sim::RngStream stream(7, "chance");
    int hits = 0;
    for (std::uint64_t key = 0; key < 100'000; ++key) {
        EXPECT_FALSE(stream.chance(0, key));
        EXPECT_TRUE(stream.chance(1'000'000, key));
        hits += stream.chance(250'000, key) ? 1 : 0;
    }
    EXPECT_NEAR(hits, 25'000, 685);  // five standard deviations
}

}  // namespace
