// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "sim/app/compiled_fares.h"
#include "sim/feed/gtfs.h"
#include "sim/feed/pattern_fares.h"
#include "sim/scenario/load.h"
#include "sim/verify/due_sql.h"
#include "sim/verify/fare_oracle.h"
#include "tests/sim/record/small_run.h"

// Two computations of the same fares, sharing no line: the fare box with its compiled tables, and
// the oracle's SQL over raw rows. On 20,000 rides of a real feed they agree for each discount
// class, each half, card and cash, with and without a pass, before, on and after the day a
// rounding changes.
namespace sim
{

namespace
{

constexpr std::size_t sampled_rides = 20'000;
constexpr std::int64_t hour = 3'600'000'000'000;
constexpr std::uint32_t no_pass = 0, area_pass = 1, amount_pass = 2;  // cards, and their passes
constexpr std::uint16_t pass_yen = 200;

struct Ride {
    std::uint32_t pattern = 0;
    std::uint16_t board = 0, alight = 0;
};

// The rules of Maebashi, and one of each kind it has no example of: a zone fare with a cash price
// of its own from the day of the new rounding on, an area pass, an amount pass.
Tariff tariff_for(const Timetable& feed, const std::string& operator_id)
{
    Tariff tariff = load_tariff(TAPBENCH_SOURCE_DIR "/scenarios/city/maebashi/tariff.yaml");
    Zone zone{"some-stops", {}, {}};
    for (std::size_t i = 0; i < feed.stops.size(); i += 3) zone.stops.push_back(feed.stops[i].id);
    tariff.zones = {zone};
    OdFare od;
    od.id = "zone-fare";
    od.operator_id = operator_id;
    od.route = feed.routes[feed.patterns[0].route].id;
    od.from = od.to = zone.id;
    od.fare = {205};
    od.cash_fare = fw::Yen{210};
    od.valid.from = *parse_date("2025-10-10");
    tariff.od = {od};
    Pass area;
    area.id = "area";
    area.number = area_pass;
    area.area = zone.id;
    area.excluded_routes = {feed.routes[feed.patterns.back().route].id};
    Pass amount;
    amount.id = "amount";
    amount.number = amount_pass;
    amount.kind = PassKind::amount;
    amount.operators = {operator_id};
    tariff.passes = {area, amount};
    return tariff;
}

// A day on which every pattern that has a fare at all is driven once.
struct DrivenFeed {
    DrivenFeed(const std::string& path, const std::string& operator_id)
    {
        run.timetable = read_gtfs({{path, operator_id}});
        const Timetable& feed = run.timetable;
        run.scenario.city.tariff = tariff_for(feed, operator_id);
        run.scenario.tariff_date = *parse_date("2025-10-09");
        change("2025-10-10", hour);
        change("2026-04-01", 2 * hour);
        std::uint16_t number = 0;
        while (run.scenario.city.tariff.operators[number].id != operator_id) ++number;
        plan.operator_of_route.assign(feed.routes.size(), number);
        const FareIndex index(feed);
        std::vector<bool> driven(feed.patterns.size());
        for (std::uint32_t trip = 0; trip < feed.trips.size(); ++trip) {
            const std::uint32_t pattern = feed.trips[trip].pattern;
            if (driven[pattern] || !has_fare(index, pattern)) continue;
            driven[pattern] = true;
            plan.trips.push_back({trip, pattern, 0, 0, 0});
        }
    }

    void change(const char* day, std::int64_t from)
    {
        Change change;
        change.kind = ChangeKind::tariff;
        change.tariff_date = *parse_date(day);
        change.effective = {from};
        run.scenario.changes.push_back(change);
    }

    bool has_fare(const FareIndex& index, std::uint32_t pattern) const
    {
        const auto fares = pattern_fares(run.timetable, index, pattern, true);
        return std::any_of(fares.price.begin(), fares.price.end(),
                           [](std::int32_t price) { return price >= 0; });
    }

    std::vector<Ride> rides(std::size_t sample = sampled_rides) const
    {
        std::vector<Ride> all, some;
        for (const model::DayTrip& trip : plan.trips) {
            const Pattern& pattern = run.timetable.patterns[trip.pattern];
            for (std::uint16_t a = 0; a < pattern.stops.size(); ++a)
                for (auto b = static_cast<std::uint16_t>(a + 1); b < pattern.stops.size(); ++b)
                    if (pattern.pickup[a] && pattern.drop_off[b])
                        all.push_back({trip.pattern, a, b});
        }
        const std::size_t wanted = std::min(sample, all.size());
        for (std::size_t i = 0; i < wanted; ++i) some.push_back(all[i * all.size() / wanted]);
        return some;
    }

    Database recorded() const
    {
        CityRows city = run.city();
        city.operator_of_route = plan.operator_of_route;
        city.first_code.assign(run.timetable.patterns.size(), 0);
        city.trips.clear();
        for (const model::DayTrip& trip : plan.trips)
            city.trips.push_back(
                {static_cast<std::uint32_t>(city.trips.size() + 1), trip.feed_trip, 0});
        const std::string file = test::scratch_file("agreement");
        const auto recorder = make_recorder(file, {});
        recorder->city(city);
        for (const std::uint32_t card : {no_pass, area_pass, amount_pass}) {
            CardRow row;
            row.card = card;
            row.pass = static_cast<std::uint8_t>(card);
            row.pass_amount = pass_yen;
            recorder->card(row);
        }
        recorder->finish(Outcome::complete);
        return Database(file, Database::Mode::read_write);
    }

    test::SmallRun run;
    model::DayPlan plan;
};

// A table that stands in for the recorded taps: every ride in every case.
void write_taps(Database& file, const std::vector<Ride>& rides)
{
    file.exec(
        "CREATE TEMP TABLE asked (ride INTEGER PRIMARY KEY, pattern INTEGER, board INTEGER,"
        " alight INTEGER)");
    Query ride = file.query("INSERT INTO asked VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < rides.size(); ++i)
        ride.insert(static_cast<std::int64_t>(i), rides[i].pattern, rides[i].board,
                    rides[i].alight);
    file.exec(R"(
        CREATE TEMP TABLE tap AS
        WITH n (n) AS (VALUES (0), (1), (2)), riders (r) AS (VALUES (1), (2))
        SELECT a.ride, a.pattern, a.board AS true_board, a.alight AS true_alight, 1 AS kind,
            h.n AS true_half, c.n AS true_class, p.n AS card, r.r AS true_riders,
            e.n * 3600000000000 AS t0, 0 AS closed_at
        FROM asked a JOIN n e JOIN n h JOIN n c JOIN n p JOIN riders r
        WHERE (r.r = 1 OR h.n + c.n = 0) AND (p.n = 0 OR h.n = 0 OR c.n = 0)
        UNION ALL
        SELECT a.ride, a.pattern, a.board, a.alight, 4, h.n, c.n, 0, 1, e.n * 3600000000000, 0
        FROM asked a JOIN n e JOIN n h JOIN n c WHERE c.n < 2
    )");
}

struct Agreement {
    std::int64_t fares = 0, priced = 0, free = 0;
    std::string differences;
};

constexpr char columns[] =
    "t.ride, t.kind, t.true_half, t.true_class, t.card, t.true_riders, t.t0 / 3600000000000";

fw::FareQuery question_of(const Query& row, const Ride& ride)
{
    fw::FareQuery asked;
    asked.pattern = ride.pattern;
    asked.board = ride.board;
    asked.alight = ride.alight;
    asked.cash = row.integer(1) == 4;
    asked.half = static_cast<fw::Half>(row.integer(2));
    asked.discount_class = static_cast<std::uint8_t>(row.integer(3));
    asked.pass = static_cast<std::uint8_t>(row.integer(4));
    asked.pass_amount = pass_yen;
    asked.riders = static_cast<std::uint8_t>(row.integer(5));
    return asked;
}

void compare(const Query& row, const fw::FareQuote& quote, Agreement& result)
{
    const std::int64_t box = quote.rule == fw::FareRule::none ? -1 : quote.fare.count;
    const std::int64_t sql = row.integer(7);
    ++result.fares;
    if (sql >= 0) ++result.priced;
    if (sql == 0) ++result.free;
    if (box == sql || result.differences.size() > 1000) return;
    for (int column = 0; column < row.columns(); ++column)
        result.differences += row.text(column) + " ";
    result.differences += "of the oracle, box " + std::to_string(box) + "\n";
}

Agreement compare(const DrivenFeed& city, const std::vector<Ride>& rides)
{
    const auto compiled = [&city](const char* day) {
        return std::make_unique<app::CompiledFares>(city.run.timetable, city.run.scenario,
                                                    city.plan, *parse_date(day));
    };
    const std::unique_ptr<app::CompiledFares> boxes[] = {
        compiled("2025-10-09"), compiled("2025-10-10"), compiled("2026-04-01")};
    Database file = city.recorded();
    build_fares(file);
    write_taps(file, rides);
    const DueSql oracle(file);
    Query row = file.query(std::string("SELECT ") + columns + ", coalesce(" + oracle.due() +
                           ", -1) " + oracle.from());
    Agreement result;
    while (row.step()) {
        const Ride& ride = rides[static_cast<std::size_t>(row.integer(0))];
        compare(row, fw::decide_fare(boxes[row.integer(6)]->table(), question_of(row, ride)),
                result);
    }
    return result;
}

}  // namespace

struct RealFeedName {
    const char* file;
    const char* operator_id;
};

class FaresOfARealFeed : public testing::TestWithParam<RealFeedName>
{
};

TEST_P(FaresOfARealFeed, AgreeBetweenFareBoxAndOracle)
{
    const char* const folder = std::getenv("TAPBENCH_FEEDS");
    if (folder == nullptr) GTEST_SKIP() << "TAPBENCH_FEEDS names no folder of feeds";
    const auto path = std::filesystem::path(folder) / GetParam().file;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";

    const DrivenFeed city(path.string(), GetParam().operator_id);
    const std::vector<Ride> rides = city.rides();
    const Agreement result = compare(city, rides);

    EXPECT_EQ(result.differences, "");
    EXPECT_EQ(rides.size(), sampled_rides);
    EXPECT_GT(result.priced, result.fares / 2);
    EXPECT_GT(result.free, 0);
    std::printf("%lld fares compared, %lld priced\n", static_cast<long long>(result.fares),
                static_cast<long long>(result.priced));
}

INSTANTIATE_TEST_SUITE_P(Feeds, FaresOfARealFeed,
                         testing::Values(RealFeedName{"kanetsu_maebashi_2019.zip", "kanetsu"},
                                         RealFeedName{"ncb_maebashi_2019.zip", "ncb"}),
                         [](const auto& feed) { return std::string(feed.param.operator_id); });

TEST(FaresOfTheInventedFeed, AgreeBetweenFareBoxAndOracle)
{
    const DrivenFeed city(TAPBENCH_SOURCE_DIR "/scenarios/city/maebashi/gtfs", "kanetsu");
    const Agreement result = compare(city, city.rides(2000));
    EXPECT_EQ(result.differences, "");
    EXPECT_GT(result.priced, 100'000);
}

}  // namespace sim
