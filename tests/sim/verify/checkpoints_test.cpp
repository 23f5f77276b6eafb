// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/checkpoints.h"

#include <gtest/gtest.h>

#include "tests/sim/verify/judged.h"

// The reconciliation of the four books against one planted mistake at a time.
namespace sim
{

using test::all_findings;
using test::blamed;
using test::judged;
using test::ms;
using test::property;
using test::SmallRun;

namespace
{

constexpr char books[] = "books_reconciled";
constexpr std::int64_t minute = 60'000 * ms;
constexpr std::int64_t start = 27'000'000'000'000;  // first tap: a minute later

// A keeper that counts by itself what really happened up to `t`.
class Keeper
{
public:
    Keeper(const SmallRun& run, std::int64_t t)
    {
        row.t = statement.t = t;
        for (const CardRow& card : run.cards) row.purses += card.purse_before.count;
        for (const TapRow& tap : run.taps)
            if (tap.t[0] <= t) count(tap);
        for (const PostingRow& posting : run.postings)
            if (posting.t <= t) count(posting);
        row.statements = statement.fares;
    }
    CheckpointRow row;
    StatementRow statement;

private:
    void count(const TapRow& tap)
    {
        if (tap.event.execution.value == 0) return;
        const bool repeated = tap.event.verdict == fw::TapVerdict::recovered;
        if (!repeated && tap.event.balance_after != tap.event.balance_before)
            row.purses -= tap.event.fare.count;
        if (tap.event.verdict != fw::TapVerdict::unconfirmed) row.journals += tap.event.fare.count;
    }
    void count(const PostingRow& posting)
    {
        const std::int64_t yen = posting.amount.count;
        if (posting.kind == PostingKind::suspend) row.suspense += yen;
        if (posting.kind == PostingKind::settle || posting.kind == PostingKind::reverse)
            row.suspense -= yen;
        if (posting.kind != PostingKind::fare && posting.kind != PostingKind::settle) return;
        row.ledger += yen;
        statement.fares += yen;
    }
};

// A checkpoint three seconds into every minute until after the last posting.
void take_checkpoints(SmallRun& run)
{
    for (int k = 1; k <= 12; ++k) {
        const Keeper keeper(run, start + k * minute + 3'000 * ms);
        run.checkpoints.push_back(keeper.row);
        run.statements.push_back(keeper.statement);
    }
}

// Taps at minutes 1 to 6; every ride's fare arrives five seconds after it was taken.
SmallRun three_rides()
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.ride(1, 1, 3, 290);
    run.ride(0, 2, 3, 180);
    return run;
}

constexpr std::size_t second = 3;  // tap 2-2, the alighting of card 1

// Card 0 pays at minute 2 without an answer and touches again at minute 3.
SmallRun lost_answer(bool done)
{
    SmallRun run;
    const std::size_t lost = run.ride(0, 0, 2, 290);
    TapRow& tap = run.taps[lost];
    tap.event.verdict = fw::TapVerdict::unconfirmed;
    tap.event.last_execution = {5};
    run.postings.back().kind = PostingKind::suspend;
    run.postings.back().credit = {AccountKind::suspense, 0};
    const fw::ExecutionId execution = tap.event.execution;
    if (!done) {
        run.cards[0].purse_after = tap.event.balance_before;
        tap.event.balance_after = tap.event.balance_before;
    }
    TapRow& look = run.tap(0, fw::TapKind::board, 2, 3);
    look.event.last_execution = done ? execution : fw::ExecutionId{5};
    run.deliver(look);
    PostingRow row = run.postings.back();
    row.kind = done ? PostingKind::settle : PostingKind::reverse;
    row.debit = {AccountKind::suspense, 0};
    row.credit = done ? Account{AccountKind::revenue, 0} : Account{AccountKind::card, 0};
    row.t = run.clouds.back().t8;
    run.postings.push_back(row);
    return run;
}

std::int64_t asked(const std::string& file, const std::string& sql)
{
    return Database(file, Database::Mode::read_only).integer(sql);
}

}  // namespace

TEST(Checkpoints, FindNothingInRightBooks)
{
    SmallRun run = three_rides();
    take_checkpoints(run);

    const Judgement judgement = judged(run);

    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, books).checked, 12);
}

TEST(Checkpoints, AreNotTestedWithoutOne)
{
    const Judgement judgement = judged(three_rides());

    EXPECT_EQ(property(judgement, books).state, PropertyResult::State::not_tested);
}

TEST(Checkpoints, AreNotTestedWhenTheRunWasCutShort)
{
    SmallRun run = three_rides();
    take_checkpoints(run);

    const Judgement judgement = judge(run.write("books", Outcome::aborted), run.scenario);

    EXPECT_EQ(property(judgement, books).checked, 0);
}

TEST(Checkpoints, ListTheTapsThatAreStillOnTheirWay)
{
    SmallRun run = three_rides();
    run.clouds[second].t8 += 5 * minute;  // minute 4 to minute 9
    run.postings[1].t = run.clouds[second].t8;
    take_checkpoints(run);
    const std::string file = run.write("books");

    const Judgement judgement = judge(file, run.scenario);

    EXPECT_EQ(blamed(judgement, books), "");
    const std::string here = " WHERE checkpoint = " + std::to_string(run.checkpoints[5].t);
    EXPECT_EQ(asked(file, "SELECT sum(yen) FROM v_in_flight" + here), 290 + 180);
    EXPECT_EQ(asked(file, "SELECT count(*) FROM v_in_flight" + here + " AND tap = '2-2'"), 1);
    EXPECT_EQ(asked(file, "SELECT count(*) FROM v_checkpoint WHERE difference <> explained"), 0);
    EXPECT_EQ(asked(file, "SELECT count(*) FROM v_checkpoint WHERE taps > 0"), 7);
}

TEST(Checkpoints, NameATapThatArrivedAndWasNeverPosted)
{
    SmallRun run = three_rides();
    run.postings.erase(run.postings.begin() + 1);
    take_checkpoints(run);

    EXPECT_EQ(blamed(judged(run), books), "2-2");
}

TEST(Checkpoints, NameATapThatIsPostedTwice)
{
    SmallRun run = three_rides();
    run.postings.push_back(run.postings[1]);
    take_checkpoints(run);

    EXPECT_EQ(blamed(judged(run), books), "2-2");
}

TEST(Checkpoints, NameATapThatIsPostedLate)
{
    SmallRun run = three_rides();
    run.postings[1].t += 1;
    take_checkpoints(run);

    EXPECT_EQ(blamed(judged(run), books), "2-2");
}

TEST(Checkpoints, NameATapThatIsPostedBeforeItArrived)
{
    SmallRun run = three_rides();
    run.clouds.erase(run.clouds.begin() + second);
    take_checkpoints(run);

    EXPECT_EQ(blamed(judged(run), books), "2-2");
}

TEST(Checkpoints, NameAPostingThatNoBoxTook)
{
    SmallRun run = three_rides();
    PostingRow extra = run.postings[1];
    extra.execution = {999};
    extra.evidence = {2, 9};
    run.postings.push_back(extra);
    take_checkpoints(run);

    EXPECT_EQ(blamed(judged(run), books), "2-9");
}

TEST(Checkpoints, CountADebitWithoutAnAnswerByWhatTheCardLaterShows)
{
    for (const bool done : {true, false}) {
        SmallRun run = lost_answer(done);
        take_checkpoints(run);
        const std::string file = run.write("books");

        const Judgement judgement = judge(file, run.scenario);

        EXPECT_EQ(blamed(judgement, books), "");
        EXPECT_EQ(asked(file, "SELECT done FROM lost_answer"), done ? 1 : 0);
        EXPECT_EQ(asked(file, "SELECT sum(yen) FROM v_in_flight WHERE why = 'suspense'"), 290);
        EXPECT_EQ(asked(file, "SELECT max(yen) FROM v_in_flight WHERE why = 'unanswered'"),
                  done ? 290 : 0);
        EXPECT_EQ(asked(file, "SELECT count(*) FROM v_checkpoint WHERE difference <> explained"),
                  0);
    }
}

TEST(Checkpoints, CountADebitWithoutAnAnswerByThePurseWhenTheCardIsNotSeenAgain)
{
    for (const bool done : {true, false}) {
        SmallRun run = lost_answer(done);
        run.taps.pop_back();
        run.clouds.pop_back();
        run.postings.pop_back();
        take_checkpoints(run);

        EXPECT_EQ(blamed(judged(run), books), "");
    }
}

TEST(Checkpoints, AcceptADebitThatALaterTouchConfirmed)
{
    SmallRun run = lost_answer(true);
    const fw::TapEvent lost = run.taps[1].event;
    fw::TapEvent& retouch = run.taps.back().event;
    const fw::TapKey key = retouch.key;
    retouch = lost;
    retouch.key = key;
    retouch.verdict = fw::TapVerdict::recovered;
    retouch.last_execution = lost.execution;
    take_checkpoints(run);
    const std::string file = run.write("books");

    const Judgement judgement = judge(file, run.scenario);

    EXPECT_EQ(blamed(judgement, books), "");
    EXPECT_EQ(asked(file, "SELECT count(*) FROM v_checkpoint WHERE difference <> explained"), 0);
    EXPECT_EQ(asked(file, "SELECT confirmed IS NULL FROM lost_answer"), 0);
}

TEST(Checkpoints, NameASettlementOfADebitThatHadNotArrived)
{
    SmallRun run = lost_answer(true);
    run.clouds[1].t8 = run.postings.back().t + 1;
    take_checkpoints(run);

    EXPECT_EQ(blamed(judged(run), books), "2-1");
}

TEST(Checkpoints, SeeEachKeepersSumThatIsOneYenOff)
{
    std::int64_t CheckpointRow::*const sums[] = {&CheckpointRow::purses, &CheckpointRow::journals,
                                                 &CheckpointRow::ledger, &CheckpointRow::suspense,
                                                 &CheckpointRow::statements};
    for (std::int64_t CheckpointRow::*const sum : sums) {
        SmallRun run = three_rides();
        take_checkpoints(run);
        for (std::size_t k = 2; k < run.checkpoints.size(); ++k) ++(run.checkpoints[k].*sum);

        const Judgement judgement = judged(run);

        EXPECT_EQ(property(judgement, books).violations, 1);
        EXPECT_NE(all_findings(judgement).find("at 07:33:03"), std::string::npos);
    }
}

TEST(Checkpoints, NameTheTransferThatAStatementMisses)
{
    SmallRun run = three_rides();
    take_checkpoints(run);
    for (std::size_t k = 6; k < run.statements.size(); ++k) run.statements[k].fares -= 180;

    const Judgement judgement = judged(run);

    EXPECT_EQ(property(judgement, books).violations, 1);
    EXPECT_EQ(blamed(judgement, books), "2-3");
}

TEST(Checkpoints, MissAStatement)
{
    SmallRun run = three_rides();
    take_checkpoints(run);
    run.statements.pop_back();

    EXPECT_EQ(property(judged(run), books).violations, 1);
}

TEST(Checkpoints, CountATapThatAskedTheCloudWhenItHadItsAnswer)
{
    SmallRun run = three_rides();
    TapRow& tap = run.taps[second];
    const std::int64_t cut = tap.t[0] + 50 * ms;  // before T4
    tap.event.decided_by = fw::DecidedBy::cloud;
    take_checkpoints(run);
    run.checkpoints = {run.checkpoints[1]};
    run.statements = {run.statements[1]};
    run.checkpoints[0].t = run.statements[0].t = cut;
    run.checkpoints[0].ledger = run.checkpoints[0].statements = run.statements[0].fares = 290;

    EXPECT_EQ(blamed(judged(run), books), "");

    run.taps[second].event.decided_by = fw::DecidedBy::local;
    EXPECT_EQ(property(judged(run), books).violations, 2);  // purses and fare boxes
}

}  // namespace sim
