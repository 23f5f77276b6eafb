// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/verify/judged.h"

// Passes, cash, refusals, clocks, and a tariff that changes during the day: right books raise
// nothing, and each planted wrong row is seen and named.
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

constexpr std::int64_t hour = 3'600'000 * ms;

// Card 0 rides A to C and pays `fare`; it holds an area pass of A, B and C until `until`.
SmallRun pass_ride(int fare, std::int64_t until = -1)
{
    SmallRun run;
    run.scenario.city.tariff.zones = {{"centre", {"zoneA", "zoneB", "C"}, {}}};
    Pass pass;
    pass.id = "day";
    pass.number = 1;
    pass.area = "centre";
    run.scenario.city.tariff.passes = {pass};
    const std::size_t at = run.ride(0, 0, 2, fare);
    run.cards[0].pass = 1;
    run.cards[0].pass_until = until;
    if (fare == 0) {
        run.taps[at].event.execution = {};
        run.taps[at].event.rule = fw::FareRule::pass;
        run.taps[at].event.pass = 1;
        run.postings.clear();
    }
    return run;
}

PostingRow adjust(const SmallRun& run, std::size_t tap, int gain)
{
    const fw::TapEvent& event = run.taps[tap].event;
    const Account revenue{AccountKind::revenue, 0}, owed{AccountKind::owed, 0};
    return {1,
            PostingKind::adjust,
            gain > 0 ? owed : revenue,
            gain > 0 ? revenue : owed,
            {gain > 0 ? gain : -gain},
            event.key,
            event.execution,
            run.taps[tap].card};
}

// Card 0 boards at A, has too little, and pays `fare` in cash at C.
SmallRun cash_ride(int fare)
{
    SmallRun run;
    run.deliver(run.tap(0, fw::TapKind::board, 0, 2));
    TapRow& tap = run.tap(0, fw::TapKind::cash, 0, 2);
    tap.event.fare = {fare};
    run.deliver(tap);
    run.postings.push_back({1,
                            PostingKind::cash_fare,
                            {AccountKind::cash, 0},
                            {AccountKind::revenue, 0},
                            {fare},
                            tap.event.key,
                            {},
                            0});
    return run;
}

}  // namespace

TEST(FareBooks, LetAPassPayForARide)
{
    const Judgement judgement = judged(pass_ride(0));
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "fare_correct").checked, 1);
    EXPECT_TRUE(reached(judgement, "pass_used_seen"));
}

TEST(FareBooks, SeeARideThatAnEndedPassPaid)
{
    const std::int64_t paid = pass_ride(0).taps[1].t[0];
    EXPECT_EQ(blamed(judged(pass_ride(0, paid - 3000 * ms)), "fare_correct"), "2-1");
    EXPECT_EQ(all_findings(judged(pass_ride(0, paid + 3000 * ms))), "");
}

// Nobody's clock is better than a second or two: as the pass ends either price is right.
TEST(FareBooks, AllowEitherFareAtTheMomentAPassEnds)
{
    const std::int64_t paid = pass_ride(0).taps[1].t[0];
    for (const std::int64_t until : {paid - 1000 * ms, paid + 1000 * ms}) {
        EXPECT_EQ(all_findings(judged(pass_ride(0, until))), "");
        EXPECT_EQ(all_findings(judged(pass_ride(290, until))), "");
        EXPECT_EQ(blamed(judged(pass_ride(180, until)), "fare_correct"), "2-1");
    }
}

TEST(FareBooks, SeeAHolderOfAPassChargedUnlessItIsCorrected)
{
    SmallRun run = pass_ride(290);
    EXPECT_EQ(blamed(judged(run), "fare_correct"), "2-1");
    run.postings.push_back(adjust(run, 1, -290));
    EXPECT_EQ(all_findings(judged(run)), "");
}

TEST(FareBooks, SeeARideTheBoxGaveAwayUnlessItIsCorrected)
{
    SmallRun run = pass_ride(0, 1);
    EXPECT_EQ(blamed(judged(run), "fare_correct"), "2-1");
    run.postings.push_back(adjust(run, 1, 290));
    EXPECT_EQ(all_findings(judged(run)), "");
    run.postings.back().evidence = {2, 9};
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-9");
}

TEST(FareBooks, LetACashRidePayTheCashFare)
{
    const Judgement judgement = judged(cash_ride(290));
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "cash_fares_right").checked, 1);
    EXPECT_TRUE(reached(judgement, "cash_ride_seen"));
    EXPECT_EQ(property(judgement, "unpaid_ride_seen").checked, 0);
}

// The box hands the first touch's event on under the retouch's own key.
TEST(FareBooks, CountCashOnceWhenItsAnswerWasLost)
{
    SmallRun run = cash_ride(290);
    run.taps[1].event.verdict = fw::TapVerdict::unconfirmed;
    TapRow& again = run.tap(0, fw::TapKind::cash, 0, 2);
    again.event.verdict = fw::TapVerdict::recovered;
    again.event.fare = {290};
    run.deliver(again);
    run.postings[0].evidence = again.event.key;
    const Judgement judgement = judged(run);
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "cash_fares_right").checked, 1);
}

TEST(FareBooks, SeeAWrongCashFare)
{
    EXPECT_EQ(blamed(judged(cash_ride(280)), "cash_fares_right"), "2-1");
}

TEST(FareBooks, SeeCashThatTheLedgerMissesOrCountsTwice)
{
    SmallRun run = cash_ride(290);
    run.postings.push_back(run.postings[0]);
    EXPECT_EQ(blamed(judged(run), "cash_fares_right"), "2-1");
    run.postings.clear();
    EXPECT_EQ(blamed(judged(run), "cash_fares_right"), "2-1");
}

TEST(FareBooks, SeeACashFareOnTheWrongAccounts)
{
    SmallRun run = cash_ride(290);
    run.postings[0].debit = {AccountKind::owed, 0};
    EXPECT_EQ(blamed(judged(run), "money_conserved"), "2-1");
}

TEST(FareBooks, SeeACashRideThatMovedThePurse)
{
    SmallRun run = cash_ride(290);
    run.taps[1].event.balance_after -= {290};
    EXPECT_EQ(blamed(judged(run), "cash_fares_right"), "2-1");
}

TEST(FareBooks, SeeARidePaidInCashAndByCard)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    SmallRun cash = cash_ride(290);
    TapRow& tap = run.tap(0, fw::TapKind::cash, 0, 2);
    tap.event.fare = {290};
    run.deliver(tap);
    run.postings.push_back(cash.postings[0]);
    run.postings.back().evidence = tap.event.key;
    EXPECT_EQ(blamed(judged(run), "exactly_once"), "2-2");
}

TEST(FareBooks, SeeARefusedCardThatWasChargedAllTheSame)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    TapRow& refused = run.tap(0, fw::TapKind::alight, 2, 3);
    refused.event.verdict = fw::TapVerdict::refused_balance;
    run.deliver(refused);
    EXPECT_EQ(all_findings(judged(run)), "");
    EXPECT_EQ(property(judged(run), "refused_card_not_charged").checked, 1);

    run.cards[0].purse_after -= {180};
    EXPECT_EQ(blamed(judged(run), "refused_card_not_charged"), "2-2");
    run.deliver(run.tap(0, fw::TapKind::board, 2, 3));
    const Judgement judgement = judged(run);
    EXPECT_EQ(property(judgement, "refused_card_not_charged").violations, 1);
    EXPECT_EQ(blamed(judgement, "chain_unbroken"), "1-2");
}

TEST(FareBooks, SayWhetherWrongClocksWereMetAndTheBooksStayedRight)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    EXPECT_EQ(property(judged(run), "clock_independent").state, PropertyResult::State::not_tested);
    run.taps[1].event.closed_at = {run.taps[0].event.closed_at.count - hour};
    EXPECT_EQ(property(judged(run), "clock_independent").state, PropertyResult::State::held);
    run.postings.clear();
    EXPECT_EQ(blamed(judged(run), "clock_independent"), "1-1");
}

TEST(FareBooks, PriceEachRideByTheEditionInForceWhenItWasPaid)
{
    SmallRun run;
    run.scenario.tariff_date = *parse_date("2025-10-09");  // units of 1 yen
    run.ride(0, 0, 2, 261);
    run.ride(1, 0, 2, 270);
    for (TapRow& tap : run.taps) tap.true_class = 1;
    Change change;
    change.kind = ChangeKind::tariff;
    change.tariff_date = *parse_date("2025-10-10");
    change.effective = {run.taps[2].t[0]};
    run.scenario.changes = {change};
    const Judgement judgement = judged(run);
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "edition_changed_seen").checked, 1);

    run.scenario.changes[0].effective = {run.taps[3].t[0] + 3000 * ms};
    EXPECT_EQ(blamed(judged(run), "fare_correct"), "2-2");
    run.scenario.changes[0].effective = {run.taps[3].t[0] + 1000 * ms};
    EXPECT_EQ(all_findings(judged(run)), "");
}

// In cash the rider pays what the box in the bus shows, be its tariff new or old.
TEST(FareBooks, AllowTheCashFareOfEitherEdition)
{
    for (const int fare : {120, 100, 110}) {
        SmallRun run = cash_ride(fare);
        FlatFare flat;
        flat.id = "old";
        flat.operator_id = "kanetsu";
        flat.routes = {"R1"};
        flat.fare = {100};
        flat.valid.until = parse_date("2026-04-01");
        run.scenario.city.tariff.flat = {flat};
        flat.id = "new";
        flat.fare = {120};
        flat.valid = {*parse_date("2026-04-02"), std::nullopt};
        run.scenario.city.tariff.flat.push_back(flat);
        Change change;
        change.kind = ChangeKind::tariff;
        change.tariff_date = *parse_date("2026-04-02");
        change.effective = {1};
        run.scenario.changes = {change};
        EXPECT_EQ(blamed(judged(run), "cash_fares_right"), fare == 110 ? "2-1" : "");
    }
}

// The rules of the service day hold until its last bus, whatever the calendar says.
TEST(FareBooks, KeepTheRulesOfTheServiceDayPastMidnight)
{
    SmallRun run;
    run.scenario.tariff_date = *parse_date("2025-10-09");
    run.ride(0, 0, 2, 261);
    for (TapRow& tap : run.taps) {
        tap.true_class = 1;
        for (std::int64_t& point : tap.t) point += 18 * hour;
        tap.event.closed_at.count += 18 * hour;
    }
    for (CloudRow& cloud : run.clouds) cloud.t8 += 18 * hour, cloud.t9 += 18 * hour;
    EXPECT_EQ(all_findings(judged(run)), "");
}

TEST(FareBooks, MeasureWhatWasAdjustedAndLeftUnpaid)
{
    SmallRun run;
    run.ride(0, 0, 2, 300);
    run.ride(1, 0, 2, 280);
    run.postings.push_back(adjust(run, 1, -10));
    run.postings.push_back(adjust(run, 3, 10));
    for (const auto& [measure, value] : {std::pair{"adjusted", 20}, std::pair{"riders_adjusted", 2},
                                         std::pair{"unpaid_rides", 0}}) {
        Expectation expected;
        expected.measure = measure;
        expected.op = "==";
        expected.limit = value;
        run.scenario.expect.push_back(expected);
    }
    EXPECT_EQ(judged(run).verdict, Verdict::pass);
}

}  // namespace sim
