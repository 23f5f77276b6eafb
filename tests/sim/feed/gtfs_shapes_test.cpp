// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/gtfs_shapes.h"

#include <gtest/gtest.h>

#include "tests/sim/feed/tiny_feed.h"

namespace
{

struct DrawnFeed : TinyFeed {
    DrawnFeed()
    {
        files["trips.txt"] = "route_id,service_id,trip_id,direction_id,shape_id\nr,daily,t,1,w\n";
        files["shapes.txt"] =
            "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n"
            "w,36.3,139.3,30\nw,36.1,139.1,10\nw,36.2,139.25,20\n";
    }
    // Trips t0, t1, ... along A - C instead, each naming one of `shapes`.
    explicit DrawnFeed(const std::vector<std::string>& shapes) : DrawnFeed()
    {
        std::string& trips = files["trips.txt"] = "route_id,service_id,trip_id,shape_id\n";
        std::string& times = files["stop_times.txt"] =
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n";
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const std::string id = "t" + std::to_string(i);
            trips += "r,daily," + id + "," + shapes[i] + "\n";
            times += id + ",08:00:00,08:00:00,A,1\n" + id + ",08:20:00,08:20:00,C,2\n";
        }
        files["shapes.txt"] +=
            "other,36.1,139.1,1\nother,36.4,139.4,2\nunused,36.1,139.1,1\nunused,36.4,139.4,2\n";
    }
};

std::vector<double> latitudes(const sim::FeedShape& way)
{
    std::vector<double> degrees;
    for (const sim::FeedPoint& point : way) degrees.push_back(point.lat);
    return degrees;
}

}  // namespace

TEST(GtfsShapes, GiveAPatternItsWayInTheOrderOfSequenceNumbers)
{
    const sim::Timetable timetable = DrawnFeed().read();
    EXPECT_TRUE(timetable.defects.empty());
    ASSERT_EQ(timetable.patterns[0].shape, 0U);
    EXPECT_EQ(latitudes(timetable.shapes[0]), (std::vector<double>{36.1, 36.2, 36.3}));
    EXPECT_EQ(timetable.shapes[0][1].lon, 139.25);
    EXPECT_EQ(timetable.patterns[0].direction, 1);
}

TEST(GtfsShapes, AreNotNeeded)
{
    const sim::Timetable timetable = TinyFeed().read();
    EXPECT_TRUE(timetable.defects.empty());
    EXPECT_FALSE(timetable.patterns[0].shape);
    EXPECT_EQ(timetable.patterns[0].direction, 0);
}

TEST(GtfsShapes, OfAPatternAreTheOneMostOfItsTripsName)
{
    const sim::Timetable timetable = DrawnFeed({"w", "other", "", "other", "", ""}).read();
    ASSERT_EQ(timetable.patterns.size(), 1U);
    ASSERT_EQ(timetable.shapes.size(), 1U);
    EXPECT_EQ(latitudes(timetable.shapes[0]), (std::vector<double>{36.1, 36.4}));
    EXPECT_TRUE(timetable.defects.empty());
}

TEST(GtfsShapes, OfTwoNamedEquallyOftenAreTheFirst)
{
    const sim::Timetable timetable = DrawnFeed({"other", "w", "w", "other"}).read();
    ASSERT_EQ(timetable.shapes.size(), 1U);
    EXPECT_EQ(latitudes(timetable.shapes[0]), (std::vector<double>{36.1, 36.4}));
}

TEST(GtfsShapes, IgnoreRowsThatCannotBeReadAndSaySo)
{
    DrawnFeed feed;
    feed.files["shapes.txt"] +=
        "w,north,139.2,40\nw,36.2,181,50\nw,36.2,139.2,next\nw,36.9,139.9,30\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(has_defect(timetable, "shapes.txt", 5, "point without a position"));
    EXPECT_TRUE(has_defect(timetable, "shapes.txt", 6, "point without a position"));
    EXPECT_TRUE(has_defect(timetable, "shapes.txt", 7, "shape_pt_sequence is no number"));
    EXPECT_TRUE(has_defect(timetable, "shapes.txt", 8, "given twice"));
    EXPECT_EQ(timetable.shapes[0].size(), 3U);
}

TEST(GtfsShapes, OfOnePointAreNoWay)
{
    DrawnFeed feed;
    feed.files["shapes.txt"] =
        "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\nw,36.3,139.3,1\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(has_defect(timetable, "shapes.txt", 0, "fewer than two points"));
    EXPECT_FALSE(timetable.patterns[0].shape);
}

TEST(GtfsShapes, ThatAreTooLongForAMapAreIgnored)
{
    DrawnFeed feed;
    for (int i = 0; i < 20'000; ++i)
        feed.files["shapes.txt"] += "w,36.1,139.1," + std::to_string(100 + i) + "\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(has_defect(timetable, "shapes.txt", 0, "more than 20000 points"));
    EXPECT_FALSE(timetable.patterns[0].shape);
}

TEST(GtfsShapes, ThatTripsNameButNobodyDrewAreReported)
{
    DrawnFeed feed;
    feed.files["trips.txt"] = "route_id,service_id,trip_id,direction_id,shape_id\nr,daily,t,2,x\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(has_defect(timetable, "trips.txt", 2, "unknown shape"));
    EXPECT_TRUE(has_defect(timetable, "trips.txt", 2, "direction_id"));
}

TEST(GtfsShapes, ThatTripsNameInAFeedWithoutTheFileAreReported)
{
    DrawnFeed feed;
    feed.files.erase("shapes.txt");
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(has_defect(timetable, "shapes.txt", 0, "missing in the feed"));
    EXPECT_FALSE(timetable.patterns[0].shape);
}
