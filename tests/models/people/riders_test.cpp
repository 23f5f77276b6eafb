// SPDX-License-Identifier: Apache-2.0
#include "models/people/riders.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/scenario/scenario_error.h"
#include "tests/support/small_city.h"

namespace
{

using namespace fw::literals;
using model::People;
using model::Rider;
using test_support::at_clock;
using test_support::nanos_at;
using test_support::SmallCity;

// Two lines, a trip each quarter of an hour; adults of 30 to 60 at home in the city.
class RidersTest : public testing::Test
{
protected:
    RidersTest()
    {
        const auto first = city_.pattern(city_.route("r", "north"), {0, 1, 2, 3, 4, 5});
        const auto second = city_.pattern(city_.route("s", "south"), {5, 3, 1});
        for (int minute = -30; minute < 120; minute += 15) {
            city_.trip(first, at_clock(7, minute));
            city_.trip(second, at_clock(7, minute + 5));
        }
        adults_.id = "adult";
        adults_.age_from = 30;
        adults_.age_to = 60;
        adults_.peak = nanos_at(8, 0);
        discount("senior", 70, 200);
        discount("youth", 13, 22);
    }

    void discount(const char* id, int from, int to)
    {
        sim::Discount& one = city_.scenario.city.tariff.discounts.emplace_back();
        one.id = id;
        one.number = static_cast<int>(city_.scenario.city.tariff.discounts.size());
        one.percent_ppm = 100'000;
        one.age_from = from;
        one.age_to = to;
        one.from = *sim::parse_date("2024-06-01");
    }

    People draw(const sim::Profile& profile, std::int64_t count = 2000)
    {
        city_.scenario.profiles = {profile};
        city_.scenario.people = {{profile.id, count, 7}};
        return draw();
    }
    People draw()
    {
        plan_ = model::plan_day(city_.timetable, city_.scenario);
        return model::draw_people(city_.timetable, city_.scenario, plan_);
    }

    const sim::Pattern& pattern_of(const Rider& rider) const
    {
        return city_.timetable.patterns[plan_.trips[rider.trip].pattern];
    }
    std::int32_t departure_of(const Rider& rider) const
    {
        const auto& trip = city_.timetable.trips[plan_.trips[rider.trip].feed_trip];
        return city_.timetable.stop_times[trip.first_stop_time + rider.board].departure;
    }

    SmallCity city_;
    sim::Profile adults_;
    model::DayPlan plan_;
};

std::size_t classes(const People& people, std::uint8_t number)
{
    return static_cast<std::size_t>(
        std::count_if(people.holders.begin(), people.holders.end(),
                      [&](const auto& holder) { return holder.discount_class == number; }));
}

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

    const auto early = std::count_if(people.riders.begin(), people.riders.end(), [&](const auto& r) {
        return departure_of(r) < at_clock(8, 0);
    });
    EXPECT_LT(early, 500);
    EXPECT_GT(early, 0);
}

TEST_F(RidersTest, GivesCardsToTheShareOfRidersAskedFor)
{
    city_.scenario.ic_ppm = 650'000;

    const People people = draw(adults_);

    EXPECT_NEAR(static_cast<double>(people.holders.size()), 1300, 65);
}

TEST_F(RidersTest, LinksTheShareOfCardsAskedFor)
{
    city_.scenario.ic_ppm = 1'000'000;
    city_.scenario.linked_ppm = 300'000;
    adults_.age_from = 71;
    adults_.age_to = 90;
    adults_.resident_ppm = 1'000'000;

    const People people = draw(adults_);

    EXPECT_NEAR(static_cast<double>(classes(people, 1)), 600, 65);
    EXPECT_EQ(classes(people, 2), 0U);
}

TEST_F(RidersTest, GivesNoClassToAgesWithoutOneAndToPeopleFromElsewhere)
{
    city_.scenario.ic_ppm = city_.scenario.linked_ppm = 1'000'000;
    EXPECT_EQ(classes(draw(adults_), 0), 2000U);

    adults_.age_from = adults_.age_to = 75;
    adults_.resident_ppm = 0;
    EXPECT_EQ(classes(draw(adults_), 0), 2000U);

    adults_.resident_ppm = 1'000'000;
    EXPECT_EQ(classes(draw(adults_), 1), 2000U);

    adults_.age_from = adults_.age_to = 17;
    EXPECT_EQ(classes(draw(adults_), 2), 2000U);
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

TEST_F(RidersTest, FillsPursesWithinTheProfilesRange)
{
    adults_.purse_from = 300_yen;
    adults_.purse_to = 302_yen;

    std::array<int, 3> purses{};
    for (const model::CardHolder& holder : draw(adults_).holders) {
        ASSERT_GE(holder.purse, 300_yen);
        ASSERT_LE(holder.purse, 302_yen);
        ++purses[static_cast<std::size_t>(holder.purse.count - 300)];
    }
    for (const int count : purses) EXPECT_GT(count, 300);
}

TEST_F(RidersTest, HandsOutChildAndDisabledCardsAndCompanionsByTheirShares)
{
    adults_.child_card_ppm = 500'000;
    adults_.disabled_card_ppm = 500'000;
    adults_.companions_ppm = 250'000;

    const People people = draw(adults_);

    std::array<double, 3> types{};
    for (const model::CardHolder& holder : people.holders) types.at(holder.card_type) += 1;
    const auto cards = static_cast<double>(people.holders.size());
    EXPECT_NEAR(types[1] / cards, 0.5, 0.05);
    EXPECT_NEAR(types[2] / cards, 0.25, 0.05);
    const auto pairs = std::count_if(people.riders.begin(), people.riders.end(),
                                     [](const Rider& rider) { return rider.riders == 2; });
    EXPECT_NEAR(static_cast<double>(pairs), 500, 60);
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

}  // namespace
