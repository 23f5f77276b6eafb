// SPDX-License-Identifier: Apache-2.0
// The built-in city: what stands in the repository is what its generator writes, and it is a city.
#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "sim/feed/day.h"
#include "sim/feed/pattern_fares.h"
#include "tests/sim/feed/tiny_feed.h"

namespace
{

const std::string pack = TAPBENCH_SOURCE_DIR "/scenarios/city/maebashi";

std::map<std::string, std::string> contents(const std::string& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(stream), {}};
    }
    return files;
}

const sim::Timetable& city()
{
    static const sim::Timetable timetable = sim::read_gtfs({{pack + "/gtfs", ""}});
    return timetable;
}

sim::Date day(const char* text)
{
    return *sim::parse_date(text);
}

}  // namespace

class GeneratedPack : public ::testing::TestWithParam<const char*>
{
};

TEST_P(GeneratedPack, IsByteForByteWhatItsGeneratorWrites)
{
    const std::string folder_of_pack =
        TAPBENCH_SOURCE_DIR "/scenarios/city/" + std::string(GetParam());
    const TempFolder folder;
    const std::string command =
        "python3 -B '" + folder_of_pack + "/make_feed.py' '" + (folder / "gtfs") + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);

    const auto fresh = contents(folder / "gtfs"), kept = contents(folder_of_pack + "/gtfs");

    ASSERT_FALSE(fresh.empty());
    for (const auto& [name, content] : fresh)
        EXPECT_TRUE(kept.contains(name) && kept.at(name) == content) << name;
    EXPECT_EQ(fresh.size(), kept.size());
}

INSTANTIATE_TEST_SUITE_P(CityPack, GeneratedPack,
                         ::testing::Values("maebashi", "outer", "shiosai"));

TEST(CityPack, StaysSmall)
{
    std::size_t bytes = 0;
    for (const auto& [name, content] : contents(pack + "/gtfs")) bytes += content.size();
    EXPECT_LT(bytes, 6'000'000U);
    EXPECT_GT(bytes, 1'000'000U);
}

TEST(CityPack, LoadsWithoutADefect)
{
    for (const sim::Defect& defect : city().defects)
        ADD_FAILURE() << defect.file << ":" << defect.line << ": " << defect.text;
    EXPECT_TRUE(sim::ambiguous_fares(city(), sim::FareIndex(city())).empty());
}

TEST(CityPack, DrawsTheWayOfEveryPatternThroughAllItsStops)
{
    constexpr double near = 0.0003;  // degrees, about thirty metres: a platform beside its station
    for (const sim::Pattern& pattern : city().patterns) {
        ASSERT_TRUE(pattern.shape);
        const sim::FeedShape& way = city().shapes[*pattern.shape];
        auto at = way.begin();
        for (const std::uint32_t stop : pattern.stops) {
            at = std::find_if(at, way.end(), [&](const sim::FeedPoint& point) {
                return std::abs(point.lat - city().stops[stop].lat) < near &&
                       std::abs(point.lon - city().stops[stop].lon) < near;
            });
            ASSERT_NE(at, way.end()) << city().stops[stop].name;
        }
        EXPECT_GE(way.size(), 4 * (pattern.stops.size() - 1) + 1);
    }
}

TEST(CityPack, HasSixOperatorsAndAtLeast36Routes)
{
    std::set<std::string> operators;
    for (const sim::FeedRoute& route : city().routes) operators.insert(route.operator_id);
    EXPECT_EQ(operators, (std::set<std::string>{"gunmabus", "gunmachuo", "joshin", "kanetsu",
                                                "nagai", "ncb"}));
    EXPECT_GE(city().routes.size(), 36U);
}

TEST(CityPack, HasMoreThan110BusesInServiceInTheWeekdayMorning)
{
    const auto trips = sim::trips_on(city(), day("2026-06-10"));
    EXPECT_GE(sim::peak_vehicles(city(), trips, 7 * 3600, 9 * 3600), 110U);
    EXPECT_LE(sim::peak_vehicles(city(), trips, 0, 100'000), 150U);
    EXPECT_LT(sim::trips_on(city(), day("2026-06-13")).size(), trips.size());
}

TEST(CityPack, RunsItsHolidayServiceOnHolidays)
{
    EXPECT_EQ(sim::trips_on(city(), day("2026-04-29")), sim::trips_on(city(), day("2026-04-26")));
    EXPECT_TRUE(sim::trips_on(city(), day("2026-03-31")).empty());
    EXPECT_FALSE(sim::trips_on(city(), day("2027-03-31")).empty());
    EXPECT_TRUE(sim::trips_on(city(), day("2027-04-01")).empty());
}

TEST(CityPack, GivesEveryBusFourMinutesBetweenTripsAtTheSamePlace)
{
    std::map<std::pair<std::uint32_t, std::string>, std::map<std::int32_t, std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < city().trips.size(); ++i) {
        const sim::FeedTrip& trip = city().trips[i];
        ASSERT_FALSE(trip.block.empty());
        const auto start = city().stop_times[trip.first_stop_time].departure;
        ASSERT_TRUE((blocks[{trip.service, trip.block}].emplace(start, i).second)) << trip.id;
    }
    const auto place = [](const sim::FeedTrip& trip, bool last) {
        const auto& stops = city().patterns[trip.pattern].stops;
        return city().stops[last ? stops.back() : stops.front()].parent;
    };
    for (const auto& [block, trips] : blocks) {
        for (auto next = std::next(trips.begin()); next != trips.end(); ++next) {
            const sim::FeedTrip& before = city().trips[std::prev(next)->second];
            const std::size_t end = before.first_stop_time + before.stop_sequence.size() - 1;
            EXPECT_GE(next->first - city().stop_times[end].arrival, 240) << block.second;
            EXPECT_EQ(place(before, true), place(city().trips[next->second], false));
        }
    }
}

TEST(CityPack, PricesEveryRideOfOneLapBetween100And790Yen)
{
    const sim::FareIndex index(city());
    std::set<std::int32_t> prices;
    for (std::uint32_t p = 0; p < city().patterns.size(); ++p) {
        const auto fares = sim::pattern_fares(city(), index, p, false);
        const auto& stops = city().patterns[p].stops;
        for (std::uint32_t board = 0; board < fares.stops; ++board) {
            for (std::uint32_t alight = board + 1; alight < fares.stops; ++alight) {
                const bool around =
                    city().stops[stops[board]].zone == city().stops[stops[alight]].zone;
                const auto lap =
                    std::find_if(stops.begin() + board, stops.begin() + alight,
                                 [&](std::uint32_t stop) { return stop == stops[alight]; });
                if (around || lap != stops.begin() + alight) continue;
                EXPECT_GE(fares.at(board, alight), 100) << p << " " << board << " " << alight;
                prices.insert(fares.at(board, alight));
            }
        }
    }
    EXPECT_EQ(*prices.begin(), 100);
    EXPECT_LE(*prices.rbegin(), 790);
    EXPECT_GE(prices.size(), 40U);
    EXPECT_TRUE(prices.contains(200));
}

TEST(CityPack, HasACircularLineWithoutFaresForTheSecondLap)
{
    const sim::FareIndex index(city());
    bool seen = false;
    for (std::uint32_t p = 0; p < city().patterns.size(); ++p) {
        const sim::Pattern& pattern = city().patterns[p];
        if (city().routes[pattern.route].id != "ncb-71") continue;
        seen = true;
        const auto last = static_cast<std::uint32_t>(pattern.stops.size() - 1);
        EXPECT_EQ(city().stops[pattern.stops[0]].zone, city().stops[pattern.stops[last]].zone);
        EXPECT_EQ(sim::pattern_fares(city(), index, p, true).at(0, last), -1);
    }
    EXPECT_TRUE(seen);
}
