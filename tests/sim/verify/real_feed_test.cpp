// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "sim/feed/fare_index.h"
#include "sim/feed/gtfs.h"
#include "sim/feed/pattern_fares.h"
#include "sim/verify/fare_oracle.h"
#include "tests/sim/record/small_run.h"

// The SQL oracle and the engine's own fare index are two readings of the same fare rules: on every
// ride of every pattern of a feed they must give the same yen or both none.
namespace sim
{

namespace
{

// The oracle's fares of a feed on which every pattern is driven once.
Database priced(const Timetable& timetable)
{
    test::SmallRun run;
    run.timetable = timetable;
    CityRows city = run.city();
    city.operator_of_route.assign(timetable.routes.size(), 0);
    city.first_code.assign(timetable.patterns.size(), 0);
    city.trips.clear();
    std::vector<bool> driven(timetable.patterns.size());
    for (std::uint32_t trip = 0; trip < timetable.trips.size(); ++trip) {
        if (driven[timetable.trips[trip].pattern]) continue;
        driven[timetable.trips[trip].pattern] = true;
        city.trips.push_back({trip + 1, trip, 0});
    }
    const std::string file = test::scratch_file("feed");
    const auto recorder = make_recorder(file, {});
    recorder->city(city);
    recorder->finish(Outcome::complete);
    Database database(file, Database::Mode::read_write);
    build_fares(database);
    return database;
}

struct Comparison {
    std::int64_t rides = 0, priced = 0;
    std::string differences;
};

Comparison compare(const Timetable& timetable)
{
    const Database oracle = priced(timetable);
    const FareIndex index(timetable);
    Query fare = oracle.query("SELECT price FROM fare_od WHERE fare_key = ?");
    Comparison result;
    for (std::uint32_t p = 0; p < timetable.patterns.size(); ++p) {
        const PatternFares engine = pattern_fares(timetable, index, p, true);
        for (std::uint32_t a = 0; a < engine.stops; ++a)
            for (std::uint32_t b = a + 1; b < engine.stops; ++b) {
                const Pattern& pattern = timetable.patterns[p];
                if (!pattern.pickup[a] || !pattern.drop_off[b]) continue;
                fare.reset();
                fare.bind(1, std::int64_t{p} << 20 | a << 10 | b);
                const std::int64_t sql = fare.step() ? fare.integer(0) : -1;
                ++result.rides;
                if (sql >= 0) ++result.priced;
                if (sql != engine.at(a, b) && result.differences.size() < 500)
                    result.differences += "pattern " + std::to_string(p) + " " + std::to_string(a) +
                                          "-" + std::to_string(b) + ": " + std::to_string(sql) +
                                          " and " + std::to_string(engine.at(a, b)) + "\n";
            }
    }
    return result;
}

}  // namespace

class RealFeed : public testing::TestWithParam<const char*>
{
};

TEST_P(RealFeed, IsPricedAlikeByOracleAndEngine)
{
    const char* const folder = std::getenv("TAPBENCH_FEEDS");
    if (folder == nullptr) GTEST_SKIP() << "TAPBENCH_FEEDS names no folder of feeds";
    const auto path = std::filesystem::path(folder) / GetParam();
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";

    const Comparison result = compare(read_gtfs({{path.string(), "kanetsu"}}));

    EXPECT_EQ(result.differences, "");
    EXPECT_GT(result.priced, 0);
    RecordProperty("rides", std::to_string(result.rides));
}

INSTANTIATE_TEST_SUITE_P(Feeds, RealFeed,
                         testing::Values("kanetsu_maebashi_2019.zip", "ncb_maebashi_2019.zip",
                                         "yamanashi_2017.zip"));

TEST(BuiltInFeed, IsPricedAlikeByOracleAndEngine)
{
    const Comparison result =
        compare(read_gtfs({{TAPBENCH_SOURCE_DIR "/scenarios/city/maebashi/gtfs", ""}}));
    EXPECT_EQ(result.differences, "");
    EXPECT_GT(result.priced, 100);
}

}  // namespace sim
