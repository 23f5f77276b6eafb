// SPDX-License-Identifier: Apache-2.0
#include "sim/app/diff_gate.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/app/diff_command.h"
#include "sim/app/diff_report.h"
#include "sim/scenario/scenario_error.h"
#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"

namespace app
{

namespace
{

using sim::compare_runs;
using sim::Compared;
using sim::test::SmallRun;

SmallRun three_rides()
{
    SmallRun run;
    run.ride(1, 0, 2, 290);
    run.ride(2, 0, 3, 400);
    run.ride(3, 1, 2, 180);
    return run;
}

std::string judged(const SmallRun& run, const std::string& name)
{
    const std::string file = run.write(name);
    sim::judge(file, run.scenario);
    return file;
}

Compared compared(const SmallRun& after)
{
    return compare_runs(judged(three_rides(), "before"), judged(after, "after"), true);
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST(Gate, IsRedForOneYenOfOneRide)
{
    SmallRun run = three_rides();
    run.taps[3].event.fare = {401};
    Compared runs = compared(run);
    const GateResult result = gate(runs, {});
    EXPECT_EQ(result.exit_code(), 1);
    EXPECT_TRUE(has(result.wrong.at(0), "1 of 3 rides changed, +1 yen"));
}

TEST(Gate, RefusesARunThatWasPacedByTheWallsClock)
{
    for (const auto side : {&sim::Named::before, &sim::Named::after}) {
        Compared runs = compared(three_rides());
        sim::Named& mode = *std::ranges::find(runs.diff.facts, "mode", &sim::Named::name);
        mode.*side = "replay";
        EXPECT_NO_THROW(gate(runs, {}));
        mode.*side = "paced";
        EXPECT_THROW(gate(runs, {}), sim::ScenarioError);
    }
}

TEST(Gate, IsRedForANewViolation)
{
    SmallRun run = three_rides();
    run.cards[1].purse_after = {1};
    Compared runs = compared(run);
    const GateResult result = gate(runs, {});
    EXPECT_EQ(result.exit_code(), 1);
    ASSERT_FALSE(result.wrong.empty());
    EXPECT_TRUE(has(result.wrong[0], "property money_conserved: 1 violations, 0 in the baseline"));
}

TEST(Gate, SaysThatTooFewTapsProveNothing)
{
    Compared runs = compared(three_rides());
    const GateResult result = gate(runs, {});
    EXPECT_EQ(result.exit_code(), 3);
    EXPECT_TRUE(
        has(diff_text(runs.diff, result), "not tested  tap time: 6 and 6 taps are too few"));
}

TEST(Gate, PassesEqualRunsAndOnlyTimeIsExitCodeTwo)
{
    Compared runs = compared(three_rides());
    for (sim::RunTaps* const taps : {&runs.before, &runs.after})
        taps->lengths.of[sim::tap_time_kind].assign(3000, 150'000'000);
    EXPECT_EQ(gate(runs, {}).exit_code(), 0);
    runs.after.lengths.of[sim::tap_time_kind].assign(3000, 200'000'000);
    const GateResult slower = gate(runs, {});
    EXPECT_EQ(slower.exit_code(), 2);
    const std::string text = diff_text(runs.diff, slower);
    EXPECT_TRUE(has(text,
                    "SLOWER      tap time: p99 150.0 ms -> 200.0 ms; 3000 of 3000 above "
                    "157.5 ms"));
    EXPECT_TRUE(has(text, "alpha 0.001 together"));
}

TEST(Gate, CallsABrokenTimeBudgetAloneATimeMatter)
{
    Compared runs = compared(three_rides());
    for (sim::RunTaps* const taps : {&runs.before, &runs.after})
        taps->lengths.of[sim::tap_time_kind].assign(3000, 150'000'000);
    runs.diff.budgets = {{"tap_time.p99", "ns", 1, 1, 1, 2, "pass", "fail"}};
    for (sim::Named& fact : runs.diff.facts)
        if (fact.name == "verdict") fact.before = "pass", fact.after = "fail";
    EXPECT_EQ(gate(runs, {}).exit_code(), 2);
    runs.diff.budgets[0].unit = "yen";
    EXPECT_EQ(gate(runs, {}).exit_code(), 1);
}

TEST(Tolerance, IsAPercentage)
{
    EXPECT_EQ(tolerance_of("5%"), 50000);
    EXPECT_EQ(tolerance_of("0.25 %"), 2500);
    for (const char* const wrong : {"5", "", "%", "-1%", "5 ms", "1.2.3%", "0.00001%"})
        EXPECT_THROW(tolerance_of(wrong), sim::ScenarioError) << wrong;
}

}  // namespace app
