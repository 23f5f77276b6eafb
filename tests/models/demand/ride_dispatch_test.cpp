// SPDX-License-Identifier: Apache-2.0
#include "models/demand/ride_dispatch.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};

// One line of ten places, a minute apart; getting in or out takes no time.
sim::DemandTaxi one_line()
{
    sim::DemandTaxi rules;
    rules.vehicles = 1;
    rules.seats = 2;
    rules.columns = 10;
    rules.rows = 1;
    rules.step = minute;
    rules.stop_time = {};
    rules.poll = minute;
    rules.longest_wait = minute * 10;
    rules.longest_detour = minute * 5;
    return rules;
}

TEST(RideDispatch, OffersTheNearestTimeAndDrivesToTheDoorAndOn)
{
    const sim::DemandTaxi rules = one_line();
    RideDispatch dispatch(rules);

    const auto offer = dispatch.insert(1, 3, 7, 1, {}, {});

    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->pick_up, minute * 3);
    EXPECT_EQ(offer->arrives, minute * 7);
    EXPECT_EQ(dispatch.next(0, 0, {})->place, 3);
    dispatch.boarded(0, 1);
    EXPECT_EQ(dispatch.next(0, 3, minute * 3)->place, 7);
    dispatch.alighted(0, 1);
    EXPECT_FALSE(dispatch.next(0, 7, minute * 7));
}

TEST(RideDispatch, SharesAVehicleOnTheWay)
{
    const sim::DemandTaxi rules = one_line();
    RideDispatch dispatch(rules);
    ASSERT_TRUE(dispatch.insert(1, 2, 8, 1, {}, {}));

    const auto second = dispatch.insert(2, 4, 6, 1, {}, {});

    ASSERT_TRUE(second);
    EXPECT_EQ(second->pick_up, minute * 4);
    EXPECT_EQ(second->arrives, minute * 6);
}

TEST(RideDispatch, TakesNobodyBeyondItsSeats)
{
    const sim::DemandTaxi rules = one_line();
    RideDispatch dispatch(rules);
    ASSERT_TRUE(dispatch.insert(1, 0, 9, 2, {}, {}));

    EXPECT_FALSE(dispatch.insert(2, 4, 6, 1, minute * 2, {}));
    EXPECT_FALSE(dispatch.insert(3, 0, 9, 3, {}, {}));
}

TEST(RideDispatch, RefusesARideThatWouldWaitTooLong)
{
    sim::DemandTaxi rules = one_line();
    rules.longest_wait = minute * 2;
    RideDispatch dispatch(rules);
    EXPECT_FALSE(dispatch.insert(1, 3, 7, 1, {}, {}));
    EXPECT_TRUE(dispatch.insert(2, 3, 7, 1, minute, {}));
}

TEST(RideDispatch, DoesNotSetOffBeforeItIsNeeded)
{
    const sim::DemandTaxi rules = one_line();
    RideDispatch dispatch(rules);
    ASSERT_TRUE(dispatch.insert(1, 3, 7, 1, minute * 30, {}));
    EXPECT_FALSE(dispatch.next(0, 0, {}));
    EXPECT_TRUE(dispatch.next(0, 0, minute * 27));
}

TEST(RideDispatch, ForgetsARideThatWasCalledOff)
{
    const sim::DemandTaxi rules = one_line();
    RideDispatch dispatch(rules);
    ASSERT_TRUE(dispatch.insert(1, 0, 9, 2, {}, {}));
    dispatch.forget(0, 1);
    EXPECT_FALSE(dispatch.next(0, 0, {}));
    EXPECT_TRUE(dispatch.insert(2, 4, 6, 2, {}, {}));
}

}  // namespace

}  // namespace model
