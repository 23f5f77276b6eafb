// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/models/cloud/intake_desk.h"

namespace
{

using namespace fw::literals;
using fw::TapVerdict;
using test_support::cancel_of;
using test_support::IntakeDesk;
using test_support::pass_ride;
using test_support::tap_of;

// 30 points for a ride whose holder buys within half an hour.
model::IntakeRules rewarding(bool in_each_shop = false)
{
    model::IntakeRules rules;
    rules.merchants = 1;
    rules.points = {30_yen, 1'800_s, in_each_shop};
    return rules;
}

fw::TapEvent sale_of(std::uint32_t device, std::uint32_t execution, std::uint32_t last_execution,
                     std::int64_t second)
{
    fw::TapEvent event = tap_of(0, TapVerdict::accepted, 1, execution, last_execution, second);
    event.key.device = device;
    event.kind = fw::TapKind::sale;
    event.rule = fw::FareRule::sale;
    event.operator_id = 1;
    event.trip = fw::first_receipt + execution;
    event.fare = event.base_fare = 500_yen;
    return event;
}

// A paid ride at second 100, two sales after it and the first of them cancelled.
std::vector<fw::TapEvent> a_morning()
{
    fw::TapEvent back = cancel_of(TapVerdict::accepted, 2, 72, 71, 220);
    back.key.device = 7;
    back.operator_id = 1;
    back.fare = 500_yen;
    return {tap_of(0, TapVerdict::accepted, 1, 11, 0, 100), sale_of(7, 71, 11, 200), back,
            sale_of(8, 81, 72, 300)};
}

TEST(RidePoints, AreTheSameWhateverOrderRideSalesAndCancelArriveIn)
{
    std::vector<int> order{0, 1, 2, 3};
    do {
        IntakeDesk desk(4, rewarding());
        for (const int which : order) desk.take(a_morning()[static_cast<std::size_t>(which)]);
        EXPECT_EQ(desk.points(0), 30_yen);
        EXPECT_EQ(desk.ledger.balance({sim::AccountKind::subsidy, 0}), -30_yen);
        EXPECT_EQ(desk.revenue(1), 500_yen);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(RidePoints, RewardARideOnceOrOnceInEachShop)
{
    for (const bool in_each_shop : {false, true}) {
        IntakeDesk desk(4, rewarding(in_each_shop));
        desk.take(tap_of(0, TapVerdict::accepted, 1, 11, 0, 100));
        desk.take(sale_of(7, 71, 11, 200));
        desk.take(sale_of(8, 81, 71, 300));
        EXPECT_EQ(desk.points(0), in_each_shop ? 60_yen : 30_yen);
    }
}

TEST(RidePoints, CountFromTheTouchOfTheRideToTheEndOfTheWindow)
{
    struct Case {
        std::int64_t ride, sale;
        fw::Yen points;
    };
    for (const Case& one : {Case{100, 100, 30_yen}, Case{100, 1900, 30_yen}, Case{100, 1901, 0_yen},
                            Case{101, 100, 0_yen}}) {
        IntakeDesk desk(4, rewarding());
        desk.take(tap_of(0, TapVerdict::accepted, 1, 11, 0, one.ride));
        desk.take(sale_of(7, 71, 11, one.sale));
        EXPECT_EQ(desk.points(0), one.points) << one.ride << " " << one.sale;
    }
}

TEST(RidePoints, AreGivenForARideOnAPassToo)
{
    IntakeDesk desk(4, rewarding());
    fw::TapEvent free_ride = pass_ride(1, 0, 100);
    desk.take(sale_of(7, 71, 0, 200));
    desk.take(free_ride);

    EXPECT_EQ(desk.points(0), 30_yen);
}

TEST(RidePoints, AreTakenBackWithTheOnlySale)
{
    IntakeDesk desk(4, rewarding());
    for (int i = 0; i < 3; ++i) desk.take(a_morning()[static_cast<std::size_t>(i)]);

    EXPECT_EQ(desk.points(0), 0_yen);
    EXPECT_EQ(desk.ledger.balance({sim::AccountKind::subsidy, 0}), 0_yen);
}

TEST(RidePoints, AreNotGivenTwiceWhenASaleIsUploadedAgain)
{
    IntakeDesk desk(4, rewarding());
    for (int i = 0; i < 2; ++i) {
        desk.take(a_morning()[0]);
        desk.take(a_morning()[1]);
    }

    EXPECT_EQ(desk.points(0), 30_yen);
    EXPECT_EQ(desk.revenue(1), 500_yen);
    EXPECT_EQ(desk.duplicates.size(), 2U);
}

TEST(SaleIntake, GivesBackWhatAPhoneWithoutTheCloudTookTooMuch)
{
    IntakeDesk desk(4, rewarding());
    desk.sales().discount_ppm[1] = 50'000;
    desk.linkage.link(model::bench_idm(1), 1, {});
    desk.take(sale_of(7, 71, 0, 200));

    EXPECT_EQ(desk.rows.back().due, 475_yen);
    EXPECT_EQ(desk.revenue(1), 475_yen);
    EXPECT_EQ(desk.owed(1), 25_yen);
}

TEST(SaleIntake, LeavesTheCapOfRidesAlone)
{
    model::IntakeRules rules = test_support::capped_at(100_yen);
    rules.merchants = 1;
    IntakeDesk desk(4, rules);
    desk.take(sale_of(7, 71, 0, 200));

    EXPECT_EQ(desk.revenue(1), 500_yen);
    EXPECT_EQ(desk.owed(1), 0_yen);
}

TEST(SaleIntake, RefusesAPhoneThatTheCityHasNot)
{
    IntakeDesk desk(4, rewarding());
    desk.intake.expect_devices(6);
    desk.take(sale_of(7, 71, 0, 200));

    EXPECT_EQ(desk.refused_keys.size(), 1U);
    EXPECT_TRUE(desk.postings.empty());
}

}  // namespace
