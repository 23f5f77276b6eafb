// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/fare_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

using namespace fw::literals;

namespace
{

// Routes r0 and r1, stops s0..s3; s0 and s1 share the zone z and the station p.
sim::Timetable small_city()
{
    sim::Timetable timetable;
    timetable.feeds = {"f"};
    for (const char* id : {"r0", "r1"}) timetable.routes.push_back({id, id, "x", "x", 0});
    timetable.stops.push_back({"s0", "", "z", "p", 0, 0, 0});
    timetable.stops.push_back({"s1", "", "z", "p", 0, 0, 0});
    timetable.stops.push_back({"s2", "", "s2", "", 0, 0, 0});
    timetable.stops.push_back({"s3", "", "", "q", 0, 0, 0});
    return timetable;
}

sim::FareRow row(std::string route, std::string from, std::string to, int yen)
{
    sim::FareRow fare;
    fare.fare_id = std::to_string(yen);
    fare.route = std::move(route);
    fare.origin = std::move(from);
    fare.destination = std::move(to);
    fare.price = {yen};
    return fare;
}

int price(const sim::Timetable& timetable, std::uint32_t route, std::uint32_t from,
          std::uint32_t to)
{
    const auto match = sim::FareIndex(timetable).find(route, from, to);
    return match ? match->price(true).count : -1;
}

}  // namespace

TEST(FareIndex, KnowsAStopByItsIdItsZoneAndItsStation)
{
    sim::Timetable city = small_city();
    city.fare_rows = {row("r0", "s0", "s2", 100), row("r0", "z", "q", 200),
                      row("r0", "p", "s1", 300)};
    EXPECT_EQ(price(city, 0, 0, 2), 100);
    EXPECT_EQ(price(city, 0, 1, 3), 200);
    EXPECT_EQ(price(city, 0, 0, 1), 300);
}

TEST(FareIndex, NeverMixesTheRouteOfOneRowWithTheStopsOfAnother)
{
    sim::Timetable city = small_city();
    city.fare_rows = {row("r0", "s0", "s2", 170), row("r1", "s0", "s3", 170)};
    EXPECT_EQ(price(city, 0, 0, 3), -1);
    EXPECT_EQ(price(city, 1, 0, 2), -1);
}

TEST(FareIndex, KeepsDirectionsApart)
{
    sim::Timetable city = small_city();
    city.fare_rows = {row("r0", "s0", "s2", 170), row("r0", "s2", "s0", 180)};
    EXPECT_EQ(price(city, 0, 0, 2), 170);
    EXPECT_EQ(price(city, 0, 2, 0), 180);
}

TEST(FareIndex, LetsTheRowWithMoreFilledFieldsWinEvenWhenItIsDearer)
{
    sim::Timetable city = small_city();
    city.fare_rows = {row("", "", "", 50), row("r0", "", "", 100), row("r0", "s0", "s2", 400)};
    EXPECT_EQ(price(city, 0, 0, 2), 400);
    EXPECT_EQ(price(city, 0, 0, 3), 100);
    EXPECT_EQ(price(city, 1, 0, 3), 50);
}

TEST(FareIndex, PrefersTheStopOverItsZoneAndTheZoneOverItsStation)
{
    sim::Timetable city = small_city();
    city.fare_rows = {row("r0", "s0", "s2", 300), row("r0", "z", "s2", 200),
                      row("r0", "p", "s2", 100)};
    EXPECT_EQ(price(city, 0, 0, 2), 300);
    EXPECT_EQ(price(city, 0, 1, 2), 200);
}

TEST(FareIndex, TakesTheLowestOfEquallySpecificRowsAndSaysSo)
{
    sim::Timetable city = small_city();
    city.fare_rows = {row("", "s0", "s2", 300), row("", "s0", "s2", 250), row("", "s0", "s2", 260)};
    const sim::FareIndex index(city);
    EXPECT_EQ(index.find(0, 0, 2)->price(true), 250_yen);
    EXPECT_TRUE(index.find(0, 0, 2)->ambiguous);
    city.fare_rows = {row("", "s0", "s2", 300), row("", "s0", "s2", 300)};
    EXPECT_FALSE(sim::FareIndex(city).find(0, 0, 2)->ambiguous);
}

TEST(FareIndex, KeepsFeedsApart)
{
    sim::Timetable city = small_city();
    city.feeds.push_back("g");
    city.routes.push_back({"r0", "", "", "", 1});
    city.stops.push_back({"s0", "", "", "", 0, 0, 1});
    city.stops.push_back({"s2", "", "", "", 0, 0, 1});
    city.fare_rows = {row("", "", "", 100)};
    EXPECT_EQ(price(city, 2, 4, 5), -1);
    city.fare_rows[0].feed = 1;
    EXPECT_EQ(price(city, 2, 4, 5), 100);
    EXPECT_EQ(price(city, 0, 0, 2), -1);
}

namespace
{

// The rule read directly: look at every row, score it, keep the best.
int price_by_hand(const sim::Timetable& city, std::uint32_t route, std::uint32_t from,
                  std::uint32_t to)
{
    const auto rank = [](const sim::FeedStop& stop, const std::string& id) {
        if (id.empty()) return 0;
        return id == stop.id ? 3 : id == stop.zone ? 2 : id == stop.parent ? 1 : -1;
    };
    std::array<int, 3> best{-1, 0, 0};  // filled, exactness, minus price
    for (const sim::FareRow& fare : city.fare_rows) {
        const int a = rank(city.stops[from], fare.origin),
                  b = rank(city.stops[to], fare.destination);
        if (a < 0 || b < 0 || (!fare.route.empty() && fare.route != city.routes[route].id))
            continue;
        const int filled = !fare.route.empty() + (a > 0) + (b > 0);
        best = std::max(best, {filled, a + b, -fare.price.count});
    }
    return best[0] < 0 ? -1 : -best[2];
}

}  // namespace

RC_GTEST_PROP(FareIndex, AgreesWithLookingAtEveryRow,
              (std::vector<std::array<std::uint8_t, 4>> rows))
{
    const std::array<std::string, 3> routes{"", "r0", "r1"};
    const std::array<std::string, 8> places{"", "s0", "s1", "s2", "s3", "z", "p", "q"};
    sim::Timetable city = small_city();
    for (const auto& r : rows)
        city.fare_rows.push_back(
            row(routes[r[0] % 3], places[r[1] % 8], places[r[2] % 8], 100 + r[3] % 4 * 10));
    const sim::FareIndex index(city);
    for (std::uint32_t route = 0; route < 2; ++route)
        for (std::uint32_t from = 0; from < 4; ++from)
            for (std::uint32_t to = 0; to < 4; ++to) {
                const auto match = index.find(route, from, to);
                RC_ASSERT((match ? match->price(true).count : -1) ==
                          price_by_hand(city, route, from, to));
            }
}
