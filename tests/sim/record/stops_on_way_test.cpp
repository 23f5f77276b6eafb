// SPDX-License-Identifier: Apache-2.0
#include "sim/record/stops_on_way.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>

#include "sim/record/database.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using Points = std::vector<std::uint32_t>;

TEST(StopsOnWay, AreTheNearestPoints)
{
    const FeedShape way{{36.0, 139.0}, {36.1, 139.0}, {36.2, 139.0}, {36.3, 139.0}};
    EXPECT_EQ(stops_on_way(way, {{36.01, 139.01}, {36.19, 138.99}, {36.4, 139.0}}),
              (Points{0, 2, 3}));
}

TEST(StopsOnWay, FindBothEndsOfALoop)
{
    const FeedShape way{{36.0, 139.0}, {36.1, 139.0}, {36.1, 139.1}, {36.0, 139.1}, {36.0, 139.0}};
    EXPECT_EQ(stops_on_way(way, {{36.0, 139.0}, {36.1, 139.1}, {36.0, 139.0}}), (Points{0, 2, 4}));
}

TEST(StopsOnWay, FindTheSameStreetOnTheWayThereAndBack)
{
    const FeedShape way{{36.0, 139.0}, {36.1, 139.0}, {36.2, 139.0}, {36.1, 139.0}, {36.0, 139.0}};
    EXPECT_EQ(stops_on_way(way, {{36.1, 139.0}, {36.2, 139.0}, {36.1, 139.0}}), (Points{1, 2, 3}));
}

TEST(StopsOnWay, MeasureADegreeOfLongitudeByItsLength)
{
    const FeedShape way{{60.0, 10.15}, {60.1, 10.0}};  // 8 km east, 11 km north
    EXPECT_EQ(stops_on_way(way, {{60.0, 10.0}}), (Points{0}));
}

TEST(StopsOnWay, ShareAPointWhenTheWayIsCoarse)
{
    const FeedShape way{{36.0, 139.0}, {36.9, 139.0}};
    EXPECT_EQ(stops_on_way(way, {{36.0, 139.0}, {36.1, 139.0}, {36.8, 139.0}}), (Points{0, 0, 1}));
}

RC_GTEST_PROP(StopsOnWay, NeverRunBackwards, ())
{
    const auto place =
        rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 100), rc::gen::inRange(0, 100)),
                     [](const std::pair<int, int>& at) {
                         return FeedPoint{36 + at.first * 0.001, 139 + at.second * 0.001};
                     });
    const auto way = *rc::gen::nonEmpty(rc::gen::container<FeedShape>(place));
    const auto stops = *rc::gen::nonEmpty(rc::gen::container<std::vector<FeedPoint>>(place));

    const Points points = stops_on_way(way, stops);

    RC_ASSERT(points.size() == stops.size());
    RC_ASSERT(std::is_sorted(points.begin(), points.end()));
    RC_ASSERT(points.back() < way.size());
}

TEST(ShapeWriter, WritesTheWaysOfPatternsInServiceAndTheirDirection)
{
    test::SmallRun run;
    run.timetable.stops[1].lat = 36.385;
    run.timetable.shapes = {{{36.38, 139.07}, {36.385, 139.0712345}, {36.38, 139.07}}};
    run.timetable.patterns[0].shape = 0;
    run.timetable.patterns[0].direction = 1;
    run.timetable.patterns.push_back(run.timetable.patterns[0]);  // no trip takes it
    const Database file(run.write("shapes"), Database::Mode::read_only);

    EXPECT_EQ(file.text("SELECT group_concat(pattern || ':' || number || ' ' || lat || ' ' || lon)"
                        " FROM shape_point"),
              "0:0 36.38 139.07,0:1 36.385 139.0712345,0:2 36.38 139.07");
    EXPECT_EQ(file.text("SELECT group_concat(point) FROM shape_stop"), "0,1,2,2");
    EXPECT_EQ(file.text("SELECT group_concat(direction) FROM pattern"), "1,1");
}

}  // namespace sim
