// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/hil/certify/scripted_desk.h"

namespace hil
{
namespace
{

Selection selection(ReaderStatus status, std::int64_t ms = 1)
{
    return {status, {}, {{ms * 1'000'000}, {}}};
}

TEST(Verdicts, AllFoundInTimeIsAPass)
{
    ScriptedDesk desk;
    TestSpec spec = spec_of("selects", 300);
    spec.p95 = fw::Nanos{2'000'000};
    const TestResult result = desk.certify_one(spec);
    EXPECT_EQ(result.verdict, Verdict::pass);
    EXPECT_TRUE(result.reasons.empty());
    ASSERT_EQ(result.measurements.size(), 4u);
    EXPECT_EQ(result.measurements[0].n, 300);
}

TEST(Verdicts, FivePercentMissedIsAFail)
{
    ScriptedDesk desk;
    desk.reader.on_select = [](int n) {
        return selection(n % 20 == 7 ? ReaderStatus::no_card : ReaderStatus::ok);
    };
    const TestResult result = desk.certify_one(spec_of("selects", 300));
    EXPECT_EQ(result.verdict, Verdict::fail);
    EXPECT_FALSE(result.only_times_failed);
}

TEST(Verdicts, TooFewTrialsToDecideAreInconclusive)
{
    ScriptedDesk desk;
    desk.reader.on_select = [](int n) {
        return selection(n == 7 ? ReaderStatus::no_card : ReaderStatus::ok);
    };
    EXPECT_EQ(desk.certify_one(spec_of("selects", 300)).verdict, Verdict::inconclusive);
}

TEST(Verdicts, SlowAloneIsAFailOfTimes)
{
    ScriptedDesk desk;
    desk.reader.on_select = [](int) { return selection(ReaderStatus::ok, 50); };
    TestSpec spec = spec_of("selects", 300);
    spec.p50 = fw::Nanos{10'000'000};
    const DeviceReport report = desk.certify({spec});
    EXPECT_EQ(report.verdict(), Verdict::fail);
    EXPECT_TRUE(report.only_times_failed());
}

TEST(Verdicts, AGarbledFrameIsTheBenchsAndNeverAMissingCard)
{
    ScriptedDesk desk;
    desk.reader.on_select = [](int n) {
        return selection(n == 7 ? ReaderStatus::garbled : ReaderStatus::ok);
    };
    const TestResult result = desk.certify_one(spec_of("selects", 300));
    EXPECT_EQ(result.verdict, Verdict::error);
    EXPECT_EQ(result.bench_errors, 1);
    EXPECT_EQ(result.measurements[0].n, 299);
    EXPECT_EQ(result.measurements[0].value, 100);
}

TEST(Verdicts, ALostReaderIsAnErrorAndNotTriedAgain)
{
    for (const ReaderStatus status : {ReaderStatus::lost, ReaderStatus::hung}) {
        ScriptedDesk desk;
        desk.reader.on_select = [&](int n) { return selection(n < 3 ? ReaderStatus::ok : status); };
        const DeviceReport report =
            desk.certify({spec_of("selects", 300), spec_of("exchanges", 300)});
        ASSERT_EQ(report.results.size(), 2u);
        EXPECT_EQ(report.results[0].verdict, Verdict::error);
        EXPECT_EQ(report.results[1].verdict, Verdict::error);
        EXPECT_EQ(report.results[1].reasons.front(), "not begun: the reader is gone");
        EXPECT_EQ(desk.reader.exchanges, 0);
        EXPECT_EQ(desk.hand.asked, 1);
    }
}

TEST(Verdicts, AReaderThatComesBackIsTestedOn)
{
    ScriptedDesk desk;
    desk.reader.on_select = [&](int n) {
        return selection(n == 3 ? ReaderStatus::lost : ReaderStatus::ok);
    };
    const DeviceReport report = desk.certify({spec_of("selects", 300), spec_of("selects", 300)});
    EXPECT_EQ(report.results[0].verdict, Verdict::error);
    EXPECT_EQ(report.results[1].verdict, Verdict::pass);
}

TEST(Verdicts, ACardThatNobodyPlacesProvesNothing)
{
    ScriptedDesk desk;
    desk.hand.answer = "nobody is there";
    const TestResult result = desk.certify_one(spec_of("selects", 300));
    EXPECT_EQ(result.verdict, Verdict::inconclusive);
    EXPECT_EQ(result.reasons.front(), "nobody is there");
    EXPECT_EQ(desk.reader.selects, 0);
}

TEST(Verdicts, AnInterruptionAbortsThisTestAndAllAfterIt)
{
    ScriptedDesk desk;
    desk.reader.on_select = [&](int n) {
        desk.interrupted = n == 10;
        return selection(ReaderStatus::ok);
    };
    const DeviceReport report = desk.certify({spec_of("selects", 300), spec_of("selects", 300)});
    EXPECT_EQ(report.results[0].verdict, Verdict::aborted);
    EXPECT_EQ(report.results[1].verdict, Verdict::aborted);
    EXPECT_EQ(report.verdict(), Verdict::aborted);
}

TEST(Verdicts, DifferentAnswersToOneCommandAreAFail)
{
    ScriptedDesk desk;
    desk.reader.on_exchange = [](int n) {
        return Exchange{ReaderStatus::ok, n == 100 ? 1u : 2u, {}};
    };
    const TestResult result = desk.certify_one(spec_of("exchanges", 300));
    EXPECT_EQ(result.verdict, Verdict::fail);
    EXPECT_EQ(result.reasons.front(), "the same command was answered in two ways");
}

TEST(Verdicts, ACardFoundInAnEmptyFieldIsAFail)
{
    ScriptedDesk desk;
    desk.reader.on_select = [](int n) {
        return selection(n == 5 ? ReaderStatus::ok : ReaderStatus::no_card);
    };
    EXPECT_EQ(desk.certify_one(spec_of("empty_field", 10)).verdict, Verdict::fail);
}

TEST(Verdicts, TheWorstOneWins)
{
    EXPECT_EQ(worse(Verdict::pass, Verdict::inconclusive), Verdict::inconclusive);
    EXPECT_EQ(worse(Verdict::fail, Verdict::inconclusive), Verdict::fail);
    EXPECT_EQ(worse(Verdict::error, Verdict::aborted), Verdict::error);
    EXPECT_EQ(DeviceReport{}.verdict(), Verdict::inconclusive);
}

}  // namespace
}  // namespace hil
