// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/pattern_fares.h"

#include <gtest/gtest.h>

#include "tests/sim/feed/tiny_feed.h"

TEST(PatternFares, HoldEveryRideForwardAndNothingElse)
{
    const sim::Timetable timetable = TinyFeed().read();
    const auto fares = sim::pattern_fares(timetable, sim::FareIndex(timetable), 0, true);
    EXPECT_EQ(fares.stops, 3U);
    EXPECT_EQ(fares.price, (std::vector<std::int32_t>{-1, 200, 300, -1, -1, 200, -1, -1, -1}));
}

TEST(PatternFares, HaveNoFareWhereNobodyMayBoardOrAlight)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] =
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n"
        "t,08:00:00,08:00:00,A,1,0,1\nt,08:10:00,08:10:00,B,2,1,3\nt,08:20:00,08:20:00,C,3,1,0\n";
    const sim::Timetable timetable = feed.read();
    const auto fares = sim::pattern_fares(timetable, sim::FareIndex(timetable), 0, true);
    EXPECT_EQ(fares.at(0, 1), 200);
    EXPECT_EQ(fares.at(0, 2), 300);
    EXPECT_EQ(fares.at(1, 2), -1);
}

TEST(PatternFares, OfASecondLapAreThoseOfItsRowsOnly)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] =
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt,08:00:00,08:00:00,A,1\n"
        "t,08:10:00,08:10:00,B,2\nt,08:20:00,08:20:00,C,3\nt,08:30:00,08:30:00,A,4\n"
        "t,08:40:00,08:40:00,B,5\n";
    feed.files["fare_rules.txt"] += "f200,r,C,A\nf300,r,B,A\n";
    const sim::Timetable timetable = feed.read();
    const auto fares = sim::pattern_fares(timetable, sim::FareIndex(timetable), 0, true);
    EXPECT_EQ(fares.at(2, 3), 200);  // C to A closes the lap
    EXPECT_EQ(fares.at(2, 4), -1);   // C to B goes into the second: no row
    EXPECT_EQ(fares.at(0, 3), -1);   // once around
    EXPECT_EQ(fares.at(3, 4), 200);  // A to B again
}

TEST(PatternFares, NamesRoutesOnWhichNoRideHasAFare)
{
    TinyFeed feed;
    feed.files["routes.txt"] += "q,x,Line Q\nidle,x,No trips\n";
    feed.files["trips.txt"] += "q,daily,u\n";
    feed.files["stop_times.txt"] += "u,09:00:00,09:00:00,A,1\nu,09:10:00,09:10:00,B,2\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(sim::routes_without_fares(timetable, sim::FareIndex(timetable)),
              std::vector<std::string>{"tiny:q"});
}

TEST(PatternFares, ReportsRidesThatEquallySpecificRowsPriceDifferently)
{
    TinyFeed feed;
    feed.files["fare_rules.txt"] =
        "fare_id,route_id,origin_id,destination_id\n"
        "f300,r,A,\nf200,r,,C\n";
    const sim::Timetable timetable = feed.read();
    const auto defects = sim::ambiguous_fares(timetable, sim::FareIndex(timetable));
    ASSERT_EQ(defects.size(), 1U);
    EXPECT_EQ(defects[0].text, "route 'r': several prices from 'A' to 'C', 200 yen taken");
    EXPECT_EQ(defects[0].line, 3);
}
