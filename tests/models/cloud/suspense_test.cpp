// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/cloud/intake_desk.h"

// What becomes of a debit nobody confirmed.
namespace
{

using namespace fw::literals;
using enum fw::TapVerdict;
using test_support::IntakeDesk;
using test_support::tap_of;
using test_support::top_up;

TEST(TapIntake, HoldsAnUnconfirmedDebitInSuspense)
{
    IntakeDesk desk;

    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    desk.intake.close_day(1_s);

    EXPECT_EQ(desk.purse(0), -150_yen);
    EXPECT_EQ(desk.suspense(), 150_yen);
    EXPECT_EQ(desk.revenue(), 0_yen);
}

TEST(TapIntake, SettlesASuspendedDebitWhenTheRetouchRecoversIt)
{
    IntakeDesk desk;
    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));

    desk.take(tap_of(0, recovered, 2, 70, 70, 12));

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
    EXPECT_EQ(desk.postings.size(), 2U);
}

TEST(TapIntake, PostsARecoveredDebitOnceWhenItArrivesBeforeTheUnconfirmedOne)
{
    IntakeDesk desk;
    desk.take(tap_of(0, recovered, 2, 70, 70, 12));

    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
    EXPECT_EQ(desk.postings.size(), 1U);
}

TEST(TapIntake, SettlesASuspendedDebitWhenALaterTapAnywhereShowsIt)
{
    IntakeDesk desk;
    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    fw::TapEvent boarding = tap_of(0, accepted, 1, 0, 70, 900);
    boarding.key.device = 9;

    desk.take(boarding);

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
    EXPECT_EQ(desk.purse(0), -150_yen);
}

TEST(TapIntake, ReversesASuspendedDebitWhenALaterTapStillShowsTheOneBefore)
{
    IntakeDesk desk;
    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));

    desk.take(tap_of(0, accepted, 2, 71, 60, 12));

    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
    EXPECT_EQ(desk.purse(0), -150_yen);
    EXPECT_EQ(desk.postings.size(), 3U);
}

TEST(TapIntake, LearnsNothingFromAnEarlierTapOrAnotherCard)
{
    IntakeDesk desk;
    desk.take(tap_of(0, unconfirmed, 2, 70, 60, 10));

    desk.take(tap_of(0, accepted, 1, 0, 60, 5));
    desk.take(tap_of(1, accepted, 3, 0, 60, 15));
    desk.intake.close_day(1_s);

    EXPECT_EQ(desk.suspense(), 150_yen);
}

TEST(TapIntake, DecidesAnUnconfirmedDebitThatArrivesAfterTheCardsLaterTap)
{
    IntakeDesk done, undone;
    done.take(tap_of(0, accepted, 2, 0, 70, 900));
    undone.take(tap_of(0, accepted, 2, 0, 60, 900));

    done.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    undone.take(tap_of(0, unconfirmed, 1, 70, 60, 10));

    EXPECT_EQ(done.revenue(), 150_yen);
    EXPECT_EQ(done.suspense(), 0_yen);
    EXPECT_EQ(undone.revenue(), 0_yen);
    EXPECT_EQ(undone.purse(0), 0_yen);
    EXPECT_EQ(undone.suspense(), 0_yen);
}

TEST(TapIntake, DecidesAnUnconfirmedDebitThatArrivesAfterALaterDebit)
{
    IntakeDesk done, undone;
    done.take(tap_of(0, accepted, 2, 71, 70, 900));
    done.take(tap_of(0, accepted, 3, 0, 71, 1800));
    undone.take(tap_of(0, accepted, 2, 71, 60, 900));
    undone.take(tap_of(0, accepted, 3, 0, 71, 1800));

    done.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    undone.take(tap_of(0, unconfirmed, 1, 70, 60, 10));

    EXPECT_EQ(done.revenue(), 300_yen);
    EXPECT_EQ(done.suspense(), 0_yen);
    EXPECT_EQ(undone.revenue(), 150_yen);
    EXPECT_EQ(undone.suspense(), 0_yen);
}

TEST(TapIntake, AdjustsASuspendedDebitOnlyWhenItIsSettled)
{
    IntakeDesk desk;
    desk.linkage.link(model::bench_idm(1), 1, 0_s);
    desk.take(tap_of(0, unconfirmed, 1, 70, 60, 10));
    EXPECT_EQ(desk.owed(), 0_yen);

    desk.take(tap_of(0, recovered, 2, 70, 70, 12));

    EXPECT_EQ(desk.owed(), 15_yen);
    EXPECT_EQ(desk.revenue(), 135_yen);
}

TEST(TapIntake, HoldsAnUnconfirmedTopUpInSuspenseAndReversesItToTheCashBox)
{
    IntakeDesk desk;
    desk.take(top_up(unconfirmed, 1, 70));
    EXPECT_EQ(desk.cash(), -1000_yen);
    EXPECT_EQ(desk.suspense(), 1000_yen);
    EXPECT_EQ(desk.purse(0), 0_yen);

    desk.take(tap_of(0, accepted, 2, 0, 0, 900));

    EXPECT_EQ(desk.cash(), 0_yen);
    EXPECT_EQ(desk.suspense(), 0_yen);
    EXPECT_EQ(desk.purse(0), 0_yen);
}

}  // namespace
