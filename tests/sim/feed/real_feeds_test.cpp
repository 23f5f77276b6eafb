// SPDX-License-Identifier: Apache-2.0
// Real feeds, where TAPBENCH_FEEDS names their folder. Expected numbers were counted from the files
// by hand-written scripts apart from this reader.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "sim/feed/day.h"
#include "sim/feed/gtfs.h"
#include "sim/feed/pattern_fares.h"
#include "tests/sim/feed/tiny_feed.h"

namespace
{

class RealFeeds : public testing::Test
{
protected:
    void SetUp() override
    {
        const char* folder = std::getenv("TAPBENCH_FEEDS");
        if (!folder || !*folder) GTEST_SKIP() << "TAPBENCH_FEEDS is not set: no real feeds here";
        folder_ = folder;
    }
    sim::Timetable read(const std::string& name) const
    {
        return sim::read_gtfs({{folder_ + "/" + name + ".zip", ""}});
    }

    std::string folder_;
};

struct DayCount {
    std::size_t trips = 0;
    std::size_t visits = 0;  // of stops inside the box
    std::uint32_t buses = 0;
};

DayCount maebashi_on_20190612(const sim::Timetable& timetable)
{
    constexpr double south = 36.32, north = 36.56, west = 138.99, east = 139.23;
    DayCount count;
    std::vector<std::uint32_t> inside;
    for (const std::uint32_t trip : sim::trips_on(timetable, *sim::parse_date("2019-06-12"))) {
        if (!sim::touches(timetable, trip, south, north, west, east)) continue;
        inside.push_back(trip);
        count.visits += sim::stops_inside(timetable, trip, south, north, west, east);
    }
    count.trips = inside.size();
    count.buses = sim::peak_vehicles(timetable, inside, 0, 200'000);
    return count;
}

}  // namespace

TEST_F(RealFeeds, KanetsuLoadsWholeWithOneDefect)
{
    const sim::Timetable t = read("kanetsu_maebashi_2019");
    EXPECT_EQ(t.stops.size(), 1557U);
    EXPECT_EQ(t.routes.size(), 220U);
    EXPECT_EQ(t.trips.size(), 1350U);
    EXPECT_EQ(t.stop_times.size(), 48748U);
    EXPECT_EQ(t.fare_rows.size(), 187995U);
    ASSERT_EQ(t.defects.size(), 1U);
    EXPECT_TRUE(has_defect(t, "agency_jp.txt", 1, "agency_offilcal_name"));
    EXPECT_TRUE(sim::routes_without_fares(t, sim::FareIndex(t)).empty());
}

TEST_F(RealFeeds, NcbLoadsWholeWithoutADefect)
{
    const sim::Timetable t = read("ncb_maebashi_2019");
    EXPECT_EQ(t.stops.size(), 644U);
    EXPECT_EQ(t.routes.size(), 112U);
    EXPECT_EQ(t.trips.size(), 612U);
    EXPECT_EQ(t.stop_times.size(), 14113U);
    EXPECT_EQ(t.fare_rows.size(), 48453U);
    EXPECT_TRUE(t.defects.empty());
}

TEST_F(RealFeeds, RinkoSampleLoadsWithItsMisspeltColumns)
{
    const sim::Timetable t = read("mlit_sample_rinko");
    EXPECT_EQ(t.stops.size(), 48U);
    EXPECT_EQ(t.trips.size(), 6U);
    EXPECT_EQ(t.trips[0].stop_sequence.front(), 0);
    EXPECT_EQ(t.stop_times[0].arrival, (6 * 60 + 28) * 60);
    EXPECT_EQ(t.defects.size(), 2U);
    EXPECT_TRUE(has_defect(t, "trips.txt", 1, "wheelchair_accesible"));
    EXPECT_TRUE(has_defect(t, "stop_times.txt", 1, "shape_dist_travel"));
}

TEST_F(RealFeeds, YamanashiLoadsAndItsDefectsAreNamed)
{
    const sim::Timetable t = read("yamanashi_2017");
    EXPECT_EQ(t.stops.size(), 2196U);
    EXPECT_EQ(t.trips.size(), 1415U);
    EXPECT_EQ(t.stop_times.size(), 47070U);
    EXPECT_TRUE(has_defect(t, "stops.txt", 1, "swapped"));
    EXPECT_TRUE(has_defect(t, "fare_rules.txt", 1, "2 names for 4 values"));
    EXPECT_TRUE(has_defect(t, "fare_rules.txt", 2, "unknown stop or zone"));
    EXPECT_TRUE(has_defect(t, "fare_attributes.txt", 2, "without a rule"));
    EXPECT_TRUE(has_defect(t, "stop_times.txt", 27467, "midnight"));
    for (const sim::FareRow& row : t.fare_rows) EXPECT_NE(row.price, fw::Yen{20});
}

TEST_F(RealFeeds, SampleFeedRepeatsItsTripsAndHasNoFareInYen)
{
    const sim::Timetable t = read("sample_good_feed");
    EXPECT_EQ(t.stops.size(), 10U);
    EXPECT_EQ(t.trips.size(), 144U);
    EXPECT_TRUE(has_defect(t, "fare_attributes.txt", 2, "1.25 USD"));
    EXPECT_TRUE(t.fare_rows.empty());
    EXPECT_EQ(sim::routes_without_fares(t, sim::FareIndex(t)).size(), 5U);
}

TEST_F(RealFeeds, WeekdayInMaebashiHasTheTripsVisitsAndBusesCounted)
{
    const DayCount kanetsu = maebashi_on_20190612(read("kanetsu_maebashi_2019"));
    EXPECT_EQ(kanetsu.trips, 427U);
    EXPECT_EQ(kanetsu.visits, 10601U);
    EXPECT_EQ(kanetsu.buses, 26U);
    const DayCount ncb = maebashi_on_20190612(read("ncb_maebashi_2019"));
    EXPECT_EQ(ncb.trips, 282U);
    EXPECT_EQ(ncb.visits, 6011U);
    EXPECT_EQ(ncb.buses, 25U);
}

namespace
{

// The known wrong reading: a fare holds for any of its routes with any of its stop pairs.
class MixedReading
{
public:
    explicit MixedReading(const sim::Timetable& timetable)
    {
        for (const sim::FareRow& row : timetable.fare_rows) {
            routes_[row.fare_id].insert(row.route);
            std::int32_t price = row.price.count;
            fares_[{row.origin, row.destination}].emplace(price, row.fare_id);
        }
    }
    std::int32_t price(const std::string& route, const std::string& from,
                       const std::string& to) const
    {
        const auto pair = fares_.find({from, to});
        if (pair == fares_.end()) return -1;
        for (const auto& [price, fare] : pair->second)
            if (routes_.at(fare).contains(route)) return price;
        return -1;
    }

private:
    std::map<std::string, std::set<std::string>> routes_;
    std::map<std::pair<std::string, std::string>, std::set<std::pair<std::int32_t, std::string>>>
        fares_;
};

struct ReadingCount {
    std::size_t rides = 0;
    std::size_t differ = 0;
};

// Over the distinct rides (pattern, board, alight) that a pattern serves.
ReadingCount compare_readings(const sim::Timetable& timetable)
{
    const sim::FareIndex index(timetable);
    const MixedReading mixed(timetable);
    ReadingCount count;
    for (std::uint32_t p = 0; p < timetable.patterns.size(); ++p) {
        const sim::Pattern& pattern = timetable.patterns[p];
        for (std::uint32_t a = 0; a < pattern.stops.size(); ++a) {
            for (std::uint32_t b = a + 1; b < pattern.stops.size(); ++b) {
                const auto row = index.find(pattern.route, pattern.stops[a], pattern.stops[b]);
                const std::int32_t right = row ? row->price(false).count : -1;
                const std::int32_t wrong = mixed.price(timetable.routes[pattern.route].id,
                                                       timetable.stops[pattern.stops[a]].zone,
                                                       timetable.stops[pattern.stops[b]].zone);
                ++count.rides;
                if (right != wrong) ++count.differ;
            }
        }
    }
    return count;
}

}  // namespace

TEST_F(RealFeeds, MatchingRoutesAndStopPairsApartWouldMisprice808Rides)
{
    const ReadingCount kanetsu = compare_readings(read("kanetsu_maebashi_2019"));
    EXPECT_EQ(kanetsu.rides, 192483U);
    EXPECT_EQ(kanetsu.differ, 808U);
    const ReadingCount ncb = compare_readings(read("ncb_maebashi_2019"));
    EXPECT_EQ(ncb.rides, 48309U);
    EXPECT_EQ(ncb.differ, 141U);
}
