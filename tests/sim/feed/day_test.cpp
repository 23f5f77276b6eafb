// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/day.h"

#include <gtest/gtest.h>

#include "tests/sim/feed/tiny_feed.h"

TEST(Day, TripTouchesABoxWhenARideInsideItIsPossible)
{
    const sim::Timetable timetable = TinyFeed().read();
    EXPECT_TRUE(sim::touches(timetable, 0, 36.1, 36.2, 139.0, 140.0));
    EXPECT_FALSE(sim::touches(timetable, 0, 36.1, 36.19, 139.0, 140.0));
    EXPECT_EQ(sim::stops_inside(timetable, 0, 36.1, 36.19, 139.0, 140.0), 1U);
    EXPECT_FALSE(sim::touches(timetable, 0, 36.0, 37.0, 139.25, 140.0));
}

TEST(Day, TripRunsWithinAWindowItOverlaps)
{
    const sim::Timetable timetable = TinyFeed().read();  // 08:00 to 08:20
    EXPECT_TRUE(sim::runs_within(timetable, 0, 0, 28801));
    EXPECT_FALSE(sim::runs_within(timetable, 0, 0, 28800));
    EXPECT_TRUE(sim::runs_within(timetable, 0, 30000, 40000));
    EXPECT_FALSE(sim::runs_within(timetable, 0, 30001, 40000));
}

TEST(Day, VehicleOfABlockIsCountedOnceAndStaysBetweenItsTrips)
{
    TinyFeed feed;
    const auto trips = [&](const std::string& block) {
        feed.files["trips.txt"] = "route_id,service_id,trip_id,block_id\nr,daily,t," + block +
                                  "\nr,daily,u," + block + "\nr,daily,v,\n";
        feed.files["stop_times.txt"] =
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
            "t,08:00:00,08:00:00,A,1\nt,08:20:00,08:20:00,C,3\n"
            "u,08:40:00,08:40:00,A,1\nu,09:00:00,09:00:00,C,3\n"
            "v,08:25:00,08:25:00,A,1\nv,08:35:00,08:35:00,C,3\n";
        const sim::Timetable timetable = feed.read();
        return sim::peak_vehicles(timetable, {0, 1, 2}, 0, 86400);
    };
    EXPECT_EQ(trips("b"), 2U);
    EXPECT_EQ(trips(""), 1U);
}

TEST(Day, VehicleIsStillInServiceAtTheMomentItArrives)
{
    TinyFeed feed;
    feed.files["trips.txt"] += "r,daily,u\n";
    feed.files["stop_times.txt"] += "u,08:20:00,08:20:00,A,1\nu,08:40:00,08:40:00,C,3\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(sim::peak_vehicles(timetable, {0, 1}, 0, 86400), 2U);
    EXPECT_EQ(sim::peak_vehicles(timetable, {0, 1}, 30001, 86400), 1U);
    EXPECT_EQ(sim::peak_vehicles(timetable, {0, 1}, 0, 28800), 0U);
}
