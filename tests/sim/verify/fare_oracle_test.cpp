// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/fare_oracle.h"

#include <gtest/gtest.h>

#include "sim/verify/tap_scan.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using test::SmallRun;

namespace
{

std::int32_t due_of(const SmallRun& run)
{
    Database file(run.write("due"), Database::Mode::read_write);
    build_fares(file);
    TapScan scan(file, DueSql(file));
    TapFacts facts;
    while (scan.next(facts))
        if (facts.kind != fw::TapKind::board) return facts.due;
    return -2;
}

SmallRun one_ride(std::uint8_t discount_class = 0, fw::Half half = fw::Half::no)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.taps[1].true_class = discount_class;
    run.taps[1].true_half = half;
    return run;
}

FareRow& row(SmallRun& run, const char* route, const char* from, const char* to, int yen)
{
    FareRow fare;
    fare.fare_id = "extra";
    fare.route = route;
    fare.origin = from;
    fare.destination = to;
    fare.price = {yen};
    return run.timetable.fare_rows.emplace_back(fare);
}

}  // namespace

TEST(FareOracle, TakesTheFeedsPriceForAnAdult)
{
    EXPECT_EQ(due_of(one_ride()), 290);
}

TEST(FareOracle, TakesTheIcPriceWhereThereIsOne)
{
    SmallRun run = one_ride();
    run.timetable.fare_rows[1].ic_price = fw::Yen{283};
    EXPECT_EQ(due_of(run), 283);
}

TEST(FareOracle, MatchesWholeRowsNeverFieldsOfSeveralRows)
{
    SmallRun run = one_ride();
    run.timetable.fare_rows.clear();
    row(run, "R1", "zoneA", "zoneB", 180);
    row(run, "R1", "zoneB", "zoneC", 180);
    EXPECT_EQ(due_of(run), -1);
}

TEST(FareOracle, PrefersTheMoreSpecificRowThenTheCheaper)
{
    SmallRun run = one_ride();
    row(run, "R1", "", "", 100);
    row(run, "", "zoneA", "zoneC", 110);
    EXPECT_EQ(due_of(run), 290);
    row(run, "R1", "A", "C", 270);
    row(run, "R1", "zoneA", "C", 260);
    EXPECT_EQ(due_of(run), 270);
}

TEST(FareOracle, PrefersTheRowThatNamesTheStopMoreExactlyEvenWhenItCostsMore)
{
    SmallRun run = one_ride();
    run.timetable.fare_rows.clear();
    row(run, "R1", "zoneA", "C", 290);
    row(run, "R1", "A", "C", 310);
    EXPECT_EQ(due_of(run), 310);
}

TEST(FareOracle, KnowsAStopByItsParentStation)
{
    SmallRun run = one_ride();
    run.timetable.fare_rows.clear();
    run.timetable.stops[2].parent = "station";
    row(run, "", "A", "station", 310);
    EXPECT_EQ(due_of(run), 310);
}

TEST(FareOracle, PutsThePriceBetweenTwoStopsBeforeTheFlatFareBeforeTheFeed)
{
    SmallRun run = one_ride();
    FlatFare flat;
    flat.operator_id = "kanetsu";
    flat.routes = {"R1"};
    flat.fare = {100};
    run.scenario.city.tariff.flat = {flat};
    EXPECT_EQ(due_of(run), 100);
    OdFare od;
    od.operator_id = "kanetsu";
    od.from = "A";
    od.to = "zoneC";
    od.fare = {250};
    run.scenario.city.tariff.od = {od};
    EXPECT_EQ(due_of(run), 250);
    OperatorTariff other;
    other.id = "nagai";
    run.scenario.city.tariff.operators.push_back(other);
    run.scenario.city.tariff.od[0].operator_id = "nagai";
    EXPECT_EQ(due_of(run), 100);
}

TEST(FareOracle, GivesAChildTheFlatChildFareAndADisabledRiderHalf)
{
    SmallRun run = one_ride(0, fw::Half::child);
    FlatFare flat;
    flat.operator_id = "kanetsu";
    flat.fare = {130};
    flat.child_fare = fw::Yen{55};
    run.scenario.city.tariff.flat = {flat};
    EXPECT_EQ(due_of(run), 55);
    run.taps[1].true_half = fw::Half::disabled;
    EXPECT_EQ(due_of(run), 70);
}

// 290 less 10 % is 261, up to 270; the published Kan-etsu example from 2025-10-10.
TEST(FareOracle, RoundsADiscountUpToTheUnitOfTheDay)
{
    EXPECT_EQ(due_of(one_ride(1)), 270);
    SmallRun before = one_ride(1);
    before.scenario.tariff_date = *parse_date("2025-10-09");
    EXPECT_EQ(due_of(before), 261);
}

TEST(FareOracle, GivesNoDiscountOutsideItsDaysOperatorsAndRoutes)
{
    SmallRun early = one_ride(1);
    early.scenario.tariff_date = *parse_date("2024-05-31");
    EXPECT_EQ(due_of(early), 290);
    SmallRun late = one_ride(1);
    late.scenario.city.tariff.discounts[0].until = *parse_date("2026-03-31");
    EXPECT_EQ(due_of(late), 290);
    SmallRun elsewhere = one_ride(1);
    elsewhere.scenario.city.tariff.discounts[0].operators = {"nagai"};
    EXPECT_EQ(due_of(elsewhere), 290);
    SmallRun excluded = one_ride(1);
    excluded.scenario.city.tariff.discounts[0].excluded_routes = {"R1"};
    EXPECT_EQ(due_of(excluded), 290);
}

// 110 yen, 10 % off and half: 99 -> 100 -> 50, or 55 -> 60 -> 54 -> 60 (transit.md section 3).
TEST(FareOracle, TakesDiscountAndHalfInTheOperatorsOrder)
{
    SmallRun run = one_ride(1, fw::Half::disabled);
    run.timetable.fare_rows[1].price = {110};
    EXPECT_EQ(due_of(run), 50);
    run.scenario.city.tariff.operators[0].order = DiscountOrder::half_then_discount;
    EXPECT_EQ(due_of(run), 60);
}

TEST(FareOracle, RoundsDownAndHalfUpAsTold)
{
    SmallRun run = one_ride(1);
    run.timetable.fare_rows[1].price = {285};  // 256.5
    auto& rounding = run.scenario.city.tariff.operators[0].rounding[1];
    rounding.unit = {1};
    rounding.mode = RoundingMode::down;
    EXPECT_EQ(due_of(run), 256);
    rounding.mode = RoundingMode::half_up;
    EXPECT_EQ(due_of(run), 257);
    rounding.mode = RoundingMode::up;
    EXPECT_EQ(due_of(run), 257);
}

TEST(FareOracle, RoundsHalvesAsTold)
{
    SmallRun run = one_ride(0, fw::Half::child);
    run.timetable.fare_rows[1].price = {285};  // 142.5
    auto& rounding = run.scenario.city.tariff.operators[0].rounding[1];
    rounding.unit = {1};
    rounding.mode = RoundingMode::down;
    EXPECT_EQ(due_of(run), 142);
    rounding.mode = RoundingMode::half_up;
    EXPECT_EQ(due_of(run), 143);
    rounding.mode = RoundingMode::up;
    rounding.unit = {10};
    EXPECT_EQ(due_of(run), 150);
}

TEST(FareOracle, ChargesEveryRiderOnTheCard)
{
    SmallRun run = one_ride(0, fw::Half::child);
    run.taps[1].true_riders = 3;
    EXPECT_EQ(due_of(run), 450);
}

TEST(FareOracle, BelievesThePeopleModelNotTheDevice)
{
    SmallRun run = one_ride();
    run.taps[1].event.board_code = 102;
    run.taps[1].event.discount_class = 1;
    run.taps[1].event.half = fw::Half::child;
    EXPECT_EQ(due_of(run), 290);
}

TEST(FareOracle, ReadsTapsInOrderAndLooksEverythingElseUp)
{
    Database file(one_ride().write("plan"), Database::Mode::read_write);
    build_fares(file);

    Query plan = file.query("EXPLAIN QUERY PLAN " + TapScan::sql(DueSql(file)));
    std::string text;
    while (plan.step()) text += plan.text(3) + "\n";

    EXPECT_EQ(text,
              "SEARCH t USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)\n"
              "SEARCH f USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN\n"
              "SEARCH r USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN\n");
}

}  // namespace sim
