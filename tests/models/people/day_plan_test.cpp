// SPDX-License-Identifier: Apache-2.0
#include "models/people/day_plan.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "sim/scenario/scenario_error.h"
#include "tests/support/small_city.h"

namespace
{

using test_support::at_clock;
using test_support::nanos_at;
using test_support::SmallCity;

// A line of four stops: each trip takes 15 minutes.
struct Line : SmallCity {
    std::uint32_t line = pattern(route("r", "north"), {0, 1, 2, 3});
};

std::vector<std::uint32_t> buses_of(const SmallCity& city)
{
    std::vector<std::uint32_t> buses;
    for (const model::DayTrip& trip : model::plan_day(city.timetable, city.scenario).trips)
        buses.push_back(trip.bus);
    return buses;
}

TEST(DayPlan, TakesTheTripsInOrderOfDepartureWithTheirTimes)
{
    Line city;
    const auto late = city.trip(city.line, at_clock(8, 0));
    const auto early = city.trip(city.line, at_clock(7, 30));

    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);

    ASSERT_EQ(plan.trips.size(), 2U);
    EXPECT_EQ(plan.trips[0].feed_trip, early);
    EXPECT_EQ(plan.trips[1].feed_trip, late);
    EXPECT_EQ(plan.trips[0].first_departure, at_clock(7, 30));
    EXPECT_EQ(plan.trips[0].last_arrival, at_clock(7, 45));
}

TEST(DayPlan, LeavesOutTripsOutsideTheWindow)
{
    Line city;
    city.trip(city.line, at_clock(6, 40));  // over before seven
    const auto under_way = city.trip(city.line, at_clock(6, 50));
    city.trip(city.line, at_clock(9, 0));

    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);

    ASSERT_EQ(plan.trips.size(), 1U);
    EXPECT_EQ(plan.trips[0].feed_trip, under_way);
}

TEST(DayPlan, LeavesOutTripsThatDoNotTouchTheBounds)
{
    Line city;
    const auto inside = city.trip(city.line, at_clock(8, 0));
    city.trip(city.pattern(0, {4, 5}), at_clock(8, 0));
    city.scenario.city.bounds = sim::Box{36.29, 36.325, 138.9, 139.1};

    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);

    ASSERT_EQ(plan.trips.size(), 1U);
    EXPECT_EQ(plan.trips[0].feed_trip, inside);
}

TEST(DayPlan, LeavesOutTripsThatDoNotRunOnTheDay)
{
    Line city;
    city.trip(city.line, at_clock(8, 0));
    city.timetable.services[0].weekdays = 0x60;  // Saturday and Sunday

    EXPECT_TRUE(model::plan_day(city.timetable, city.scenario).trips.empty());
}

TEST(DayPlan, KeepsABlockOnOneVehicle)
{
    Line city;
    for (const int minute : {0, 16, 32}) city.trip(city.line, at_clock(7, minute), "b1");
    city.trip(city.line, at_clock(7, 0), "b2");

    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);

    ASSERT_EQ(plan.buses.size(), 2U);
    EXPECT_EQ(plan.buses[0].trips, (std::vector<std::uint32_t>{0, 2, 3}));
    EXPECT_EQ(plan.buses[1].trips, (std::vector<std::uint32_t>{1}));
}

TEST(DayPlan, KeepsBlocksOfTwoFeedsApart)
{
    Line city;
    city.timetable.feeds.push_back("other");
    const auto other = city.pattern(city.route("r", "north", 1), {0, 1, 2, 3});
    city.trip(city.line, at_clock(7, 0), "b1");
    city.trip(other, at_clock(7, 30), "b1");

    EXPECT_EQ(buses_of(city), (std::vector<std::uint32_t>{0, 1}));
}

TEST(DayPlan, ChainsTripsWithoutABlockAfterTheLayover)
{
    Line in_time, too_soon;
    in_time.trip(in_time.line, at_clock(7, 0));
    in_time.trip(in_time.line, at_clock(7, 19));
    too_soon.trip(too_soon.line, at_clock(7, 0));
    too_soon.trip(too_soon.line, at_clock(7, 18, 59));

    EXPECT_EQ(buses_of(in_time), (std::vector<std::uint32_t>{0, 0}));
    EXPECT_EQ(buses_of(too_soon), (std::vector<std::uint32_t>{0, 1}));
}

TEST(DayPlan, SendsTheVehicleThatHasBeenFreeLongest)
{
    Line city;
    city.trip(city.line, at_clock(7, 2));
    city.trip(city.pattern(0, {0, 1}), at_clock(7, 4));  // free at 7:09, the other at 7:17
    city.trip(city.line, at_clock(7, 30));

    EXPECT_EQ(buses_of(city), (std::vector<std::uint32_t>{0, 1, 1}));
}

TEST(DayPlan, NeverLendsAVehicleToAnotherOperator)
{
    Line city;
    const auto other = city.pattern(city.route("s", "south"), {0, 1, 2, 3});
    city.trip(city.line, at_clock(7, 0));
    city.trip(other, at_clock(8, 0));

    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);

    ASSERT_EQ(plan.buses.size(), 2U);
    EXPECT_EQ(plan.buses[0].operator_index, 0);
    EXPECT_EQ(plan.buses[1].operator_index, 1);
    EXPECT_EQ(plan.operator_of_route, (std::vector<std::uint16_t>{0, 1}));
}

TEST(DayPlan, NumbersVehiclesAndTheirReaders)
{
    Line city;
    city.trip(city.line, at_clock(7, 0));
    city.trip(city.line, at_clock(7, 1));
    city.scenario.city.devices.fare_box.readers = 2;

    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);

    EXPECT_EQ(plan.buses[0].name, "bus-1");
    EXPECT_EQ(plan.buses[1].name, "bus-2");
    EXPECT_EQ(plan.buses[0].first_device, 1U);
    EXPECT_EQ(plan.buses[1].first_device, 3U);
}

TEST(DayPlan, RefusesARouteWhoseOperatorHasNoTariff)
{
    SmallCity city;
    city.route("r", "stranger");
    try {
        model::plan_day(city.timetable, city.scenario);
        FAIL();
    } catch (const sim::ScenarioError& refused) {
        EXPECT_STREQ(refused.what(),
                     "tariff.yaml: no operator \"stranger\", which runs route r of the timetable");
    }
}

RC_GTEST_PROP(DayPlanProperty, DrivesEveryTripOnceAndNeverTwoAtATimeOnOneVehicle, ())
{
    SmallCity city;
    const auto north = city.pattern(city.route("r", "north"), {0, 1, 2, 3});
    const auto south = city.pattern(city.route("s", "south"), {0, 1});
    const auto minutes = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 119));
    for (const int minute : minutes)
        city.trip(*rc::gen::element(north, south), at_clock(7, minute));

    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);

    std::size_t driven = 0;
    for (const model::Bus& bus : plan.buses) {
        std::int32_t free_from = 0;
        for (const std::uint32_t number : bus.trips) {
            const model::DayTrip& trip = plan.trips[number];
            RC_ASSERT(&plan.buses[trip.bus] == &bus);
            RC_ASSERT(trip.first_departure >= free_from);
            RC_ASSERT(plan.operator_of_route[city.timetable.patterns[trip.pattern].route] ==
                      bus.operator_index);
            free_from = trip.last_arrival + 240;
            ++driven;
        }
    }
    RC_ASSERT(driven == minutes.size());
}

}  // namespace
