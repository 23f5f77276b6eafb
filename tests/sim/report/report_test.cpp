// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/report/amounts_text.h"
#include "sim/report/annotations.h"
#include "sim/report/junit.h"
#include "sim/report/result_json.h"
#include "sim/report/summary.h"

namespace sim
{

namespace
{

Judgement failed_run()
{
    Expectation tap_time;
    tap_time.measure = "tap_time";
    tap_time.statistic = "p99";
    tap_time.op = "<=";
    tap_time.limit = 200'000'000;
    tap_time.unit = Expectation::Unit::nanos;
    tap_time.line = 17;
    tap_time.text = "<= 200 ms";
    Expectation lost;
    lost.measure = "taps_lost";
    lost.op = "==";
    lost.line = 19;
    Judgement judgement;
    judgement.verdict = Verdict::fail;
    judgement.scenario = "rush <hour>";
    judgement.scenario_file = "scenarios/rush.yaml";
    judgement.seed = "42";
    judgement.digest = std::string(64, 'a');
    judgement.status = "complete";
    judgement.taps = 10;
    judgement.expectations = {
        {tap_time, 237'500'000, Verdict::fail, "write", "10 taps; tap 1-1 took 237.500 ms"},
        {lost, std::nullopt, Verdict::inconclusive, "", "there was nothing to check"}};
    judgement.properties = {
        {"fare_correct", PropertyResult::Kind::always, PropertyResult::State::violated, 5, 1},
        {"exactly_once", PropertyResult::Kind::always, PropertyResult::State::held, 5, 0},
        {"torn_seen", PropertyResult::Kind::sometimes, PropertyResult::State::not_reached, 0, 0}};
    judgement.findings = {{"fare_correct", {2, 1}, "", 1, "tap 2-1 charged 291 yen, 290 are due"}};
    return judgement;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST(Amounts, CarryTheirUnit)
{
    EXPECT_EQ(amount_text(187'402'000, Expectation::Unit::nanos), "187.402 ms");
    EXPECT_EQ(amount_text(1, Expectation::Unit::nanos), "0.000001 ms");
    EXPECT_EQ(amount_text(20'000'000, Expectation::Unit::nanos), "20 ms");
    EXPECT_EQ(amount_text(-3, Expectation::Unit::yen), "-3 yen");
}

TEST(Summary, EndsWithTheVerdictAndTheCommandThatRepeatsIt)
{
    const std::string text = summary(failed_run(), "tapbench run rush.yaml --seed 42");
    const std::string end = "FAIL (exit 1)  tapbench run rush.yaml --seed 42\n";
    ASSERT_GT(text.size(), end.size());
    EXPECT_EQ(text.substr(text.size() - end.size()), end);
}

TEST(Summary, TellsWhatBrokeABudgetAndWhatWasNotReached)
{
    const std::string text = summary(failed_run(), "");
    EXPECT_TRUE(has(text, "237.5 ms"));
    EXPECT_TRUE(has(text, "broken by write"));
    EXPECT_TRUE(has(text, "tap 2-1 charged 291 yen"));
    EXPECT_TRUE(has(text, "not tested or not reached: torn_seen"));
}

TEST(Summary, HasNoColourUnlessAsked)
{
    EXPECT_FALSE(has(summary(failed_run(), ""), "\x1b"));
    EXPECT_TRUE(has(summary(failed_run(), "", {true, 10}), "\x1b[31mFAIL"));
}

TEST(Junit, CountsCasesAndEscapesNames)
{
    const std::string xml = junit_xml(failed_run());
    EXPECT_TRUE(has(xml, "tests=\"6\" failures=\"2\" errors=\"0\" skipped=\"2\""));
    EXPECT_TRUE(has(xml, "<testsuite name=\"rush &lt;hour&gt;\""));
    EXPECT_TRUE(has(xml, "<property name=\"seed\" value=\"42\"/>"));
    EXPECT_TRUE(has(xml, "<failure message=\"237.5 ms, broken by write\">"));
    EXPECT_FALSE(has(xml, "rush <hour>"));
}

TEST(Junit, ReportsABrokenBenchAsAnError)
{
    Judgement judgement = failed_run();
    judgement.raise_error("disk is full");
    const std::string xml = junit_xml(judgement);
    EXPECT_TRUE(has(xml, "errors=\"1\""));
    EXPECT_TRUE(has(xml, "<error message=\"disk is full\"/>"));
}

TEST(ResultJson, HoldsTheWholeJudgement)
{
    const auto json = nlohmann::json::parse(result_json(failed_run(), "again", {{"sim_ns", 5}}));
    EXPECT_EQ(json["verdict"], "fail");
    EXPECT_EQ(json["exit_code"], 1);
    EXPECT_EQ(json["expectations"][0]["value"], 237'500'000);
    EXPECT_TRUE(json["expectations"][1]["value"].is_null());
    EXPECT_EQ(json["findings"][0]["tap"], "2-1");
    EXPECT_EQ(json["measured"]["sim_ns"], 5);
    EXPECT_EQ(json["mode"], "virtual");
}

TEST(ResultJson, HasExactlyTheKeysOfItsSchema)
{
    std::ifstream file(TAPBENCH_SOURCE_DIR "/scenarios/schema/result.schema.json");
    const auto schema = nlohmann::json::parse(file);
    const auto json = nlohmann::json::parse(result_json(failed_run(), "again"));
    const auto compare = [](const nlohmann::json& value, const nlohmann::json& described) {
        EXPECT_EQ(value.size(), described["required"].size());
        for (const auto& [key, ignored] : value.items())
            EXPECT_TRUE(described["properties"].contains(key)) << key;
    };
    compare(json, schema);
    for (const char* const list : {"expectations", "properties", "findings"})
        compare(json[list][0], schema["properties"][list]["items"]);
}

TEST(Annotations, PointAtTheLineOfTheExpectationWorstFirst)
{
    EXPECT_EQ(github_annotations(failed_run()),
              "::error file=scenarios/rush.yaml,title=rush <hour>%3A fare_correct::1 violations,"
              " first: tap 2-1 charged 291 yen, 290 are due\n"
              "::error file=scenarios/rush.yaml,line=17,title=tap_time.p99 <= 200 ms::237.5 ms,"
              " broken by write: 10 taps; tap 1-1 took 237.500 ms\n"
              "::warning file=scenarios/rush.yaml,line=19,title=taps_lost == 0::not evaluated:"
              " there was nothing to check\n");
}

TEST(Annotations, CannotBeEndedByALineBreakInAText)
{
    Judgement judgement = failed_run();
    judgement.expectations[0].detail = "a\n::error::b%";
    EXPECT_TRUE(has(github_annotations(judgement), "a%0A::error::b%25\n"));
}

TEST(Annotations, MakeATableForTheStepSummary)
{
    EXPECT_TRUE(
        has(github_step_summary(failed_run()), "| tap_time.p99 | <= 200 ms | 237.5 ms | fail |\n"));
}

}  // namespace sim
