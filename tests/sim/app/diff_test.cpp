// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/app/diff_gate.h"
#include "sim/app/diff_report.h"
#include "sim/compare/runs.h"
#include "sim/scenario/scenario_error.h"
#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"

namespace app
{

namespace
{

using sim::compare_runs;
using sim::Compared;
using sim::FareChanges;
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

std::string refusal(const std::string& before, const std::string& after)
{
    try {
        compare_runs(before, after, true);
    } catch (const sim::ScenarioError& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST(Diff, FindsARunLikeItself)
{
    const Compared runs = compared(three_rides());
    EXPECT_TRUE(runs.diff.same());
    EXPECT_FALSE(runs.diff.divergence);
    EXPECT_EQ(runs.diff.fares.rides, 3);
    EXPECT_EQ(runs.diff.fares.count, 0);
    EXPECT_TRUE(has(diff_text(runs.diff, std::nullopt), "every tap is the same"));
}

TEST(Diff, DoesNotCallAnotherBuildADifference)
{
    Compared runs = compared(three_rides());
    for (sim::Named& fact : runs.diff.facts)
        if (fact.name == "build") fact.after = "another build";
    EXPECT_TRUE(runs.diff.same());
}

TEST(Diff, NamesTheFirstTapAndColumnThatDiffer)
{
    SmallRun run = three_rides();
    run.taps[4].t[5] += 7;
    run.taps[2].t[3] += 5;
    const Compared runs = compared(run);
    ASSERT_TRUE(runs.diff.divergence);
    EXPECT_EQ(runs.diff.divergence->tap, "1-2");
    EXPECT_EQ(runs.diff.divergence->column, "d3");
    EXPECT_EQ(runs.diff.divergence->before, "100000000");
    EXPECT_EQ(runs.diff.divergence->after, "100000005");
    EXPECT_EQ(runs.diff.divergence->differing, 2);
    EXPECT_FALSE(runs.diff.same());
}

TEST(Diff, TellsATapThatOnlyOneRunHas)
{
    SmallRun run = three_rides();
    run.ride(4, 0, 1, 180);
    const Compared runs = compared(run);
    ASSERT_TRUE(runs.diff.divergence);
    EXPECT_EQ(runs.diff.divergence->tap, "1-4");
    EXPECT_EQ(runs.diff.divergence->column, "");
    EXPECT_TRUE(has(diff_text(runs.diff, std::nullopt), "only in B"));
    EXPECT_EQ(runs.diff.fares.count, 1);
    EXPECT_EQ(runs.diff.fares.first[0].before, 0);
    EXPECT_EQ(runs.diff.fares.first[0].after, 180);
}

TEST(Diff, ListsFaresThatChangedWithBothAmounts)
{
    SmallRun run = three_rides();
    run.taps[3].event.fare = {410};
    const FareChanges fares = compared(run).diff.fares;
    EXPECT_EQ(fares.rides, 3);
    EXPECT_EQ(fares.count, 1);
    EXPECT_EQ(fares.sum, 10);
    ASSERT_EQ(fares.first.size(), 1U);
    EXPECT_EQ(fares.first[0].rider, 2U);
    EXPECT_EQ(fares.first[0].before, 400);
    EXPECT_EQ(fares.first[0].after, 410);
}

TEST(Diff, DoesNotCountADoubtfulDebitBesideACertainOne)
{
    SmallRun run = three_rides();
    sim::TapRow doubtful = run.taps[1];
    doubtful.event.key.sequence = 99;
    doubtful.event.verdict = fw::TapVerdict::unconfirmed;
    run.taps.insert(run.taps.begin() + 1, doubtful);
    EXPECT_EQ(compared(run).diff.fares.count, 0);
}

TEST(Diff, DoesNotMatchRidesOfOtherPeople)
{
    SmallRun run = three_rides();
    run.scenario.seed = 8;
    const Compared runs = compared(run);
    EXPECT_FALSE(runs.diff.same_people);
    EXPECT_EQ(runs.diff.fares.rides, 0);
    EXPECT_TRUE(has(diff_text(runs.diff, std::nullopt), "the runs have other people"));
}

TEST(Diff, ShowsSettingsThatDiffer)
{
    SmallRun run = three_rides();
    run.scenario.resolved = "scenario: small\nlists: { period: 10 min }\n";
    const auto settings = compared(run).diff.settings;
    ASSERT_EQ(settings.size(), 1U);
    EXPECT_EQ(settings[0].name, "lists.period");
    EXPECT_EQ(settings[0].before, "none");
    EXPECT_EQ(settings[0].after, "10 min");
}

TEST(Diff, RefusesFilesThatAreNoResults)
{
    const std::string good = judged(three_rides(), "good");
    EXPECT_TRUE(has(refusal(good, "/nowhere.db"), "/nowhere.db: no such file"));
    const std::string foreign = sim::test::scratch_file("foreign");
    std::ofstream(foreign) << "not a database";
    EXPECT_TRUE(has(refusal(foreign, good), "expected a result file of tapbench run"));
    const std::string other = sim::test::scratch_file("other");
    sim::Database(other, sim::Database::Mode::create).exec("CREATE TABLE t (a)");
    EXPECT_TRUE(has(refusal(good, other), "expected a result file of tapbench run"));
}

TEST(Diff, TellsEverythingAsJsonToo)
{
    SmallRun run = three_rides();
    run.taps[3].event.fare = {410};
    Compared runs = compared(run);
    const auto json = nlohmann::json::parse(diff_json(runs.diff, gate(runs, {}), 1));
    EXPECT_EQ(json["same"], false);
    EXPECT_EQ(json["fares"]["first"][0]["after_yen"], 410);
    EXPECT_EQ(json["divergence"]["column"], "fare");
    EXPECT_EQ(json["gate"]["worse"][0], "fares: 1 of 3 rides changed, +10 yen in sum");
    EXPECT_EQ(json["gate"]["times"][0]["tested"], false);
}

}  // namespace app
