// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/cloud/intake_desk.h"

// What the cloud makes of rides that are not simply paid: cancelled, free, paid in cash, capped,
// priced by a new tariff, or told by boxes whose clocks are wrong.
namespace
{

using namespace fw::literals;
using enum fw::TapVerdict;
using sim::PostingKind;
using test_support::cancel_of;
using test_support::capped_at;
using test_support::cash_ride;
using test_support::IntakeDesk;
using test_support::pass_ride;
using test_support::tap_of;

TEST(TapIntake, GivesACancelledRideBackOnce)
{
    IntakeDesk desk;
    desk.take(tap_of(0, accepted, 1, 70, 60, 10));

    desk.take(cancel_of(accepted, 2, 71, 70, 20));
    desk.take(cancel_of(accepted, 2, 71, 70, 20));

    EXPECT_EQ(desk.purse(0), 0_yen);
    EXPECT_EQ(desk.revenue(), 0_yen);
    EXPECT_EQ(desk.postings.back().kind, PostingKind::cancel);
    EXPECT_EQ(desk.postings.back().execution, fw::ExecutionId{71});
    EXPECT_EQ(desk.postings.size(), 2U);
    EXPECT_EQ(desk.rows.back().due, 0_yen);
}

TEST(TapIntake, TakesTheAdjustmentOfACancelledRideBackWhicheverComesFirst)
{
    const auto debit = tap_of(0, accepted, 1, 70, 60, 10);
    const auto cancel = cancel_of(accepted, 2, 71, 70, 20);
    IntakeDesk in_order, the_other_way;
    in_order.linkage.link(model::bench_idm(1), 1, 0_s);
    the_other_way.linkage.link(model::bench_idm(1), 1, 0_s);

    in_order.take(debit), in_order.take(cancel);
    the_other_way.take(cancel), the_other_way.take(debit);

    for (const IntakeDesk* const desk : {&in_order, &the_other_way}) {
        EXPECT_EQ(desk->purse(0), 0_yen);
        EXPECT_EQ(desk->revenue(), 0_yen);
        EXPECT_EQ(desk->owed(), 0_yen);
    }
}

TEST(TapIntake, HoldsAnUnconfirmedCancelInSuspenseUntilTheCardShowsIt)
{
    IntakeDesk done, undone;
    for (IntakeDesk* const desk : {&done, &undone}) {
        desk->linkage.link(model::bench_idm(1), 1, 0_s);
        desk->take(tap_of(0, accepted, 1, 70, 60, 10));
        desk->take(cancel_of(unconfirmed, 2, 71, 70, 20));
        EXPECT_EQ(desk->suspense(), 150_yen);
        EXPECT_EQ(desk->owed(), 15_yen);
    }

    done.take(tap_of(0, accepted, 3, 0, 71, 900));
    undone.take(tap_of(0, accepted, 3, 0, 70, 900));

    EXPECT_EQ(done.purse(0), 0_yen);
    EXPECT_EQ(done.revenue(), 0_yen);
    EXPECT_EQ(done.owed(), 0_yen);
    EXPECT_EQ(undone.purse(0), -150_yen);
    EXPECT_EQ(undone.revenue(), 135_yen);
    EXPECT_EQ(undone.owed(), 15_yen);
    EXPECT_EQ(undone.suspense(), 0_yen);
}

TEST(TapIntake, LearnsWhatARecoveredCancelGaveBackFromItsFirstTouch)
{
    IntakeDesk desk;
    desk.linkage.link(model::bench_idm(1), 1, 0_s);
    auto retouch = cancel_of(recovered, 3, 71, 71, 22);
    desk.take(tap_of(0, accepted, 1, 70, 60, 10));

    desk.take(retouch);
    desk.take(cancel_of(unconfirmed, 2, 71, 70, 20));

    EXPECT_EQ(desk.purse(0), 0_yen);
    EXPECT_EQ(desk.revenue(), 0_yen);
    EXPECT_EQ(desk.owed(), 0_yen);
}

TEST(TapIntake, SettlesTheSuspendedDebitThatACancelShows)
{
    IntakeDesk desk;
    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));

    desk.take(cancel_of(accepted, 2, 71, 70, 20));

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.purse(0), 0_yen);
    EXPECT_EQ(desk.revenue(), 0_yen);
}

TEST(TapIntake, BooksAFarePaidInCashOnceAndNeverAdjustsIt)
{
    IntakeDesk desk;
    desk.linkage.link(model::bench_idm(1), 1, 0_s);
    auto ride = cash_ride(1, 60, 10);
    ride.fare = 160_yen;

    desk.take(ride);
    desk.take(ride);

    EXPECT_EQ(desk.cash(), -160_yen);
    EXPECT_EQ(desk.revenue(), 160_yen);
    EXPECT_EQ(desk.purse(0), 0_yen);
    EXPECT_EQ(desk.owed(), 0_yen);
    EXPECT_EQ(desk.rows[0].due, 170_yen);
    EXPECT_EQ(desk.postings.size(), 1U);
}

TEST(TapIntake, BooksCashOfACardTheCityHasNeverSeen)
{
    IntakeDesk desk;
    auto ride = cash_ride(1, 0, 10);
    ride.card = model::bench_idm(99);

    desk.take(ride);

    EXPECT_EQ(desk.revenue(), 150_yen);
}

TEST(TapIntake, ClaimsTheFareOfARideThatAPassNoLongerCovered)
{
    IntakeDesk desk;

    desk.take(pass_ride(1, 60, 10));

    EXPECT_EQ(desk.purse(0), 0_yen);
    EXPECT_EQ(desk.owed(), -150_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
    ASSERT_EQ(desk.postings.size(), 1U);
    EXPECT_EQ(desk.postings[0].kind, PostingKind::adjust);
    EXPECT_EQ(desk.postings[0].evidence, (fw::TapKey{1, 1}));
}

class PassDesk : public testing::Test
{
protected:
    PassDesk() { desk_.linkage.give_pass(model::bench_idm(1), 1, 3600_s, 0); }

    IntakeDesk desk_;
};

TEST_F(PassDesk, PostsNothingForARideThatAPassPaysFor)
{
    desk_.take(pass_ride(1, 60, 10));

    EXPECT_TRUE(desk_.postings.empty());
    EXPECT_EQ(desk_.rows[0].due, 0_yen);
}

TEST_F(PassDesk, OwesTheWholeFareOfARideThatAPassShouldHavePaidFor)
{
    desk_.take(tap_of(0, accepted, 1, 70, 60, 10));

    EXPECT_EQ(desk_.purse(0), -150_yen);
    EXPECT_EQ(desk_.owed(), 150_yen);
    EXPECT_EQ(desk_.revenue(), 0_yen);
}

TEST_F(PassDesk, CountsAPassUpToItsLastMinute)
{
    desk_.take(pass_ride(1, 60, 3599));
    desk_.take(pass_ride(2, 60, 3600));

    EXPECT_EQ(desk_.rows[0].due, 0_yen);
    EXPECT_EQ(desk_.rows[1].due, 150_yen);
}

TEST(TapIntake, PricesRidesBegunAfterTheChangeWithTheNewTariff)
{
    test_support::FourStops dearer;
    dearer.prices[2] = 170;
    IntakeDesk desk;
    desk.intake.new_tariff(dearer.table, 1000_s);

    desk.take(tap_of(0, accepted, 1, 70, 60, 999));
    desk.take(tap_of(0, accepted, 2, 71, 70, 1000));

    EXPECT_EQ(desk.rows[0].due, 150_yen);
    EXPECT_EQ(desk.rows[1].due, 170_yen);
    EXPECT_EQ(desk.owed(), -20_yen);
}

TEST(TapIntake, LetsTheFirstTouchDecideThePriceWhicheverTouchArrivesFirst)
{
    const auto first = tap_of(0, unconfirmed, 1, 70, 60, 99);
    const auto retouch = tap_of(0, recovered, 2, 70, 70, 101);
    IntakeDesk in_order, the_other_way;
    in_order.linkage.link(model::bench_idm(1), 1, 100_s);
    the_other_way.linkage.link(model::bench_idm(1), 1, 100_s);

    in_order.take(first), in_order.take(retouch);
    the_other_way.take(retouch), the_other_way.take(first);

    EXPECT_EQ(in_order.owed(), 0_yen);
    EXPECT_EQ(the_other_way.owed(), 0_yen);
    EXPECT_EQ(the_other_way.revenue(), 150_yen);
}

TEST(TapIntake, GivesBackWhatADayCostsAboveTheCap)
{
    IntakeDesk desk(4, capped_at(320_yen));

    desk.take(tap_of(0, accepted, 1, 70, 60, 10));
    desk.take(tap_of(0, accepted, 2, 71, 70, 20));
    EXPECT_EQ(desk.owed(), 0_yen);
    desk.take(tap_of(0, accepted, 3, 72, 71, 30));
    desk.take(tap_of(1, accepted, 4, 73, 0, 40));

    EXPECT_EQ(desk.owed(), 130_yen);
    EXPECT_EQ(desk.revenue(), 470_yen);
    EXPECT_EQ(desk.purse(0), -450_yen);
}

TEST(TapIntake, CountsACancelledRideAndAnAdjustmentInTheCap)
{
    IntakeDesk desk(4, capped_at(320_yen));
    desk.linkage.link(model::bench_idm(1), 1, 25_s);
    desk.take(tap_of(0, accepted, 1, 70, 60, 10));
    desk.take(tap_of(0, accepted, 2, 71, 70, 20));
    desk.take(tap_of(0, accepted, 3, 72, 71, 30));
    EXPECT_EQ(desk.owed(), 130_yen);  // 15 by the discount, 115 by the cap

    desk.take(cancel_of(accepted, 4, 73, 72, 35));

    EXPECT_EQ(desk.owed(), 0_yen);
    EXPECT_EQ(desk.revenue(), 300_yen);
}

TEST(TapIntake, PaysWhatIsOwedOutAtTheEndOfTheDay)
{
    sim::Tariff tariff;
    tariff.pay_out = sim::PayOut::points_at_day_end;
    tariff.pay_out_minimum = 15_yen;
    IntakeDesk desk(4, model::intake_rules(tariff, {}));
    desk.linkage.link(model::bench_idm(1), 1, 0_s);
    desk.take(tap_of(0, accepted, 1, 70, 60, 10));
    EXPECT_EQ(desk.owed(), 15_yen);

    desk.intake.close_day({77});

    EXPECT_EQ(desk.points(0), 15_yen);
    EXPECT_EQ(desk.owed(), 0_yen);
}

TEST(TapIntake, KeepsWhatIsOwedWhenTheTariffSaysSo)
{
    IntakeDesk desk;
    desk.linkage.link(model::bench_idm(1), 1, 0_s);
    desk.take(tap_of(0, accepted, 1, 70, 60, 10));

    desk.intake.close_day({77});

    EXPECT_EQ(desk.owed(), 15_yen);
}

// The box of the second tap believes that it is a day earlier.
TEST(TapIntake, BelievesTheCardRatherThanAClock)
{
    IntakeDesk done, undone;
    auto shows_it = tap_of(0, accepted, 1, 0, 70, -86'000);
    auto follows_the_one_before = tap_of(0, accepted, 1, 80, 60, -86'000);
    shows_it.key.device = follows_the_one_before.key.device = 9;

    done.take(shows_it), done.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    undone.take(tap_of(0, unconfirmed, 1, 70, 60, 10)), undone.take(follows_the_one_before);

    EXPECT_EQ(done.suspense(), 0_yen);
    EXPECT_EQ(done.revenue(), 150_yen);
    EXPECT_EQ(undone.suspense(), 0_yen);
    EXPECT_EQ(undone.revenue(), 150_yen);
    EXPECT_EQ(undone.purse(0), -150_yen);
}

TEST(TapIntake, OrdersTapsOfOneReaderByItsOwnCount)
{
    IntakeDesk desk;

    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 5000));
    desk.take(tap_of(0, accepted, 2, 0, 60, 10));  // the clock was put right in between

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.purse(0), 0_yen);
}

TEST(TapIntake, DecidesOneSuspendedDebitByAnother)
{
    IntakeDesk desk;
    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    auto second = tap_of(0, unconfirmed, 1, 80, 60, 9);  // its clock is behind
    second.key.device = 2;
    desk.take(second);
    EXPECT_EQ(desk.suspense(), 300_yen);

    desk.take(tap_of(0, accepted, 2, 0, 80, 900));

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.purse(0), -150_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
}

TEST(TapIntake, LearnsFromATapThatEndedAfterTheCardWasRead)
{
    IntakeDesk desk;
    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    auto unread = tap_of(0, torn, 2, 0, 0, 20);

    desk.take(unread);
    EXPECT_EQ(desk.suspense(), 150_yen);
    desk.take(tap_of(0, torn, 3, 0, 70, 30));

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
}

TEST(TapIntake, RefusesReadersAndCountsThatCannotBe)
{
    IntakeDesk desk;
    desk.intake.expect_devices(40);
    auto event = tap_of(0, accepted, 1, 70, 60, 10);
    const fw::TapKey impossible[] = {{41, 1}, {0xFFFFFFFF, 1}, {0, 1}, {40, 0}, {40, 0x40000}};

    for (const fw::TapKey& key : impossible) {
        event.key = key;
        desk.take(event);
    }

    EXPECT_EQ(desk.refused_keys,
              std::vector<fw::TapKey>(std::begin(impossible), std::end(impossible)));
    EXPECT_TRUE(desk.postings.empty());
    EXPECT_TRUE(desk.rows.empty());
}

TEST(TapIntake, TakesTheLastReaderOfTheCity)
{
    IntakeDesk desk;
    desk.intake.expect_devices(40);
    auto event = tap_of(0, accepted, 0x3FFFF, 70, 60, 10);
    event.key.device = 40;

    desk.take(event);

    EXPECT_EQ(desk.revenue(), 150_yen);
}

}  // namespace
