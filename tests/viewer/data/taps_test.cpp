// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/taps.h"

#include <gtest/gtest.h>

#include "tests/sim/record/small_run.h"
#include "tests/viewer/data/real_run.h"

namespace view
{

using sim::test::SmallRun;

namespace
{

struct TwoRides {
    TwoRides()
    {
        SmallRun run;
        run.timetable.stops[2].name = "前橋駅";
        run.ride(1, 0, 2, 290);
        run.ride(2, 1, 3, 290);
        result.emplace(run.write("taps"));
        city = read_city(*result);
    }
    std::vector<Hit> found(const std::string& words, std::size_t limit = 10) const
    {
        return search(*result, city, words, limit);
    }

    std::optional<Result> result;
    City city;
};

}  // namespace

TEST(Taps, OfABusComeInOrderOfTimeFromAllItsReaders)
{
    const TwoRides run;
    const auto taps = taps_of_bus(*run.result, run.city, 0, 0, 10);
    ASSERT_EQ(taps.size(), 4U);
    EXPECT_EQ(taps[0].key, (fw::TapKey{1, 1}));
    EXPECT_EQ(taps[1].key, (fw::TapKey{2, 1}));
    EXPECT_EQ(taps[1].kind, "alight");
    EXPECT_EQ(taps[1].verdict, "accepted");
    EXPECT_EQ(taps[1].fare, 290);
    EXPECT_EQ(taps[1].tap_time, 137'000'000);
    EXPECT_EQ(taps[3].board, 1U);
    EXPECT_EQ(taps[3].alight, 3U);
    EXPECT_EQ(taps_of_bus(*run.result, run.city, 0, 0, 2).size(), 2U);
    EXPECT_EQ(taps_of_bus(*run.result, run.city, 0, 1, 10).size(), 4U);
    EXPECT_TRUE(taps_of_bus(*run.result, run.city, 0, 9, 10).empty());
    EXPECT_TRUE(taps_of_bus(*run.result, run.city, 7, 0, 10).empty());
}

TEST(Taps, OfABusAreNotThoseOfItsNeighbours)
{
    const Result result(test::real_run("rush_hour/smoke"));
    const City city = read_city(result);
    const auto taps = taps_of_bus(result, city, 3, 0, 1000);
    EXPECT_EQ(std::ssize(taps),
              result.database().integer("SELECT count(*) FROM tap WHERE bus = 3"));
    EXPECT_GT(taps.size(), 0U);
    for (const TapLine& tap : taps) EXPECT_EQ(tap.bus, 3U);
}

TEST(Taps, AreFoundByTheirKeyOrNotAtAll)
{
    const TwoRides run;
    EXPECT_EQ(find_tap(*run.result, run.city, {2, 2})->fare, 290);
    EXPECT_FALSE(find_tap(*run.result, run.city, {2, 3}));
    EXPECT_FALSE(account_of(*run.result, {2, 3}));
    EXPECT_EQ(account_of(*run.result, {2, 1})->text("true_alight"), "前橋駅");
}

TEST(Search, FindsATapByItsKey)
{
    const TwoRides run;
    const auto hits = run.found(" 2-1 ");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, Hit::Kind::tap);
    EXPECT_EQ(hits[0].tap, (fw::TapKey{2, 1}));
    EXPECT_EQ(hits[0].text, "2-1 alight, accepted");
    EXPECT_TRUE(run.found("2-77").empty());
}

TEST(Search, FindsPartsOfNamesInLettersOfAnyCase)
{
    const TwoRides run;
    const auto hits = run.found("STOP");
    ASSERT_EQ(hits.size(), 4U);
    EXPECT_EQ(hits[0].text, "Stop A (A)");
    EXPECT_EQ(hits[3].kind, Hit::Kind::trip);
    EXPECT_EQ(run.found("r1").front().kind, Hit::Kind::route);
    EXPECT_EQ(run.found("bus-1").front().kind, Hit::Kind::bus);
    EXPECT_EQ(run.found("橋駅").front().number, 2U);
    EXPECT_TRUE(run.found("  ").empty());
    EXPECT_TRUE(run.found("nowhere").empty());
}

TEST(Search, PutsTheNameItselfFirstThenThoseThatBeginWithIt)
{
    SmallRun run;
    run.timetable.stops[0].name = "Old Dock";
    run.timetable.stops[1].name = "Dock Road";
    run.timetable.stops[2].name = "Dock";
    const Result result(run.write("ranks"));
    const auto hits = search(result, read_city(result), "dock", 10);
    ASSERT_EQ(hits.size(), 3U);
    EXPECT_EQ(hits[0].text, "Dock (C)");
    EXPECT_EQ(hits[1].text, "Dock Road (B)");
    EXPECT_EQ(hits[2].text, "Old Dock (A)");
    EXPECT_EQ(search(result, read_city(result), "dock", 2).size(), 2U);
}

}  // namespace view
