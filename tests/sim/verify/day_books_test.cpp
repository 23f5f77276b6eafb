// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/verify/judged.h"

// Debits given back, the most a day costs, and points: right books raise nothing, and each planted
// wrong row is seen and named.
namespace sim
{

using test::all_findings;
using test::blamed;
using test::judged;
using test::ms;
using test::property;
using test::reached;
using test::SmallRun;

namespace
{

// Gives `yen` of the debit of tap `debit` back. Returns the cancel's index.
std::size_t cancel(SmallRun& run, std::size_t debit, int yen)
{
    const fw::ExecutionId cancelled = run.taps[debit].event.execution;
    const std::uint16_t board = run.taps[debit].true_board, alight = run.taps[debit].true_alight;
    TapRow& tap = run.tap(run.taps[debit].card, fw::TapKind::cancel, board, alight);
    tap.event.fare = {yen};
    tap.event.balance_after = tap.event.balance_before + fw::Yen{yen};
    tap.event.execution = {tap.event.key.device << 18 | tap.event.key.sequence};
    tap.event.last_execution = cancelled;
    run.cards[tap.card].purse_after = tap.event.balance_after;
    run.deliver(tap);
    run.postings.push_back({1,
                            PostingKind::cancel,
                            {AccountKind::revenue, 0},
                            {AccountKind::card, tap.card},
                            {yen},
                            tap.event.key,
                            tap.event.execution,
                            tap.card});
    return run.taps.size() - 1;
}

// Charged 400 by mistake, cancelled, charged again; `back` is given back in between.
SmallRun charged_again(int back)
{
    SmallRun run;
    const std::size_t wrong = run.ride(0, 0, 2, 400);
    cancel(run, wrong, back);
    const std::size_t again = run.ride(0, 0, 2, 290);
    run.taps.erase(run.taps.begin() + static_cast<std::ptrdiff_t>(again - 1));
    run.clouds.erase(run.clouds.begin() + static_cast<std::ptrdiff_t>(again - 1));
    return run;
}

PostingRow give_back(int yen, bool again = false)
{
    const Account revenue{AccountKind::revenue, 0}, owed{AccountKind::owed, 0};
    return {2, PostingKind::cap, again ? owed : revenue, again ? revenue : owed, {yen}, {2, 2}, {},
            0};
}

// Three rides of 290, 290 and 180 yen under a cap of 500 a day.
SmallRun capped()
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.ride(0, 1, 3, 290);
    run.ride(0, 2, 3, 180);
    Cap cap;
    cap.id = "day";
    cap.number = 1;
    cap.amount = {500};
    run.scenario.city.tariff.caps = {cap};
    return run;
}

PostingRow points(int yen)
{
    return {
        3, PostingKind::pay_out, {AccountKind::owed, 0}, {AccountKind::points, 0}, {yen}, {}, {},
        0};
}

}  // namespace

TEST(DayBooks, CountWhatRemainsPaidAfterACancel)
{
    const Judgement judgement = judged(charged_again(400));
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "cancels_right").checked, 1);
    EXPECT_EQ(property(judgement, "fare_correct").checked, 1);
    EXPECT_TRUE(reached(judgement, "cancel_seen"));
}

TEST(DayBooks, CallARideThatWasCancelledAndNotPaidAgainUnpaid)
{
    SmallRun run;
    cancel(run, run.ride(0, 0, 2, 290), 290);
    const Judgement judgement = judged(run);
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "unpaid_ride_seen").checked, 1);
}

TEST(DayBooks, SeeACancelThatGivesTooLittleBack)
{
    const Judgement judgement = judged(charged_again(390));
    EXPECT_EQ(blamed(judgement, "cancels_right"), "2-2");
    EXPECT_EQ(blamed(judgement, "fare_correct"), "2-3");
}

TEST(DayBooks, SeeTheSameDebitCancelledTwice)
{
    SmallRun run;
    const std::size_t debit = run.ride(0, 0, 2, 290);
    cancel(run, debit, 290);
    cancel(run, debit, 290);
    EXPECT_EQ(blamed(judged(run), "exactly_once"), "2-3");
}

TEST(DayBooks, SeeACancelOfNothing)
{
    SmallRun run;
    const std::size_t debit = run.ride(0, 0, 2, 290);
    const std::size_t at = cancel(run, debit, 290);
    run.taps[at].event.last_execution = {77};
    EXPECT_EQ(blamed(judged(run), "exactly_once"), "2-2");
}

TEST(DayBooks, SeeACancelAtAnotherReaderOrTooLate)
{
    SmallRun run;
    const std::size_t at = cancel(run, run.ride(0, 0, 2, 290), 290);
    run.taps[at].event.key = run.clouds[at].key = run.postings[1].evidence = {3, 1};
    EXPECT_EQ(blamed(judged(run), "cancels_right"), "3-1");

    SmallRun late;
    cancel(late, late.ride(0, 0, 2, 290), 290);
    late.scenario.city.tariff.cancel_within = {30'000 * ms};
    EXPECT_EQ(blamed(judged(late), "cancels_right"), "2-2");
}

TEST(DayBooks, SeeACancelTheLedgerMissed)
{
    SmallRun run = charged_again(400);
    run.postings.erase(run.postings.begin() + 1);
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-2");
}

// What the card shows at its next tap decides about a cancel whose answer was lost.
TEST(DayBooks, HoldAnUnansweredCancelInSuspenseUntilTheCardShows)
{
    for (const bool done : {false, true}) {
        SmallRun run;
        const std::size_t at = cancel(run, run.ride(0, 0, 2, 290), 290);
        run.taps[at].event.verdict = fw::TapVerdict::unconfirmed;
        run.taps[at].t[5] = -1;
        run.postings[1].kind = PostingKind::suspend;
        run.postings[1].credit = {AccountKind::suspense, 0};
        if (!done) run.cards[0].purse_after -= {290};
        EXPECT_EQ(all_findings(judged(run)), "");

        TapRow& next = run.tap(0, fw::TapKind::board, 2, 3);
        next.event.last_execution = run.taps[done ? at : at - 1].event.execution;
        run.deliver(next);
        EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-2");
        PostingRow end = run.postings[1];
        end.kind = done ? PostingKind::settle : PostingKind::reverse;
        end.debit = {AccountKind::suspense, 0};
        end.credit = done ? Account{AccountKind::card, 0} : Account{AccountKind::revenue, 0};
        run.postings.push_back(end);
        EXPECT_EQ(all_findings(judged(run)), "");
    }
}

TEST(DayBooks, GiveBackWhatADayCostsAboveItsCap)
{
    SmallRun run = capped();
    EXPECT_EQ(blamed(judged(run), "caps_kept"), "2-1");
    run.postings.push_back(give_back(80));
    run.postings.push_back(give_back(180));
    const Judgement judgement = judged(run);
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_TRUE(reached(judgement, "cap_seen"));
}

TEST(DayBooks, SeeACapThatIsOneYenOffOrTakenBackWrongly)
{
    SmallRun run = capped();
    run.postings.push_back(give_back(261));
    EXPECT_EQ(blamed(judged(run), "caps_kept"), "2-1");
    run.postings.push_back(give_back(1, true));
    EXPECT_EQ(all_findings(judged(run)), "");
    run.postings.push_back(give_back(5, true));
    EXPECT_EQ(blamed(judged(run), "caps_kept"), "2-1");
}

TEST(DayBooks, CountOnlyTheOperatorsOfACap)
{
    SmallRun run = capped();
    OperatorTariff other;
    other.id = "nagai";
    run.scenario.city.tariff.operators.push_back(other);
    run.scenario.city.tariff.caps[0].operators = {"nagai"};
    EXPECT_EQ(all_findings(judged(run)), "");
    run.postings.push_back(give_back(1));
    EXPECT_EQ(blamed(judged(run), "caps_kept"), "2-1");
}

TEST(DayBooks, SeeACapGivenToACardThatNeverRode)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.postings.push_back(give_back(10));
    run.postings.back().card = 7;
    EXPECT_EQ(blamed(judged(run), "caps_kept"), "0-0");
}

TEST(DayBooks, PayOutWhatIsOwedOnceItReachesTheMinimum)
{
    SmallRun run = capped();
    run.postings.push_back(give_back(260));
    EXPECT_EQ(all_findings(judged(run)), "");
    run.postings.push_back(points(260));
    EXPECT_EQ(blamed(judged(run), "pay_out_right"), "2-1");

    run.scenario.city.tariff.pay_out = PayOut::points_at_day_end;
    run.scenario.city.tariff.pay_out_minimum = {260};
    EXPECT_EQ(all_findings(judged(run)), "");
    run.postings.back().amount = {259};
    EXPECT_EQ(blamed(judged(run), "pay_out_right"), "2-1");
    run.postings.pop_back();
    EXPECT_EQ(blamed(judged(run), "pay_out_right"), "2-1");
    run.scenario.city.tariff.pay_out_minimum = {261};
    EXPECT_EQ(all_findings(judged(run)), "");
}

}  // namespace sim
