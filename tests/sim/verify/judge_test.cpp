// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/judge.h"

#include <gtest/gtest.h>

#include "sim/record/database.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using test::ms;
using test::SmallRun;

namespace
{

Expectation expect(const std::string& measure, const std::string& op, std::int64_t limit)
{
    Expectation e;
    e.measure = measure;
    e.op = op;
    e.limit = limit;
    e.text = op + " " + std::to_string(limit);
    return e;
}

Expectation too_fast()
{
    Expectation e = expect("tap_time", "<=", 1);
    e.statistic = "p50";
    e.unit = Expectation::Unit::nanos;
    return e;
}

Expectation checked(const std::string& property, std::int64_t least)
{
    Expectation e = expect("checked", ">=", least);
    e.hop = property;
    return e;
}

SmallRun one_ride(const std::vector<Expectation>& expectations)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.scenario.expect = expectations;
    return run;
}

Judgement judged(const SmallRun& run, Outcome outcome = Outcome::complete)
{
    return judge(run.write("judge", outcome), run.scenario);
}

}  // namespace

TEST(Judge, SaysHowOftenAPropertyWasPutToTheTest)
{
    EXPECT_EQ(judged(one_ride({checked("fare_correct", 1)})).verdict, Verdict::pass);
    EXPECT_EQ(judged(one_ride({checked("fare_correct", 2)})).verdict, Verdict::fail);
    EXPECT_EQ(judged(one_ride({checked("quota_kept", 1)})).verdict, Verdict::inconclusive);
    EXPECT_EQ(judged(one_ride({checked("fare_correct", 1)})).expectations.at(0).value, 1);
}

TEST(Judge, PassesWhenEverythingExpectedWasMeasuredAndHolds)
{
    const Judgement judgement =
        judged(one_ride({expect("fare_error", "==", 0), expect("taps_lost", "==", 0),
                         expect("double_debits", "==", 0), expect("money_difference", "==", 0),
                         expect("taps", "==", 2), expect("unconfirmed_left", "==", 0)}));
    EXPECT_EQ(judgement.verdict, Verdict::pass);
    EXPECT_EQ(judgement.exit_code(), 0);
}

TEST(Judge, ReportsOnlyALatencyFailureApart)
{
    EXPECT_EQ(judged(one_ride({too_fast()})).exit_code(), 2);
    EXPECT_EQ(judged(one_ride({too_fast(), expect("taps", "==", 3)})).exit_code(), 1);
}

TEST(Judge, FailsAWrongFareEvenWhenNoExpectationAsks)
{
    SmallRun run = one_ride({});
    run.taps[1].true_board = 1;
    EXPECT_EQ(judged(run).exit_code(), 1);
}

TEST(Judge, IsInconclusiveAboutWhatItCannotTest)
{
    const Judgement judgement = judged(one_ride({expect("consent", "==", 0)}));
    EXPECT_EQ(judgement.expectations[0].verdict, Verdict::inconclusive);
    EXPECT_EQ(judgement.exit_code(), 3);
}

TEST(Judge, IsInconclusiveAboutAFareNobodyPaid)
{
    SmallRun run;
    run.deliver(run.tap(0, fw::TapKind::board, 0, 2));
    run.scenario.expect = {expect("fare_error", "==", 0)};
    EXPECT_EQ(judged(run).exit_code(), 3);
}

TEST(Judge, IsInconclusiveAboutARunWithoutTaps)
{
    EXPECT_EQ(judged(SmallRun()).exit_code(), 3);
}

TEST(Judge, KeepsAnAbortedRunAborted)
{
    const Judgement judgement = judged(one_ride({too_fast()}), Outcome::aborted);
    EXPECT_EQ(judgement.verdict, Verdict::aborted);
    EXPECT_EQ(judgement.exit_code(), 130);
}

TEST(Judge, DoesNotCallTapsLostInARunThatWasCutShort)
{
    SmallRun run = one_ride({});
    run.clouds.clear();
    run.postings.clear();
    EXPECT_TRUE(judged(run, Outcome::aborted).findings.empty());
}

TEST(Judge, PutsABrokenBenchAboveEverything)
{
    Judgement judgement = judged(one_ride({too_fast()}), Outcome::error);
    EXPECT_EQ(judgement.exit_code(), 70);
    judgement = judged(one_ride({}));
    judgement.raise_error("disk full");
    EXPECT_EQ(judgement.exit_code(), 70);
}

TEST(Judge, WritesItsVerdictIntoTheFileAndCanBeRepeated)
{
    SmallRun run = one_ride({too_fast(), expect("fare_error", "==", 0)});
    run.taps[1].true_board = 1;
    const std::string name = run.write("written");

    judge(name, run.scenario);
    judge(name, run.scenario);

    Database file(name, Database::Mode::read_only);
    EXPECT_EQ(file.text("SELECT verdict FROM run"), "fail");
    EXPECT_EQ(file.integer("SELECT exit_code FROM run"), 1);
    EXPECT_EQ(file.integer("SELECT count(*) FROM v_expectation WHERE verdict = 'fail'"), 2);
    EXPECT_EQ(file.integer("SELECT value FROM v_expectation WHERE measure = 'fare_error'"), 110);
    EXPECT_EQ(file.text("SELECT device || '-' || sequence FROM finding"), "2-1");
    EXPECT_NE(file.text("SELECT first_finding FROM v_property WHERE name = 'fare_correct'"), "");
}

TEST(Judge, ReportsASituationThatWasNotReachedWithoutFailing)
{
    const Judgement judgement = judged(one_ride({}));
    EXPECT_EQ(judgement.exit_code(), 0);
    std::string unreached;
    for (const PropertyResult& p : judgement.properties)
        if (p.state == PropertyResult::State::not_reached) unreached += p.name + " ";
    EXPECT_NE(unreached.find("recovered_seen"), std::string::npos) << unreached;
}

TEST(Judge, ShowsBothBooksOfEveryYen)
{
    Database file(one_ride({}).write("money"), Database::Mode::read_only);
    EXPECT_EQ(file.text("SELECT group_concat(book || ' ' || source || ' ' || target || ' ' || yen)"
                        " FROM v_money"),
              "journal card revenue 290,ledger card revenue 290");
}

}  // namespace sim
