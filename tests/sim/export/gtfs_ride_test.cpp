// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/export/exported.h"

namespace sim::test
{

namespace
{

// Twelve board at A and four at B; one leaves at B and fifteen at C.
const std::vector<Visit> day{{0, 12, 0, 12}, {1, 4, 1, 15}, {2, 0, 15, 0}};

SmallRun three_rides()
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.ride(1, 0, 1, 180);
    run.ride(2, 1, 2, 180);
    return run;
}

std::vector<CsvRecord> counted(const std::string& file, std::int64_t k)
{
    return exported(written(three_rides(), "ride", day), ExportFormat::gtfs_ride, file, k);
}

}  // namespace

TEST(BoardAlight, HidesFewRidersAndRoundsTheOthers)
{
    const auto rows = counted("board_alight.txt", 5);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].at("boardings"), "10");
    EXPECT_EQ(rows[0].at("alightings"), "");
    EXPECT_EQ(rows[0].at("load_count"), "10");
    EXPECT_EQ(rows[1].at("boardings"), "");
    EXPECT_EQ(rows[2].at("alightings"), "15");
}

TEST(BoardAlight, ShowsEverythingWhenKIsOne)
{
    const auto rows = counted("board_alight.txt", 1);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].at("boardings"), "12");
    EXPECT_EQ(rows[0].at("alightings"), "0");
    EXPECT_EQ(rows[1].at("boardings"), "4");
    EXPECT_EQ(rows[1].at("load_count"), "15");
    EXPECT_EQ(rows[1].at("stop_id"), "B");
    EXPECT_EQ(rows[1].at("service_arrival_time"), "07:30:00");
}

TEST(RiderTrip, IsLeftOutWhereFewBoardOrAlight)
{
    const auto rows = counted("rider_trip.txt", 5);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("boarding_stop_id"), "A");
    EXPECT_EQ(rows[0].at("alighting_stop_id"), "C");
    EXPECT_EQ(rows[0].at("fare_paid"), "290");
}

TEST(RiderTrip, HasEveryPaidRideWhenKIsOne)
{
    EXPECT_EQ(counted("rider_trip.txt", 1).size(), 3u);
}

TEST(RiderTrip, NamesNoCard)
{
    const auto rows = counted("rider_trip.txt", 1);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].at("rider_id").find("3e8"), std::string::npos);
    EXPECT_EQ(rows[0].size(), 15u);
}

TEST(RiderTrip, LeavesOutARideThatWasGivenBack)
{
    SmallRun run;
    const TapRow paid = run.taps[run.ride(0, 0, 2, 290)];
    TapRow& cancel = run.tap(0, fw::TapKind::cancel, 0, 2);
    cancel.event.last_execution = paid.event.execution;
    const std::string file = written(run, "given_back", day);
    EXPECT_TRUE(exported(file, ExportFormat::gtfs_ride, "rider_trip.txt", 1).empty());
}

TEST(RiderTrip, KnowsNoAlightingOfARidePaidOnBoarding)
{
    SmallRun run;
    run.tap(0, fw::TapKind::flat, 0, 0).event.execution = {7};
    const std::string file = written(run, "flat_ride", day);
    const auto rows = exported(file, ExportFormat::gtfs_ride, "rider_trip.txt");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("boarding_stop_id"), "A");
    EXPECT_EQ(rows[0].at("alighting_stop_id"), "");
}

TEST(Ridership, RoundsTotalsSoThatAHiddenCellIsNotTheirRemainder)
{
    const auto rows = counted("ridership.txt", 5);
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows[0].at("route_id"), "R1");
    EXPECT_EQ(rows[0].at("total_boardings"), "15");  // 12 and 4
    EXPECT_EQ(rows[0].at("total_alightings"), "15");
}

TEST(Ridership, LeavesOutAStopWithFewRiders)
{
    const auto rows = counted("ridership.txt", 5);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].at("stop_id"), "A");
    EXPECT_EQ(rows[2].at("stop_id"), "C");
}

TEST(TripCapacity, SaysNothingOfWhatABusCanCarry)
{
    const auto rows = counted("trip_capacity.txt", 5);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("vehicle_description"), "bus-1");
    EXPECT_EQ(rows[0].at("seated_capacity"), "");
}

}  // namespace sim::test
