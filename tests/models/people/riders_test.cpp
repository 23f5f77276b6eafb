// SPDX-License-Identifier: Apache-2.0
#include "models/people/riders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "sim/feed/day.h"
#include "sim/scenario/scenario_error.h"
#include "tests/models/people/riders_fixture.h"

namespace
{

using namespace fw::literals;
using model::People;
using model::Rider;
using test_support::at_clock;
using test_support::nanos_at;
using test_support::RidersTest;

bool same(const People& a, const People& b)
{
    return std::equal(a.riders.begin(), a.riders.end(), b.riders.begin(), b.riders.end(),
                      [](const Rider& x, const Rider& y) {
                          return x.card == y.card && x.trip == y.trip && x.board == y.board &&
                                 x.alight == y.alight && x.at_stop == y.at_stop &&
                                 x.riders == y.riders;
                      }) &&
           std::equal(a.holders.begin(), a.holders.end(), b.holders.begin(), b.holders.end(),
                      [](const auto& x, const auto& y) {
                          return x.purse == y.purse && x.discount_class == y.discount_class &&
                                 x.card_type == y.card_type;
                      });
}

TEST_F(RidersTest, DrawsAsManyRidersOfEachGroupAsAskedFor)
{
    sim::Profile seniors = adults_;
    seniors.id = "senior";
    city_.scenario.profiles = {adults_, seniors};
    city_.scenario.people = {{"senior", 30, 7}, {"adult", 50, 8}};

    const People people = draw();

    const auto of = [&](std::uint8_t profile) {
        return std::count_if(people.riders.begin(), people.riders.end(),
                             [&](const Rider& rider) { return rider.profile == profile; });
    };
    EXPECT_EQ(of(0), 50);
    EXPECT_EQ(of(1), 30);
}

TEST_F(RidersTest, LetsEveryRiderBoardBeforeAlighting)
{
    for (const Rider& rider : draw(adults_).riders) {
        EXPECT_LT(rider.board, rider.alight);
        EXPECT_LT(rider.alight, pattern_of(rider).stops.size());
    }
}

TEST_F(RidersTest, KeepsToStopsWhereRidersMayBoardAndAlight)
{
    city_.timetable.patterns[0].pickup = {1, 0, 1, 1, 1, 1};
    city_.timetable.patterns[0].drop_off = {1, 1, 1, 0, 1, 1};

    for (const Rider& rider : draw(adults_).riders) {
        EXPECT_TRUE(pattern_of(rider).pickup[rider.board]);
        EXPECT_TRUE(pattern_of(rider).drop_off[rider.alight]);
    }
}

TEST_F(RidersTest, NeverRidesToAnotherStopOfTheSameName)
{
    city_.timetable.stops[5].name = city_.timetable.stops[0].name;

    for (const Rider& rider : draw(adults_).riders) {
        const auto& stops = pattern_of(rider).stops;
        EXPECT_NE(city_.timetable.stops[stops[rider.board]].name,
                  city_.timetable.stops[stops[rider.alight]].name);
    }
}

TEST_F(RidersTest, BoardsWithinTheWindowAFewMinutesAfterComingToTheStop)
{
    for (const Rider& rider : draw(adults_).riders) {
        const std::int32_t departure = departure_of(rider);
        EXPECT_GE(departure, at_clock(7, 0));
        EXPECT_LT(departure, at_clock(9, 0));
        EXPECT_GT(rider.at_stop, departure - 360);
        EXPECT_LE(rider.at_stop, departure - 180);
    }
}

TEST_F(RidersTest, ComesInNumbersAroundTheProfilesPeak)
{
    adults_.peak = nanos_at(8, 45);
    adults_.spread = 1800_s;

    const People people = draw(adults_);

    const auto early =
        std::count_if(people.riders.begin(), people.riders.end(),
                      [&](const auto& r) { return departure_of(r) < at_clock(8, 0); });
    EXPECT_LT(early, 500);
    EXPECT_GT(early, 0);
}

TEST_F(RidersTest, DrawsTheSamePeopleFromTheSameSeedAndOthersFromAnother)
{
    const People first = draw(adults_), again = draw(adults_);
    city_.scenario.seed = 2;

    EXPECT_TRUE(same(first, again));
    EXPECT_FALSE(same(first, draw(adults_)));
}

TEST_F(RidersTest, SortsRidersByTripStopAndTimeAndNumbersCardsInThatOrder)
{
    move_stops_together();

    const People people = draw(adults_);

    std::uint32_t next_card = 0;
    for (std::size_t i = 0; i < people.riders.size(); ++i) {
        const Rider& rider = people.riders[i];
        if (rider.card != Rider::cash) {
            EXPECT_EQ(rider.card, next_card++);
        }
        if (i == 0) continue;
        const Rider& before = people.riders[i - 1];
        EXPECT_LE(std::tuple(before.trip, before.board, before.at_stop),
                  std::tuple(rider.trip, rider.board, rider.at_stop));
    }
    EXPECT_EQ(people.holders.size(), next_card);
}

TEST_F(RidersTest, KnowsWhichRidersBelongToATrip)
{
    const People people = draw(adults_);

    ASSERT_EQ(people.first_of_trip.size(), plan_.trips.size() + 1);
    EXPECT_EQ(people.first_of_trip.back(), people.riders.size());
    for (std::uint32_t trip = 0; trip < plan_.trips.size(); ++trip)
        for (std::uint32_t i = people.first_of_trip[trip]; i < people.first_of_trip[trip + 1]; ++i)
            EXPECT_EQ(people.riders[i].trip, trip);
}

TEST_F(RidersTest, SaysWhichGroupFindsNoTrip)
{
    city_.timetable.services[0].weekdays = 0;
    try {
        draw(adults_);
        FAIL();
    } catch (const sim::ScenarioError& refused) {
        EXPECT_STREQ(refused.what(),
                     "small.yaml:7: no trip runs on 2026-06-10 in the window for profile adult");
    }
}

TEST_F(RidersTest, RidesOfOnePersonShareACardAndLieApart)
{
    city_.timetable = sim::laid_out(std::move(city_.timetable), city_.scenario.timetable_date, 6);
    city_.scenario.to = nanos_at(168, 0);
    city_.scenario.ic_ppm = 1'000'000;
    city_.scenario.profiles = {adults_};
    city_.scenario.people = {{adults_.id, 500, 7, 3}};

    const People people = draw();

    std::map<std::uint32_t, std::vector<Rider>> of_card;
    for (const Rider& rider : people.riders) of_card[rider.card].push_back(rider);
    EXPECT_EQ(of_card.size(), 500U);
    EXPECT_EQ(people.holders.size(), 500U);
    EXPECT_GT(people.riders.size(), 1800U);  // few find no time for a further ride
    for (auto& [card, rides] : of_card) {
        EXPECT_LE(rides.size(), 4U);
        std::sort(rides.begin(), rides.end(),
                  [](const Rider& a, const Rider& b) { return a.at_stop < b.at_stop; });
        for (std::size_t i = 1; i < rides.size(); ++i)
            EXPECT_GE(rides[i].at_stop, arrival_of(rides[i - 1]) + 3600);
    }
}

TEST_F(RidersTest, EachDayOfAWeekHasItsOwnPeak)
{
    city_.timetable = sim::laid_out(std::move(city_.timetable), city_.scenario.timetable_date, 6);
    city_.scenario.to = nanos_at(168, 0);

    std::map<std::int32_t, int> by_day;
    for (const Rider& rider : draw(adults_, 7000).riders) ++by_day[rider.at_stop / 86400];

    ASSERT_EQ(by_day.size(), 7U);
    for (const auto& [day, riders] : by_day) EXPECT_NEAR(riders, 1000, 150) << day;
}

}  // namespace
