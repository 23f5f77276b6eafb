// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/export/exported.h"

namespace sim::test
{

namespace
{

// A tap of card 0 that moved `yen`, at stop B on the way to C.
TapRow& paid_tap(SmallRun& run, fw::TapKind kind, int yen)
{
    TapRow& row = run.tap(0, kind, 1, 2);
    row.event.fare = {yen};
    row.event.execution = {77};
    return row;
}

PostingRow posting(const TapRow& tap, PostingKind kind, Account from, Account to)
{
    return {tap.t[7] + 5'000 * ms, kind,    from, to, tap.event.fare, tap.event.key,
            tap.event.execution,   tap.card};
}

constexpr Account suspense{AccountKind::suspense, 0};
constexpr Account revenue{AccountKind::revenue, 0};
constexpr Account owed{AccountKind::owed, 0};

}  // namespace

TEST(FareTransactions, WriteABoardingAsAnEnterOfNothing)
{
    SmallRun run;
    run.tap(0, fw::TapKind::board, 1, 0);
    const auto rows = fare_transactions(run, "board");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("fare_action"), "Enter");
    EXPECT_EQ(rows[0].at("amount"), "0");
    EXPECT_EQ(rows[0].at("stop_id"), "B");
    EXPECT_EQ(rows[0].at("trip_stop_sequence"), "2");
    EXPECT_EQ(rows[0].at("device_id"), "1");
}

TEST(FareTransactions, WriteAnAlightAsAnExitWithTheFare)
{
    SmallRun run;
    run.ride(0, 1, 3, 290);
    const auto rows = fare_transactions(run, "alight");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].at("transaction_id"), "2-1");
    EXPECT_EQ(rows[1].at("fare_action"), "Exit");
    EXPECT_EQ(rows[1].at("amount"), "290");
    EXPECT_EQ(rows[1].at("stop_id"), "D");
    EXPECT_EQ(rows[1].at("trip_id_scheduled"), "R1-0730");
    EXPECT_EQ(rows[1].at("vehicle_id"), "bus-1");
    EXPECT_EQ(rows[1].at("fare_product"), "Single ride");
    EXPECT_EQ(rows[1].at("balance"), "4710");
    EXPECT_EQ(rows[1].at("token_id"), "00000000000003e8");
}

TEST(FareTransactions, WriteAFlatFareAsAnEnterWithTheAmount)
{
    SmallRun run;
    paid_tap(run, fw::TapKind::flat, 100);
    const auto rows = fare_transactions(run, "flat");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("fare_action"), "Enter");
    EXPECT_EQ(rows[0].at("amount"), "100");
}

TEST(FareTransactions, TellCashFromTheCard)
{
    SmallRun run;
    paid_tap(run, fw::TapKind::cash, 300);
    const auto rows = fare_transactions(run, "cash");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("fare_action"), "Exit");
    EXPECT_EQ(rows[0].at("fare_media_id"), "Cash or coins");
}

TEST(FareTransactions, WriteATopUpAsAnAddAndACancelAsAVoidOfANegativeAmount)
{
    SmallRun run;
    paid_tap(run, fw::TapKind::top_up, 1000);
    paid_tap(run, fw::TapKind::cancel, 180);
    const auto rows = fare_transactions(run, "hand");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].at("fare_action"), "Add");
    EXPECT_EQ(rows[0].at("amount"), "1000");
    EXPECT_EQ(rows[1].at("fare_action"), "Void");
    EXPECT_EQ(rows[1].at("amount"), "-180");
}

TEST(FareTransactions, LeaveOutWhatWasRefusedOrTorn)
{
    SmallRun run;
    run.tap(0, fw::TapKind::board, 1, 0).event.verdict = fw::TapVerdict::torn;
    paid_tap(run, fw::TapKind::alight, 300).event.verdict = fw::TapVerdict::refused_balance;
    EXPECT_TRUE(fare_transactions(run, "refused").empty());
}

TEST(FareTransactions, CountAnUnansweredDebitOnceTheLedgerSettledIt)
{
    SmallRun run;
    TapRow& lost = paid_tap(run, fw::TapKind::alight, 290);
    lost.event.verdict = fw::TapVerdict::unconfirmed;
    EXPECT_TRUE(fare_transactions(run, "suspended").empty());
    run.postings.push_back(posting(lost, PostingKind::settle, suspense, revenue));
    const auto rows = fare_transactions(run, "settled");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("amount"), "290");
}

TEST(FareTransactions, CountADebitThatALaterTouchConfirmedOnlyThere)
{
    SmallRun run;
    TapRow& lost = paid_tap(run, fw::TapKind::alight, 290);
    lost.event.verdict = fw::TapVerdict::unconfirmed;
    run.postings.push_back(posting(lost, PostingKind::settle, suspense, revenue));
    paid_tap(run, fw::TapKind::alight, 290).event.verdict = fw::TapVerdict::recovered;
    const auto rows = fare_transactions(run, "recovered");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("transaction_id"), "2-2");
}

TEST(FareTransactions, WriteWhatTheLedgerGivesBackAsANegativeAdjust)
{
    SmallRun run;
    const TapRow tap = run.taps[run.ride(0, 1, 2, 180)];
    run.postings.push_back(posting(tap, PostingKind::adjust, revenue, owed));
    run.postings.push_back(posting(tap, PostingKind::cap, owed, revenue));
    const auto rows = fare_transactions(run, "adjusted");
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[2].at("fare_action"), "Adjust");
    EXPECT_EQ(rows[2].at("amount"), "-180");
    EXPECT_EQ(rows[2].at("fare_capped"), "false");
    EXPECT_EQ(rows[3].at("amount"), "180");
    EXPECT_EQ(rows[3].at("fare_capped"), "true");
}

TEST(FareTransactions, HaveNoTokenWhileTheRunHasNotWrittenItsCards)
{
    SmallRun run;
    run.tap(0, fw::TapKind::board, 1, 0);
    run.cards.clear();
    const auto rows = fare_transactions(run, "no_cards");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("token_id"), "");
}

TEST(FareTransactions, TellTheClassOfTheRider)
{
    SmallRun run;
    run.taps[run.ride(0, 1, 2, 90)].event.half = fw::Half::child;
    run.taps[run.ride(1, 1, 2, 162)].event.discount_class = 1;
    const auto rows = fare_transactions(run, "classes");
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].at("rider_category"), "");
    EXPECT_EQ(rows[1].at("rider_category"), "child");
    EXPECT_EQ(rows[3].at("rider_category"), "senior");
}

TEST(FareTransactions, TellTheTimeInUtcOfTheServiceDay)
{
    SmallRun run;
    run.tap(0, fw::TapKind::board, 1, 0).t[0] = 27'060'999 * ms;  // 07:31:00.999 in Japan
    run.tap(0, fw::TapKind::board, 1, 0).t[0] = 32'400'000 * ms;  // 09:00
    run.tap(0, fw::TapKind::board, 1, 0).t[0] = 90'061'000 * ms;  // 25:01:01
    const auto rows = fare_transactions(run, "times");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].at("event_timestamp"), "2026-03-31T22:31:00Z");
    EXPECT_EQ(rows[1].at("event_timestamp"), "2026-04-01T00:00:00Z");
    EXPECT_EQ(rows[2].at("event_timestamp"), "2026-04-01T16:01:01Z");
    EXPECT_EQ(rows[2].at("service_date"), "2026-04-01");
}

}  // namespace sim::test
