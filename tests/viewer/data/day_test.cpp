// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/day.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <numbers>

#include "tests/sim/record/small_run.h"
#include "tests/viewer/data/one_line.h"
#include "tests/viewer/data/raw_taps.h"
#include "tests/viewer/data/real_run.h"

namespace view
{

using test::OneLine;
using test::second;

TEST(Buses, StandAtAStopUntilTheyLeave)
{
    const OneLine line;
    const auto buses = buses_at(line.day, line.city, 1020 * second);
    ASSERT_EQ(buses.size(), 1U);
    EXPECT_TRUE(buses[0].standing);
    EXPECT_EQ(buses[0].stop, 0U);
    EXPECT_DOUBLE_EQ(buses[0].at.lat, 36.0);
    EXPECT_EQ(buses[0].load, 0);
}

TEST(Buses, DriveBetweenTwoStopsByTheTimeGone)
{
    const OneLine line;
    const auto buses = buses_at(line.day, line.city, 1145 * second);
    ASSERT_EQ(buses.size(), 1U);
    EXPECT_FALSE(buses[0].standing);
    EXPECT_EQ(buses[0].stop, 1U);
    EXPECT_NEAR(buses[0].at.lat, 36.0 + 0.1 * 85 / 140, 1e-9);
    EXPECT_NEAR(buses[0].at.lon, 139.0, 1e-9);
    EXPECT_NEAR(buses[0].heading, 0, 1e-9);
    EXPECT_EQ(buses[0].load, 5);
}

TEST(Buses, AreAsLateAsAtTheLastStopTheyLeft)
{
    const OneLine line;
    EXPECT_EQ(buses_at(line.day, line.city, 1020 * second)[0].late, 0);
    EXPECT_EQ(buses_at(line.day, line.city, 1050 * second)[0].late, 20 * second);
    EXPECT_EQ(buses_at(line.day, line.city, 1145 * second)[0].late, 30 * second);
}

TEST(Buses, FollowTheShapeOfTheWay)
{
    OneLine line;
    Pattern& pattern = line.city.patterns[0];
    pattern.way = {{36.0, 139.0}, {36.0, 139.1}, {36.1, 139.1}, {36.1, 139.0}, {36.2, 139.0}};
    pattern.stop_on_way = {0, 3, 4};
    const auto early = buses_at(line.day, line.city, 1070 * second);
    EXPECT_NEAR(early[0].at.lat, 36.0, 1e-9);
    EXPECT_GT(early[0].at.lon, 139.0);
    EXPECT_NEAR(early[0].heading, std::numbers::pi / 2, 1e-9);
    const auto halfway = buses_at(line.day, line.city, 1130 * second);
    EXPECT_NEAR(halfway[0].at.lat, 36.05, 1e-3);
    EXPECT_NEAR(halfway[0].at.lon, 139.1, 1e-9);
    EXPECT_NEAR(halfway[0].heading, 0, 1e-9);
}

TEST(Buses, ThatHaveNotBegunOrHaveEndedAreNotThere)
{
    const OneLine line;
    EXPECT_TRUE(buses_at(line.day, line.city, 999 * second).empty());
    EXPECT_EQ(buses_at(line.day, line.city, 1000 * second).size(), 1U);
    EXPECT_EQ(buses_at(line.day, line.city, 1329 * second).size(), 1U);
    EXPECT_TRUE(buses_at(line.day, line.city, 1330 * second).empty());
}

TEST(Day, OfARealRunHasEachVisitOnceInOrder)
{
    const Result result(test::real_run("rush_hour/smoke"));
    const City city = read_city(result);
    const Day day = read_day(result, city);
    EXPECT_EQ(std::ssize(day.visits), result.database().integer("SELECT count(*) FROM stop_visit"));
    EXPECT_EQ(day.first_of_trip.back(), day.visits.size());
    const Visit& last = day.visits.back();
    const std::string here =
        fmt::format(" FROM stop_visit WHERE trip = {} AND position = {}", last.trip, last.position);
    const sim::Database& file = result.database();
    EXPECT_EQ(last.arrival, file.integer("SELECT arrival" + here));
    EXPECT_EQ(last.departure, file.integer("SELECT departure" + here));
    EXPECT_EQ(last.load, file.integer("SELECT load" + here));
    EXPECT_EQ(last.bus, file.integer("SELECT bus" + here));
    EXPECT_EQ(last.scheduled_departure,
              file.integer("SELECT scheduled_departure_s * 1000000000" + here));
    EXPECT_EQ(day.span.from % (60 * second), 0);
    EXPECT_LE(day.span.from, result.database().integer("SELECT min(arrival) FROM stop_visit"));
    EXPECT_GT(day.span.to, result.database().integer("SELECT max(departure) FROM stop_visit"));
}

TEST(Day, ShowsNoRidersWhereTheirBusHasNotLeft)
{
    const std::string file = test::real_run("rush_hour/smoke", "--seed 3");
    sim::Database(file, sim::Database::Mode::read_write)
        .exec("DELETE FROM stop_visit WHERE trip % 2 = 0 AND position % 3 = 1");
    const Result result(file);
    const City city = read_city(result);
    const Day day = read_day(result, city);
    test::Rows found;
    for (const StopRiders& one : riders_by_stop(day, city, {}))
        if (one.boarded != 0 || one.alighted != 0)
            found.push_back({one.stop, one.boarded, one.alighted});
    EXPECT_EQ(found, test::RawTaps(file).by_stop({}));
}

TEST(Day, ShowsWhoWaitsAtTheLastCountBefore)
{
    const Result result(test::real_run("rush_hour/smoke"));
    const City city = read_city(result);
    const Waiting waiting = waiting_at(result, city, (27'900 + 299) * second);
    EXPECT_EQ(waiting.t, 27'900 * second);
    std::int64_t all = 0;
    for (const std::int32_t riders : waiting.riders) all += riders;
    EXPECT_GT(all, 0);
    EXPECT_EQ(all,
              result.database().integer("SELECT sum(riders) FROM waiting WHERE five_minutes = 93"));
}

TEST(City, OfTheBuiltInCityHasWaysThatPassEachStopInOrder)
{
    const Result result(test::real_run("rush_hour/smoke"));
    const City city = read_city(result);
    EXPECT_EQ(std::ssize(city.stops), result.database().integer("SELECT count(*) FROM stop"));
    EXPECT_EQ(city.classes.at(1), "senior");
    const Pattern& first = city.patterns[city.trips.at(1).pattern];
    EXPECT_TRUE(first.has_shape);
    EXPECT_GT(first.way.size(), first.stops.size());
    for (const Pattern& pattern : city.patterns) {
        ASSERT_EQ(pattern.stop_on_way.size(), pattern.stops.size());
        EXPECT_TRUE(std::is_sorted(pattern.stop_on_way.begin(), pattern.stop_on_way.end()));
        ASSERT_LT(pattern.stop_on_way.back(), pattern.way.size());
    }
}

TEST(City, WithoutShapesDrawsItsLinesFromStopToStop)
{
    const City city = read_city(Result(sim::test::SmallRun().write("no-shapes")));
    ASSERT_EQ(city.patterns.size(), 1U);
    EXPECT_FALSE(city.patterns[0].has_shape);
    EXPECT_EQ(city.patterns[0].way.size(), 4U);
    EXPECT_EQ(city.patterns[0].stop_on_way, (std::vector<std::uint32_t>{0, 1, 2, 3}));
    EXPECT_EQ(city.patterns[0].way[3].lon, city.stops[3].at.lon);
}

}  // namespace view
