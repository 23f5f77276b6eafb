// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "sim/app/hunt_draw.h"
#include "sim/app/hunt_report.h"
#include "sim/app/hunt_shrink.h"
#include "sim/app/scratch_folder.h"
#include "sim/scenario/load.h"

namespace
{

using app::drawn_scenario;

sim::Scenario city()
{
    return sim::load_scenario(TAPBENCH_SOURCE_DIR "/scenarios/fault/city.yaml");
}

std::int64_t riders(const sim::Scenario& scenario)
{
    std::int64_t sum = 0;
    for (const sim::Group& group : scenario.people) sum += group.count;
    return sum;
}

TEST(HuntDraw, DrawsTheSameScenarioFromTheSameSeedAndAnotherFromAnother)
{
    const sim::Scenario base = city();

    EXPECT_EQ(app::scenario_text(drawn_scenario(base, 7)),
              app::scenario_text(drawn_scenario(base, 7)));
    EXPECT_NE(app::scenario_text(drawn_scenario(base, 7)),
              app::scenario_text(drawn_scenario(base, 8)));
}

TEST(HuntDraw, DrawsEveryWordFiveTimesInTwoHundredSeeds)
{
    const sim::Scenario base = city();
    std::map<std::string, std::uint64_t> drawn;

    for (std::uint64_t seed = 1; seed <= 200; ++seed)
        for (const std::string& word : app::words_in(drawn_scenario(base, seed))) ++drawn[word];

    for (const std::string& word : app::hunt_words())
        EXPECT_GE(drawn[word], app::least_draws) << word;
}

TEST(HuntDraw, WritesAFileThatLoadsAsTheSameScenarioFromAnyFolder)
{
    const sim::Scenario base = city();
    const app::ScratchFolder folder;

    for (std::uint64_t seed = 1; seed <= 75; ++seed) {
        const std::string text = app::scenario_text(drawn_scenario(base, seed));
        const std::string file = folder / "drawn.yaml";
        std::ofstream(file) << text;
        EXPECT_EQ(app::scenario_text(sim::load_scenario(file)), text) << "seed " << seed;
    }
}

TEST(HuntDraw, StaysWithinTheSizesItPromises)
{
    const sim::Scenario base = city();

    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const sim::Scenario scenario = drawn_scenario(base, seed);
        const auto words = app::words_in(scenario);
        EXPECT_GE(words.size(), 1U);
        EXPECT_LE(words.size(), 8U);  // six, torn cards for a driver's reset, a cloud that is slow
        EXPECT_GE(riders(scenario), 25);
        EXPECT_LE(riders(scenario), 400);
        EXPECT_GE(scenario.from, base.from);
        EXPECT_LE(scenario.to, base.to);
    }
}

TEST(HuntShrink, ReachesTheSmallestScenarioThatStillFails)
{
    sim::Scenario failing = drawn_scenario(city(), 3);
    failing.faults.resize(5);
    failing.faults[2].kind = sim::FaultKind::card_torn;
    const auto fails = [](const sim::Scenario& scenario) {
        return riders(scenario) >= 4 &&
               std::any_of(scenario.faults.begin(), scenario.faults.end(), [](const auto& fault) {
                   return fault.kind == sim::FaultKind::card_torn;
               });
    };

    const app::Shrunk small = app::shrink(
        failing,
        [&](const std::vector<sim::Scenario>& candidates) -> std::optional<std::size_t> {
            const auto found = std::find_if(candidates.begin(), candidates.end(), fails);
            if (found == candidates.end()) return std::nullopt;
            return static_cast<std::size_t>(found - candidates.begin());
        },
        500);

    ASSERT_EQ(small.scenario.faults.size(), 1U);
    EXPECT_EQ(small.scenario.faults[0].kind, sim::FaultKind::card_torn);
    EXPECT_TRUE(small.scenario.changes.empty());
    EXPECT_LE(riders(small.scenario), 5);
    EXPECT_LT((small.scenario.to - small.scenario.from).count, 10 * 60'000'000'000);
    EXPECT_LE(small.tries, 500U);
}

TEST(HuntShrink, StopsWhenItsPatienceIsOver)
{
    const sim::Scenario failing = drawn_scenario(city(), 3);
    std::size_t asked = 0;

    const app::Shrunk small = app::shrink(
        failing,
        [&](const std::vector<sim::Scenario>& candidates) -> std::optional<std::size_t> {
            asked += candidates.size();
            return std::nullopt;
        },
        2);

    EXPECT_EQ(asked, 2U);
    EXPECT_EQ(small.tries, 2U);
    EXPECT_EQ(app::scenario_text(small.scenario), app::scenario_text(failing));
}

TEST(HuntRun, TakesFindingsThatDifferInNumbersOnlyForOneBug)
{
    sim::Judgement judgement;
    judgement.findings = {{"exactly_once", {1, 2}, "", 0, "tap 1-2 took 150 yen twice"},
                          {"exactly_once", {3, 45}, "", 0, "tap 3-45 took 90 yen twice"},
                          {"money_conserved", {3, 45}, "", 0, "tap 3-45 took 90 yen twice"}};

    const app::HuntOutcome outcome = app::outcome_of(judgement);

    ASSERT_EQ(outcome.findings.size(), 2U);
    EXPECT_EQ(outcome.findings[0].signature, "exactly_once: tap #-# took # yen twice");
    EXPECT_EQ(outcome.findings[0].text, "exactly_once: tap 1-2 took 150 yen twice");
}

TEST(HuntReport, NamesWordsDrawnTooSeldomAndSituationsNeverMet)
{
    app::HuntSum sum;
    sum.words = {{"card_torn", 4}, {"power_loss", 5}};
    sum.situations = {{"torn_seen", 0}, {"recovered_seen", 1}};

    EXPECT_EQ(app::blind_spots(sum), (std::vector<std::string>{"card_torn was drawn 4 times",
                                                               "torn_seen was never reached"}));
}

TEST(Hunt, RunsSeedsSideBySideAndLeavesNothingBehind)
{
    const app::ScratchFolder folder;
    app::HuntPlan plan;
    plan.seeds = 6;
    plan.jobs = 2;
    plan.folder = plan.keep = folder / "";

    const app::HuntSum sum = app::hunt(city(), plan);

    EXPECT_EQ(sum.seeds, 6U);
    EXPECT_GT(sum.taps, 100);
    EXPECT_GT(sum.checked.at("money_conserved"), 0);
    for (const app::HuntBug& bug : sum.bugs)
        EXPECT_TRUE(bug.repeats && !bug.died) << bug.finding.text;
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(folder / ""))
        ++files;
    EXPECT_EQ(files, sum.bugs.size());
}

}  // namespace
