// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"
#include "tests/viewer/data/raw_taps.h"
#include "tests/viewer/data/real_run.h"
#include "viewer/data/checks.h"
#include "viewer/data/latency.h"
#include "viewer/data/money.h"

namespace view
{

using sim::test::SmallRun;
using test::RawTaps;
using test::real_run;
using test::Rows;

TEST(Flows, AddUpThePostingsOfEachKind)
{
    const std::string file = real_run("fault/card");
    Rows found;
    for (const Flow& flow : flows(Result(file))) found.push_back({flow.times, flow.yen});
    EXPECT_EQ(found, RawTaps(file).rows("SELECT count(*), sum(amount) FROM posting"
                                        " GROUP BY kind, debit_kind, credit_kind"
                                        " ORDER BY kind, debit_kind, credit_kind"));
    EXPECT_GT(found.size(), 3U);
}

TEST(Flows, NameTheAccounts)
{
    SmallRun run;
    run.ride(1, 0, 2, 290);
    const auto found = flows(Result(run.write("flows")));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, "fare");
    EXPECT_EQ(found[0].from, "card");
    EXPECT_EQ(found[0].to, "revenue");
    EXPECT_EQ(found[0].yen, 290);
}

TEST(Checkpoints, AreExplainedByTheTapsInFlight)
{
    const Result result(real_run("fault/network"));
    const auto all = checkpoints(result);
    ASSERT_FALSE(all.empty());
    for (const Checkpoint& one : all) {
        EXPECT_EQ(one.difference, one.journals - one.ledger);
        EXPECT_EQ(one.difference, one.explained);
        const auto taps = in_flight(result, one.t, 100'000);
        EXPECT_EQ(std::ssize(taps), one.taps);
        EXPECT_LE(in_flight(result, one.t, 1).size(), 1U);
    }
}

TEST(Statements, AreThoseOfTheLastCheckpoint)
{
    SmallRun run;
    run.statements = {{1000, 0, 100, 0, 0, 0, 0, 0}, {2000, 0, 290, 1, 2, 3, 4, 5}};
    const auto found = statements(Result(run.write("statements")));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].fares, 290);
    EXPECT_EQ(found[0].cash_fares, 1);
    EXPECT_EQ(found[0].top_ups, 5);
}

TEST(LostAnswers, SayWhatBecameOfThem)
{
    const std::string file = SmallRun().write("lost");
    sim::Database(file, sim::Database::Mode::read_write)
        .exec(
            "INSERT INTO lost_answer VALUES"
            " (1, 1, 0, 150, 10, 1, 20, NULL, NULL, 40, NULL),"
            " (1, 2, 0, 160, 11, 1, NULL, NULL, 30, 40, NULL),"
            " (1, 3, 0, 170, 12, 0, NULL, NULL, 30, NULL, 50),"
            " (1, 4, 0, 180, 13, 0, NULL, NULL, 30, NULL, NULL)");
    const auto found = lost_answers(Result(file), 10);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].end, "confirmed");
    EXPECT_EQ(found[1].end, "settled");
    EXPECT_EQ(found[2].end, "reversed");
    EXPECT_EQ(found[3].end, "open");
    EXPECT_EQ(found[3].tap, (fw::TapKey{1, 4}));
    EXPECT_TRUE(found[0].done);
}

TEST(Checks, TellLimitsAndValuesWithTheirUnits)
{
    const Result result(real_run("rush_hour/smoke"));
    const auto found = expectations(result);
    ASSERT_GT(found.size(), 5U);
    EXPECT_EQ(found[0].name, "tap_time.p99");
    EXPECT_EQ(found[0].limit, "<= 250 ms");
    EXPECT_TRUE(found[0].value.ends_with(" ms"));
    EXPECT_EQ(found[0].verdict, "pass");
    EXPECT_EQ(budgets_of(result, Length::tap_time).size(), 2U);
    ASSERT_EQ(budgets_of(result, Length::read).size(), 1U);
    EXPECT_EQ(budgets_of(result, Length::read)[0].name, "hop_time.read.p99");
    EXPECT_EQ(budgets_of(result, Length::read)[0].limit, 40'000'000);
    EXPECT_TRUE(budgets_of(result, Length::upload).empty());
    EXPECT_EQ(std::ssize(properties(result)),
              result.database().integer("SELECT count(*) FROM property"));
}

TEST(Checks, TellWhichTapAFindingBlames)
{
    SmallRun run;
    run.ride(1, 0, 2, 300);
    const std::string file = run.write("finding");
    sim::judge(file, run.scenario);
    const Result result(file);
    const auto found = findings(result, 10);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].property, "fare_correct");
    EXPECT_EQ(found[0].tap, (fw::TapKey{2, 1}));
    EXPECT_EQ(findings(result, 0).size(), 0U);
}

TEST(Checks, BlameNoTapWhereTheFindingNamesNone)
{
    const std::string file = SmallRun().write("nobody");
    sim::Database(file, sim::Database::Mode::read_write)
        .exec("INSERT INTO finding VALUES (1, 'books_reconciled', 'fail', 0, 0, '', 20, 'off')");
    const auto found = findings(Result(file), 10);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].tap);
    EXPECT_EQ(found[0].yen, 20);
}

TEST(Checks, TellWhatHappenedInOrderOfTimeAndNotTheCommand)
{
    const Result result(real_run("fault/bus"));
    const auto found = occurrences(result);
    ASSERT_GT(found.size(), 1U);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(),
                               [](const auto& a, const auto& b) { return a.t < b.t; }));
    EXPECT_EQ(std::ssize(found), result.database().integer("SELECT count(*) - 1 FROM note"));
}

TEST(SlowTaps, AreTheLongestOfTheirLength)
{
    const std::string file = real_run("fault/card");
    const auto lengths = RawTaps(file).lengths(10);
    const auto found = slowest(Result(file), Length::tap_time);
    ASSERT_EQ(found.size(), 100U);
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_EQ(found[i].ns, lengths[lengths.size() - 1 - i]);
}

TEST(Devices, WithTheWorstTapTimeComeFirst)
{
    const std::string file = real_run("fault/card");
    const auto found = latency_by_device(Result(file));
    ASSERT_GT(found.size(), 1U);
    EXPECT_GE(found[0].p99, found[1].p99);
    const auto lengths = RawTaps(file).lengths(10, "device = " + std::to_string(found[0].device));
    EXPECT_EQ(found[0].taps, std::ssize(lengths));
    EXPECT_EQ(found[0].longest, lengths.back());
}

TEST(Distribution, FindsTheBinOfAShareAndWhatLiesBeyondALimit)
{
    const Distribution two{{{0, 10, 98}, {10, 20, 2}}, 100};
    EXPECT_EQ(two.quantile(500), 10);
    EXPECT_EQ(two.quantile(980), 10);
    EXPECT_EQ(two.quantile(990), 20);
    EXPECT_EQ(two.beyond(10), 2);
    EXPECT_EQ(two.beyond(5), 2);
    EXPECT_EQ(two.beyond(11), 0);
}

}  // namespace view
