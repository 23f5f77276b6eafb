// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/verify/judged.h"

// Every oracle against one planted wrong row: it must see it and name the tap.
namespace sim
{

using test::all_findings;
using test::blamed;
using test::judged;
using test::property;
using test::SmallRun;

namespace
{

SmallRun three_rides()
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.ride(1, 1, 3, 290);
    run.ride(0, 2, 3, 180);
    return run;
}

constexpr std::size_t second = 3;  // tap 2-2, the alighting of card 1

// Card 0's debit gets no answer: `done` tells whether the card made it. Returns its tap's index.
std::size_t lose_answer(SmallRun& run, bool done)
{
    const std::size_t at = run.ride(0, 0, 2, 290);
    run.taps[at].event.verdict = fw::TapVerdict::unconfirmed;
    run.taps[at].t[5] = -1;
    run.postings.back().kind = PostingKind::suspend;
    run.postings.back().credit = {AccountKind::suspense, 0};
    if (!done) run.cards[0].purse_after += {290};
    return at;
}

void follow_up(SmallRun& run, std::size_t lost, PostingKind kind)
{
    const Account to = kind == PostingKind::settle ? Account{AccountKind::revenue, 0}
                                                   : Account{AccountKind::card, 0};
    PostingRow row = run.postings.back();
    row.kind = kind;
    row.debit = {AccountKind::suspense, 0};
    row.credit = to;
    row.evidence = run.taps[lost].event.key;
    run.postings.push_back(row);
}

}  // namespace

TEST(Books, BlameAReaderThatUsesTheNumberOfATapAgain)
{
    SmallRun run = three_rides();
    run.taps.push_back(run.taps[second]);
    EXPECT_NE(blamed(judged(run), "exactly_once").find(text_of(run.taps[second].event.key)),
              std::string::npos);
}

// Its fare stays in suspense; the cloud will charge its own price once it knows.
TEST(Books, JudgeADebitLeftInSuspenseByThePriceOfTheCloud)
{
    SmallRun run;
    const std::size_t at = lose_answer(run, false);
    run.taps[at].event.fare = {300};
    run.postings.back().amount = {300};
    run.clouds.back().due = {290};
    EXPECT_EQ(blamed(judged(run), "fare_correct"), "");
    run.clouds.back().due = {300};
    EXPECT_EQ(blamed(judged(run), "fare_correct"), text_of(run.taps[at].event.key));
}

TEST(Books, FindNothingInARightRun)
{
    const Judgement judgement = judged(three_rides());
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(judgement.verdict, Verdict::pass);
    EXPECT_EQ(property(judgement, "fare_correct").checked, 3);
    EXPECT_EQ(property(judgement, "money_conserved").checked, 2);
}

TEST(Books, SeeAFareThatIsOneYenOff)
{
    SmallRun run = three_rides();
    fw::TapEvent& event = run.taps[second].event;
    event.fare = {291};
    event.balance_after = {5000 - 291};
    run.cards[1].purse_after = {5000 - 291};
    run.postings[1].amount = {291};

    const Judgement judgement = judged(run);

    EXPECT_EQ(blamed(judgement, "fare_correct"), "2-2");
    EXPECT_EQ(judgement.findings.size(), 1u) << all_findings(judgement);
    EXPECT_EQ(judgement.findings[0].yen, 1);
    EXPECT_EQ(judgement.exit_code(), 1);
}

TEST(Books, AcceptAWrongChargeThatTheCloudAdjusted)
{
    SmallRun run = three_rides();
    run.taps[second].true_class = 1;  // 270 due
    PostingRow adjust = run.postings[1];
    adjust.kind = PostingKind::adjust;
    adjust.debit = {AccountKind::revenue, 0};
    adjust.credit = {AccountKind::owed, 0};
    adjust.amount = {20};
    run.postings.push_back(adjust);
    EXPECT_EQ(all_findings(judged(run)), "");

    run.postings.back().amount = {19};
    EXPECT_EQ(blamed(judged(run), "fare_correct"), "2-2");
}

TEST(Books, SeeALostPosting)
{
    SmallRun run = three_rides();
    run.postings.erase(run.postings.begin() + 1);
    const Judgement judgement = judged(run);
    EXPECT_EQ(blamed(judgement, "money_conserved"), "2-2");
    EXPECT_EQ(judgement.findings.size(), 1u) << all_findings(judgement);
}

TEST(Books, SeeADoubledPosting)
{
    SmallRun run = three_rides();
    run.postings.push_back(run.postings[1]);
    const Judgement judgement = judged(run);
    EXPECT_EQ(blamed(judgement, "exactly_once"), "2-2");
    EXPECT_EQ(blamed(judgement, "money_conserved"), "2-2");
}

TEST(Books, SeeAPostingOfTheWrongAmount)
{
    SmallRun run = three_rides();
    run.postings[1].amount = {289};
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-2");
}

TEST(Books, SeeAPostingToTheWrongOperator)
{
    SmallRun run = three_rides();
    run.postings[1].credit.number = 4;
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-2");
}

TEST(Books, SeeAPostingNoTapAskedFor)
{
    SmallRun run = three_rides();
    run.postings.push_back(run.postings[1]);
    run.postings.back().execution = {99};
    run.postings.back().evidence = {8, 8};
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "8-8");
}

TEST(Books, SeeAPostingThatMovesNothing)
{
    SmallRun run = three_rides();
    run.postings[1].credit = run.postings[1].debit;
    EXPECT_NE(blamed(judged(run), "money_conserved").find("2-2"), std::string::npos);
}

TEST(Books, SeeABrokenChainOfBalances)
{
    SmallRun run = three_rides();
    for (const std::size_t later : {4, 5}) {  // card 0's second ride starts 40 yen short
        run.taps[later].event.balance_before -= {40};
        run.taps[later].event.balance_after -= {40};
    }
    run.cards[0].purse_after -= {40};

    const Judgement judgement = judged(run);

    EXPECT_EQ(blamed(judgement, "chain_unbroken"), "1-3");
    EXPECT_EQ(blamed(judgement, "money_conserved"), "1-3");
}

TEST(Books, SeeAPurseThatDoesNotMatchItsTaps)
{
    SmallRun run = three_rides();
    run.cards[1].purse_after += {1};
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-2");
}

TEST(Books, SeeATapWhoseOwnSumIsWrong)
{
    SmallRun run = three_rides();
    run.taps[second].event.balance_after += {10};
    EXPECT_EQ(blamed(judged(run), "chain_unbroken"), "2-2");
}

TEST(Books, SeeARiderChargedTwiceForOneRide)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::size_t again = run.ride(0, 0, 2, 290);
    run.taps.erase(run.taps.begin() + static_cast<std::ptrdiff_t>(again - 1));
    run.clouds.erase(run.clouds.begin() + static_cast<std::ptrdiff_t>(again - 1));

    const Judgement judgement = judged(run);

    EXPECT_EQ(blamed(judgement, "exactly_once"), "2-2") << all_findings(judgement);
    EXPECT_EQ(judgement.findings[0].yen, 290);
}

TEST(Books, SeeTwoDebitsUnderOneExecution)
{
    SmallRun run = three_rides();
    run.taps[5].event.execution = run.taps[1].event.execution;
    EXPECT_NE(blamed(judged(run), "exactly_once").find("2-3"), std::string::npos);
}

TEST(Books, SeeATapTheCloudNeverGot)
{
    SmallRun run = three_rides();
    run.clouds.erase(run.clouds.begin() + second);
    const Judgement judgement = judged(run);
    EXPECT_EQ(blamed(judgement, "taps_delivered"), "2-2");
}

TEST(Books, SeeATapTheCloudInvented)
{
    SmallRun run = three_rides();
    run.clouds.push_back({{5, 5}, 1, 2, {}});
    EXPECT_EQ(blamed(judged(run), "taps_delivered"), "5-5");
}

TEST(Books, HoldAnUnansweredDebitInSuspenseEitherWay)
{
    for (const bool done : {false, true}) {
        SmallRun run;
        lose_answer(run, done);
        const Judgement judgement = judged(run);
        EXPECT_EQ(all_findings(judgement), "");
        EXPECT_EQ(property(judgement, "unconfirmed_seen").state, PropertyResult::State::reached);
    }
}

TEST(Books, SeeAnUnansweredDebitMissingFromSuspense)
{
    SmallRun run;
    lose_answer(run, true);
    run.postings.clear();
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-1");
}

TEST(Books, DemandSettlementOnceTheCardShowsThatItPaid)
{
    SmallRun run;
    const std::size_t lost = lose_answer(run, true);
    run.deliver(run.tap(0, fw::TapKind::board, 2, 3));
    run.taps.back().event.last_execution = run.taps[lost].event.execution;
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-1");

    follow_up(run, lost, PostingKind::settle);
    EXPECT_EQ(all_findings(judged(run)), "");
}

TEST(Books, DemandReversalOnceTheCardShowsThatItDidNot)
{
    SmallRun run;
    const std::size_t lost = lose_answer(run, false);
    run.deliver(run.tap(0, fw::TapKind::board, 2, 3));
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-1");

    follow_up(run, lost, PostingKind::reverse);
    EXPECT_EQ(all_findings(judged(run)), "");
}

// The device hands the earlier event on, so a recovered tap shows the balance before the debit.
TEST(Books, CountARecoveredDebitOnce)
{
    SmallRun run;
    const std::size_t lost = lose_answer(run, true);
    TapRow& again = run.tap(0, fw::TapKind::alight, 0, 2);
    const fw::TapKey key = again.event.key;
    again.event = run.taps[lost].event;
    again.event.key = key;
    again.event.verdict = fw::TapVerdict::recovered;
    again.event.last_execution = again.event.execution;
    run.deliver(again);
    follow_up(run, lost, PostingKind::settle);

    const Judgement judgement = judged(run);

    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "fare_correct").checked, 1);
}

TEST(Books, ChargeFromTheFirstStopWithoutABoardingRecord)
{
    SmallRun run;
    run.ride(0, 1, 2, 290);  // boarded at B, but no box saw it; A to C is 290
    run.taps.erase(run.taps.begin());
    run.clouds.erase(run.clouds.begin());
    EXPECT_EQ(all_findings(judged(run)), "");

    run.scenario.city.tariff.no_boarding_record = NoBoardingRecord::refuse;
    EXPECT_EQ(blamed(judged(run), "fare_correct"), "2-1");
}

TEST(Books, AllowEitherFareWhenTheBoardingMayHaveBeenWritten)
{
    for (const int fare : {180, 290, 200}) {
        SmallRun run;
        run.ride(0, 1, 2, fare);
        run.taps[0].event.verdict = fw::TapVerdict::torn;
        run.taps[0].t[5] = -1;
        EXPECT_EQ(blamed(judged(run), "fare_correct"), fare == 200 ? "2-1" : "");
    }
}

TEST(Books, CloseATopUp)
{
    SmallRun run;
    TapRow& load = run.tap(0, fw::TapKind::top_up, 0, 0);
    load.event.fare = {1000};
    load.event.balance_after = {6000};
    load.event.execution = {5};
    run.cards[0].purse_after = {6000};
    run.deliver(load);
    run.postings.push_back({1,
                            PostingKind::top_up,
                            {AccountKind::cash, 0},
                            {AccountKind::card, 0},
                            {1000},
                            load.event.key,
                            {5},
                            0});
    EXPECT_EQ(all_findings(judged(run)), "");

    run.postings[0].amount = {900};
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-1");
}

TEST(Books, OrderACardsTapsByTimeNotByArrival)
{
    SmallRun run = three_rides();
    std::reverse(run.clouds.begin(), run.clouds.end());
    EXPECT_EQ(all_findings(judged(run)), "");
}

}  // namespace sim
