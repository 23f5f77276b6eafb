// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/tap_intake.h"

#include <gtest/gtest.h>

#include "tests/models/cloud/intake_desk.h"

namespace
{

using namespace fw::literals;
using enum fw::TapVerdict;
using test_support::IntakeDesk;
using test_support::tap_of;
using test_support::top_up;

TEST(TapIntake, PostsAnAcceptedFareFromTheCardToTheOperator)
{
    IntakeDesk desk;

    desk.take(tap_of(2, accepted, 1, 70, 0, 10));

    EXPECT_EQ(desk.purse(2), -150_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
    ASSERT_EQ(desk.rows.size(), 1U);
    EXPECT_EQ(desk.rows[0].due, 150_yen);
    EXPECT_EQ(desk.rows[0].t9 - desk.rows[0].t8, 100);
}

TEST(TapIntake, NotesASecondDeliveryAndPostsNothing)
{
    IntakeDesk desk;
    desk.take(tap_of(0, accepted, 1, 70, 0, 10));

    desk.take(tap_of(0, accepted, 1, 70, 0, 10));

    EXPECT_EQ(desk.duplicates, (std::vector<fw::TapKey>{{1, 1}}));
    EXPECT_EQ(desk.postings.size(), 1U);
    EXPECT_EQ(desk.rows.size(), 1U);
}

TEST(TapIntake, NotesAGapAndTakesTheMissingEventLater)
{
    IntakeDesk desk;
    desk.take(tap_of(0, accepted, 1, 70, 0, 10));
    desk.take(tap_of(1, accepted, 3, 72, 0, 30));
    EXPECT_EQ(desk.gaps, (std::vector<fw::TapKey>{{1, 3}}));

    desk.take(tap_of(2, accepted, 2, 71, 0, 20));

    EXPECT_EQ(desk.gaps.size(), 1U);
    EXPECT_TRUE(desk.duplicates.empty());
    EXPECT_EQ(desk.revenue(), 450_yen);
}

TEST(TapIntake, PostsNothingForABoardingOrARefusal)
{
    IntakeDesk desk;

    desk.take(tap_of(0, accepted, 1, 0, 5, 10));
    desk.take(tap_of(0, refused_balance, 2, 0, 5, 20));
    desk.take(tap_of(0, torn, 3, 0, 0, 30));

    EXPECT_TRUE(desk.postings.empty());
    EXPECT_EQ(desk.rows.size(), 3U);
}

TEST(TapIntake, AcceptsTheEventOfAnUnknownCardWithoutPosting)
{
    IntakeDesk desk;

    desk.take(tap_of(99, accepted, 1, 70, 0, 10));

    EXPECT_EQ(desk.rows.size(), 1U);
    EXPECT_TRUE(desk.postings.empty());
}

// The card has since paid again, so its newest tap shows neither id.
TEST(TapIntake, OwesTheRiderWhatTheBoxTookTooMuch)
{
    IntakeDesk desk;
    desk.linkage.link(model::bench_idm(1), 1, 0_s);

    desk.take(tap_of(0, accepted, 1, 70, 0, 10));

    EXPECT_EQ(desk.rows[0].due, 135_yen);
    EXPECT_EQ(desk.purse(0), -150_yen);
    EXPECT_EQ(desk.owed(), 15_yen);
    EXPECT_EQ(desk.revenue(), 135_yen);
}

TEST(TapIntake, ClaimsFromTheRiderWhatTheBoxTookTooLittle)
{
    IntakeDesk desk;
    fw::TapEvent tap = tap_of(0, accepted, 1, 70, 0, 10);
    tap.discount_class = 1;
    tap.fare = 135_yen;

    desk.take(tap);

    EXPECT_EQ(desk.rows[0].due, 150_yen);
    EXPECT_EQ(desk.owed(), -15_yen);
    EXPECT_EQ(desk.revenue(), 150_yen);
    EXPECT_EQ(desk.postings.back().kind, sim::PostingKind::adjust);
    EXPECT_EQ(desk.postings.back().amount, 15_yen);
}

TEST(TapIntake, TakesTheClassOfTheTimeOfTheTap)
{
    IntakeDesk desk;
    desk.linkage.link(model::bench_idm(1), 1, 100_s);

    desk.take(tap_of(0, accepted, 1, 70, 0, 99));
    desk.take(tap_of(0, accepted, 2, 71, 70, 100));

    EXPECT_EQ(desk.rows[0].due, 150_yen);
    EXPECT_EQ(desk.rows[1].due, 135_yen);
    EXPECT_EQ(desk.owed(), 15_yen);
}

TEST(TapIntake, MovesATopUpFromTheCashBoxToTheCard)
{
    IntakeDesk desk;

    desk.take(top_up(accepted, 1, 70));

    EXPECT_EQ(desk.purse(0), 1000_yen);
    EXPECT_EQ(desk.cash(), -1000_yen);
    EXPECT_EQ(desk.owed(), 0_yen);
    EXPECT_EQ(desk.rows[0].due, 0_yen);
}

}  // namespace
