// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using test::ms;
using test::SmallRun;

namespace
{

Expectation at_most(const std::string& measure, const std::string& hop,
                    const std::string& statistic, std::int64_t limit)
{
    Expectation e;
    e.measure = measure;
    e.hop = hop;
    e.statistic = statistic;
    e.op = "<=";
    e.limit = limit;
    e.unit = Expectation::Unit::nanos;
    e.line = 9;
    return e;
}

// 100 taps that take 137 ms; from `slow` on, the later points come `extra` later.
SmallRun hundred_taps(std::size_t slow_point, std::int64_t extra, std::size_t slow_taps)
{
    SmallRun run;
    for (std::uint32_t card = 0; card < 50; ++card) run.ride(card, 0, 2, 290);
    for (std::size_t i = 0; i < slow_taps; ++i)
        for (std::size_t point = slow_point; point < 8; ++point)
            run.taps[i * 7].t[point] += extra + static_cast<std::int64_t>(i) * ms;
    return run;
}

ExpectationResult judged(SmallRun run, const std::vector<Expectation>& expectations)
{
    run.scenario.expect = expectations;
    return judge(run.write("budgets"), run.scenario).expectations[0];
}

}  // namespace

TEST(Budgets, OfSalesDoNotCountTheHopsOfRides)
{
    const auto result = judged(hundred_taps(3, 0, 0), {at_most("sale_hop_time", "read", "max", 1)});
    EXPECT_EQ(result.verdict, Verdict::inconclusive);
}

TEST(Budgets, GiveExactPercentilesByNearestRank)
{
    const SmallRun run = hundred_taps(3, 100 * ms, 2);
    const auto value = [&run](const char* statistic) {
        return *judged(run, {at_most("tap_time", "", statistic, 1)}).value / ms;
    };
    EXPECT_EQ(value("p50"), 137);
    EXPECT_EQ(value("p95"), 137);
    EXPECT_EQ(value("p99"), 237);
    EXPECT_EQ(value("p999"), 238);
    EXPECT_EQ(value("max"), 238);
    EXPECT_EQ(value("mean"), 139);
}

TEST(Budgets, PassAtTheLimitAndFailOneNanosecondAboveIt)
{
    const SmallRun run = hundred_taps(3, 100 * ms, 1);
    EXPECT_EQ(judged(run, {at_most("tap_time", "", "max", 237 * ms)}).verdict, Verdict::pass);
    EXPECT_EQ(judged(run, {at_most("tap_time", "", "max", 237 * ms - 1)}).verdict, Verdict::fail);
}

TEST(Budgets, MeasureHoldAndDecisionTime)
{
    const SmallRun run = hundred_taps(4, 100 * ms, 1);
    EXPECT_EQ(judged(run, {at_most("hold_time", "", "max", 1)}).value, 250 * ms);
    EXPECT_EQ(judged(run, {at_most("decision_time", "", "max", 1)}).value, 103 * ms);
    EXPECT_EQ(judged(run, {at_most("hop_time", "visible", "max", 1)}).value, 100 * ms);
}

TEST(Budgets, NameTheTapAndTheHopThatExceedsTheRunsMedianMost)
{
    const auto result =
        judged(hundred_taps(5, 100 * ms, 1), {at_most("tap_time", "", "max", 200 * ms)});
    EXPECT_EQ(result.verdict, Verdict::fail);
    EXPECT_EQ(result.broken_by, "write");
    EXPECT_NE(result.detail.find("tap 1-1 took 237.000 ms (write 147.000 ms, 100.000 ms over its"
                                 " median)"),
              std::string::npos)
        << result.detail;
}

TEST(Budgets, BlameTheHopOverItsOwnBudgetRatherThanOverTheMedian)
{
    SmallRun run = hundred_taps(5, 100 * ms, 1);
    for (std::size_t point = 2; point < 8; ++point) run.taps[0].t[point] += 20 * ms;
    const auto result = judged(run, {at_most("tap_time", "", "max", 200 * ms),
                                     at_most("hop_time", "select", "max", 50 * ms)});
    EXPECT_EQ(result.broken_by, "select");
    EXPECT_NE(result.detail.find("15.000 ms over its budget"), std::string::npos) << result.detail;
}

TEST(Budgets, SayWhenAHopIsTooSlowEverywhere)
{
    const auto result = judged(
        hundred_taps(5, 100 * ms, 1),
        {at_most("tap_time", "", "p50", 100 * ms), at_most("hop_time", "read", "p99", 30 * ms)});
    EXPECT_EQ(result.broken_by, "read");
    EXPECT_NE(result.detail.find("every read is over its own budget"), std::string::npos);
}

TEST(Budgets, AreInconclusiveWhenNoTapReachedTheEnd)
{
    SmallRun run = hundred_taps(5, 0, 0);
    run.clouds.clear();
    const auto result = judged(run, {at_most("hop_time", "upload", "p99", 1)});
    EXPECT_EQ(result.verdict, Verdict::inconclusive);
    EXPECT_FALSE(result.value);
}

}  // namespace sim
