// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/suite_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "hil/certify/tests.h"
#include "sim/scenario/bench_file.h"
#include "sim/scenario/scenario_error.h"
#include "tests/hil/certify/scratch.h"

namespace sim
{
namespace
{

const std::string shipped = TAPBENCH_SOURCE_DIR "/scenarios/certify/";

// What is wrong with a file; empty when nothing is.
template <class Load>
std::string problem_of(const std::string& text, Load load)
{
    const hil::Scratch scratch;
    const std::string file = scratch.path / "file.yaml";
    std::ofstream(file) << text;
    try {
        load(file);
    } catch (const ScenarioError& error) {
        return std::string(error.what()).substr(file.size());
    }
    return "";
}

std::string problem_of_test(const std::string& test)
{
    return problem_of(
        "suite: s\nversion: \"1\"\nsubject: reader\nlimits: [ \"none\" ]\ntests:\n  - " + test +
            "\n",
        load_suite);
}

std::string problem_of_desk(const std::string& reader, const std::string& card)
{
    return problem_of("bench: b\nreaders:\n  - " + reader + "\ncards:\n  - " + card + "\n",
                      load_bench);
}

constexpr const char* good_reader = "{ reader: a, use: \"nfc:x\", declares: {} }";
constexpr const char* good_card = "{ card: c, declares: {} }";

TEST(SuiteFile, KnowsTheTestsOfTheTableAndNoOther)
{
    std::vector<std::string> table;
    for (const hil::TestRow& row : hil::all_tests()) table.emplace_back(row.name);
    EXPECT_EQ(suite_test_words(), table);
}

TEST(SuiteFile, TheShippedOnesAreGood)
{
    EXPECT_EQ(load_suite(shipped + "reader.yaml").subject, SuiteSubject::reader);
    EXPECT_EQ(load_suite(shipped + "transit_card.yaml").subject, SuiteSubject::transit_card);
    EXPECT_EQ(load_bench(shipped + "desk.yaml").readers.size(), 1u);
}

TEST(SuiteFile, AnUnknownTestIsRefusedWithTheNearestOne)
{
    const std::string problem = problem_of_test("{ test: select }");
    EXPECT_NE(problem.find("selects"), std::string::npos) << problem;
    EXPECT_EQ(problem.find(":6:"), 0u) << problem;
}

TEST(SuiteFile, TooFewTrialsForWhatTheyMustShowAreRefused)
{
    EXPECT_NE(problem_of_test("{ test: selects, count: 298, hit_rate: 99 % }").find("299"),
              std::string::npos);
    EXPECT_EQ(problem_of_test("{ test: selects, count: 299, hit_rate: 99 % }"), "");
    EXPECT_NE(problem_of_test("{ test: empty_field, count: 58, p95: 1 s }").find("59"),
              std::string::npos);
    EXPECT_EQ(problem_of_test("{ test: empty_field, count: 59, p95: 1 s }"), "");
    EXPECT_NE(problem_of_test("{ test: selects, count: 9, hit_rate: 100 % }"), "");
}

TEST(SuiteFile, AParameterWithoutMeaningIsRefused)
{
    EXPECT_NE(problem_of_test("{ test: size_guard, count: 3 }"), "");
    EXPECT_NE(problem_of_test("{ test: removal, p50: 1 s }"), "");
    EXPECT_NE(problem_of_test("{ test: polling, count: 300 }").find("subject"), std::string::npos);
}

TEST(DeskFile, ReadersAndCardsAreCheckedAgainstEachOther)
{
    EXPECT_EQ(problem_of_desk(good_reader, good_card), "");
    EXPECT_NE(
        problem_of_desk("{ reader: a, use: \"nfc:x\", declares: {}, cards: [ d ] }", good_card)
            .find("no card \"d\""),
        std::string::npos);
    EXPECT_NE(problem_of_desk(std::string(good_reader) + "\n  - " + good_reader, good_card), "");
    EXPECT_NE(problem_of_desk(
                  std::string(good_reader) + "\n  - { reader: b, use: \"nfc:x\", declares: {} }",
                  good_card)
                  .find("another reader"),
              std::string::npos);
}

TEST(DeskFile, NamesThatCannotBeFoldersAndUsesWithoutPortsAreRefused)
{
    for (const char* name : {"\"../a\"", "\"a/b\"", "\"a b\"", "\"\""})
        EXPECT_NE(
            problem_of_desk(std::string("{ reader: ") + name + ", use: \"nfc:x\", declares: {} }",
                            good_card),
            "")
            << name;
    EXPECT_NE(problem_of_desk("{ reader: a, use: \"usb\", declares: {} }", good_card), "");
    EXPECT_NE(
        problem_of_desk("{ reader: a, use: \"nfc:pn53x_usb\", present: virtual, declares: {} }",
                        good_card),
        "");
}

TEST(DeskFile, ABenchWithNothingOnItIsRefused)
{
    EXPECT_NE(problem_of("bench: b\n", load_bench), "");
}

}  // namespace
}  // namespace sim
