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

TEST(Day, LaterDaysAreLaidOutBehindTheFirst)
{
    TinyFeed feed;
    feed.files["trips.txt"] += "r,weekend,w\n";
    feed.files["stop_times.txt"] += "w,23:50:00,23:50:00,A,1\nw,24:10:00,24:10:00,C,3\n";
    feed.files["calendar.txt"] += "weekend,0,0,0,0,0,1,1,20260401,20270331\n";
    const sim::Date friday = *sim::parse_date("2026-06-12");

    const sim::Timetable timetable = sim::laid_out(feed.read(), friday, 1);

    const auto trips = sim::trips_on(timetable, friday);
    ASSERT_EQ(trips.size(), 3U);  // t on both days, w on Saturday
    const sim::FeedTrip& again = timetable.trips[trips[1]];
    EXPECT_EQ(again.id, "t@2026-06-13");
    EXPECT_EQ(again.template_id, "t");
    EXPECT_EQ(again.day, 1);
    EXPECT_EQ(timetable.stop_times[again.first_stop_time + 1].arrival, 86400 + 8 * 3600 + 600);
    EXPECT_EQ(timetable.stop_times[again.first_stop_time + 1].departure, 86400 + 8 * 3600 + 660);
    const sim::FeedTrip& night = timetable.trips[trips[2]];
    EXPECT_EQ(night.id, "w@2026-06-13");
    EXPECT_EQ(timetable.stop_times[night.first_stop_time + 1].arrival, 2 * 86400 + 600);
}

TEST(Day, OneDayIsLaidOutAsItIs)
{
    const sim::Timetable timetable = TinyFeed().read();
    const sim::Timetable same = sim::laid_out(timetable, *sim::parse_date("2026-06-12"), 0);
    EXPECT_EQ(same.trips.size(), timetable.trips.size());
    EXPECT_EQ(same.stop_times.size(), timetable.stop_times.size());
}
