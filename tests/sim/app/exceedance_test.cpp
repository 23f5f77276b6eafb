// SPDX-License-Identifier: Apache-2.0
#include "sim/app/exceedance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/app/diff_gate.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"

namespace app
{

namespace
{

constexpr std::int64_t ms = 1'000'000;

sim::TapLengths only_tap_time(std::vector<std::int64_t> lengths)
{
    sim::TapLengths all;
    all.of[sim::tap_time_kind] = std::move(lengths);
    return all;
}

// A hard case for a test of the tail: log-normal around 150 ms.
sim::TapLengths long_tailed(std::uint64_t seed, const char* stream, std::int64_t taps)
{
    const sim::Quantiles shape = sim::Quantiles::lognormal({150 * ms}, 0.2);
    const sim::RngStream random(seed, stream);
    std::vector<std::int64_t> lengths;
    for (std::int64_t tap = 0; tap < taps; ++tap)
        lengths.push_back(shape.at(random.bits(static_cast<std::uint64_t>(tap))).count);
    return only_tap_time(std::move(lengths));
}

// Like the tap times of rush_hour/demo: select, read and write between their bounds, `per_mille`
// as long.
sim::TapLengths city_taps(std::uint64_t seed, const char* stream, std::int64_t taps,
                          std::int64_t per_mille = 1000)
{
    const sim::RngStream random(seed, stream);
    std::vector<std::int64_t> lengths;
    for (std::int64_t tap = 0; tap < taps; ++tap) {
        const auto key = static_cast<std::uint64_t>(tap);
        const auto drawn = random.below(16 * ms, key, 0) + random.below(10 * ms, key, 1) +
                           random.below(42 * ms, key, 2);
        lengths.push_back((90 * ms + static_cast<std::int64_t>(drawn)) * per_mille / 1000);
    }
    return only_tap_time(std::move(lengths));
}

bool fires(sim::TapLengths before, sim::TapLengths after, const GateOptions& options)
{
    for (const TimeTest& test : test_times(before, after, options))
        if (test.worse) return true;
    return false;
}

}  // namespace

TEST(Exceedance, MatchesWhatAPencilFinds)
{
    // One old value above the mark of two, two new ones: all three orders that put the mark
    // anywhere among the new ones are alike.
    EXPECT_NEAR(chance_of({1, 1, 1, 2}), 2.0 / 3, 1e-12);
    EXPECT_NEAR(chance_of({2, 2, 1, 2}), 0.5, 1e-12);
    EXPECT_NEAR(chance_of({1, 2, 0, 1}), 2.0 / 3, 1e-12);
    EXPECT_EQ(chance_of({0, 5, 1, 5}), 1);
}

TEST(Exceedance, BecomesTheBinomialTestForManyOldValues)
{
    // P(X >= 3), X binomial of 10 with 1 %.
    double binomial = 1;
    for (int k = 0; k < 3; ++k)
        binomial -= std::exp(std::lgamma(11.0) - std::lgamma(k + 1.0) - std::lgamma(11.0 - k)) *
                    std::pow(0.01, k) * std::pow(0.99, 10 - k);
    EXPECT_NEAR(chance_of({3, 10, 10'000'000, 1'000'000'000}), binomial, 1e-7);
}

TEST(Exceedance, FallsAsMoreNewValuesAreAbove)
{
    double before = 1;
    for (std::int64_t over = 20; over < 100; ++over) {
        const double now = chance_of({over, 3000, 30, 3000});
        EXPECT_LT(now, before) << over;
        before = now;
    }
}

TEST(Exceedance, IsNothingSpecialBelowWhatWasToBeExpected)
{
    EXPECT_NEAR(chance_of({191, 1'000'000, 10'000, 1'000'000}), 1, 1e-9);
    EXPECT_NEAR(chance_of({30, 3000, 30, 3000}), 0.55, 0.05);
    EXPECT_LT(chance_of({12'000, 1'000'000, 10'000, 1'000'000}), 1e-9);
}

TEST(TimeGate, IsWrongAboutEqualRunsNoOftenerThanItSays)
{
    const GateOptions strict{0, 0.01};
    int wrong = 0;
    for (std::uint64_t pair = 0; pair < 1000; ++pair)
        wrong += fires(long_tailed(pair, "before", 1000), long_tailed(pair, "after", 1000), strict);
    // 1000 pairs at 1 %: ten are expected, more than 24 in one of 20,000 campaigns.
    EXPECT_LE(wrong, 24);
    EXPECT_GE(wrong, 1);  // an error rate far below the stated one would be a blunt test
}

TEST(TimeGate, WithItsToleranceIsWrongAtMostOnceInAThousandEqualRuns)
{
    int wrong = 0;
    for (std::uint64_t pair = 0; pair < 1000; ++pair)
        wrong += fires(long_tailed(pair, "before", 1000), long_tailed(pair, "after", 1000), {});
    EXPECT_LE(wrong, 1);
}

TEST(TimeGate, SeesTenPerCentAtThreeThousandTaps)
{
    for (std::uint64_t pair = 0; pair < 100; ++pair)
        EXPECT_TRUE(
            fires(city_taps(pair, "before", 3000), city_taps(pair, "after", 3000, 1100), {}))
            << pair;
}

TEST(TimeGate, IsNeverRedForASpeedUp)
{
    for (std::uint64_t pair = 0; pair < 50; ++pair)
        EXPECT_FALSE(
            fires(city_taps(pair, "before", 3000), city_taps(pair, "after", 3000, 700), {}))
            << pair;
}

TEST(TimeGate, DoesNotTestTooFewTaps)
{
    sim::TapLengths before = city_taps(1, "before", 5000);
    sim::TapLengths after = city_taps(1, "after", least_sample - 1, 3000);
    const auto tests = test_times(before, after, {});
    ASSERT_EQ(tests.size(), 1U);
    EXPECT_FALSE(tests[0].tested);
    EXPECT_FALSE(tests[0].worse);
}

TEST(TimeGate, SharesAlphaAmongItsTests)
{
    // p is between alpha / 2 and alpha: red alone, not red beside a second test.
    sim::TapLengths before = city_taps(3, "before", 3000);
    sim::TapLengths after = city_taps(3, "after", 3000);
    const double p = test_times(before, after, {0, 0.5})[0].p_value;
    EXPECT_TRUE(fires(before, after, {0, p * 1.5}));
    before.of[0] = before.of[sim::tap_time_kind];
    after.of[0] = std::vector<std::int64_t>(3000, 1);
    EXPECT_FALSE(fires(before, after, {0, p * 1.5}));
}

}  // namespace app
