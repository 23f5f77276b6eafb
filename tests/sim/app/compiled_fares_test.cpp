// SPDX-License-Identifier: Apache-2.0
#include "sim/app/compiled_fares.h"

#include <gtest/gtest.h>

#include "sim/scenario/scenario_error.h"
#include "tests/support/small_city.h"

namespace
{

using namespace fw::literals;

sim::Date day(const char* text)
{
    return *sim::parse_date(text);
}

// Line r over stops S0 to S3, line f over S4 and S5, both of operator north. A tariff that prices
// every ride by itself.
class CompiledFaresTest : public testing::Test
{
protected:
    CompiledFaresTest()
    {
        city_.trip(city_.pattern(city_.route("r", "north"), {0, 1, 2, 3}),
                   test_support::at_clock(7, 30));
        city_.trip(city_.pattern(city_.route("f", "north"), {4, 5}), test_support::at_clock(7, 30));
        sim::Tariff& tariff = city_.scenario.city.tariff;
        tariff.zones = {{"west", {"S0", "S1"}, {}}, {"east", {"S2", "S3"}, {}}};
        od("east-run", "west", "east", 200);
        tariff.od.back().cash_fare = 230_yen;
        od("short", "S0", "S1", 120);
        od("old", "S2", "S3", 130);
        tariff.od.back().valid.until = day("2026-06-10");
        od("new", "S2", "S3", 150);
        tariff.od.back().valid.from = day("2026-06-11");
        sim::FlatFare& flat = tariff.flat.emplace_back();
        flat.id = "loop";
        flat.operator_id = "north";
        flat.routes = {"f"};
        flat.fare = 100_yen;
        flat.cash_fare = 110_yen;
    }

    void od(const char* id, const char* from, const char* to, std::int32_t fare)
    {
        sim::OdFare& rule = city_.scenario.city.tariff.od.emplace_back();
        rule.id = id;
        rule.operator_id = "north";
        rule.route = "r";
        rule.from = from;
        rule.to = to;
        rule.fare = {fare};
    }
    sim::Pass& pass(sim::PassKind kind)
    {
        sim::Pass& one = city_.scenario.city.tariff.passes.emplace_back();
        one.kind = kind;
        return one;
    }

    // Fare in yen, or -1 where there is none.
    int price(fw::FareQuery query, const char* on = "2026-06-10") const
    {
        const model::DayPlan plan = model::plan_day(city_.timetable, city_.scenario);
        const app::CompiledFares fares(city_.timetable, city_.scenario, plan, day(on));
        const fw::FareQuote quote = fw::decide_fare(fares.table(), query);
        return quote.rule == fw::FareRule::none ? -1 : quote.fare.count;
    }

    test_support::SmallCity city_;
};

fw::FareQuery ride(std::uint32_t pattern, std::uint16_t from, std::uint16_t to)
{
    return {pattern, from, to};
}

fw::FareQuery in_cash(std::uint32_t pattern, std::uint16_t from, std::uint16_t to)
{
    fw::FareQuery query = ride(pattern, from, to);
    query.cash = true;
    return query;
}

fw::FareQuery with_pass(std::uint32_t pattern, std::uint16_t from, std::uint16_t to)
{
    fw::FareQuery query = ride(pattern, from, to);
    query.pass = 1;
    query.pass_amount = 50;
    return query;
}

TEST_F(CompiledFaresTest, PriceEveryRideFromOneZoneToAnother)
{
    for (const std::uint16_t from : {std::uint16_t{0}, std::uint16_t{1}})
        for (const std::uint16_t to : {std::uint16_t{2}, std::uint16_t{3}})
            EXPECT_EQ(price(ride(0, from, to)), 200);
    EXPECT_EQ(price(ride(0, 0, 1)), 120);
    EXPECT_EQ(price(ride(0, 2, 0)), -1);
}

TEST_F(CompiledFaresTest, HoldTheRulesOfTheirDate)
{
    EXPECT_EQ(price(ride(0, 2, 3), "2026-06-10"), 130);
    EXPECT_EQ(price(ride(0, 2, 3), "2026-06-11"), 150);
}

TEST_F(CompiledFaresTest, HaveCashPricesWhereTheyDiffer)
{
    EXPECT_EQ(price(in_cash(0, 0, 2)), 230);
    EXPECT_EQ(price(in_cash(0, 0, 1)), 120);
    EXPECT_EQ(price(in_cash(1, 0, 1)), 110);
    EXPECT_EQ(price(ride(1, 0, 1)), 100);
}

TEST_F(CompiledFaresTest, LetAPassCountInsideItsAreaOnly)
{
    pass(sim::PassKind::area).area = "west";

    EXPECT_EQ(price(with_pass(0, 0, 1)), 0);
    EXPECT_EQ(price(with_pass(0, 0, 2)), 200);
    EXPECT_EQ(price(with_pass(1, 0, 1)), 100);
}

TEST_F(CompiledFaresTest, LetAPassCountNeitherOnExcludedRoutesNorOtherOperators)
{
    sim::Pass& everywhere = pass(sim::PassKind::amount);
    EXPECT_EQ(price(with_pass(0, 0, 2)), 150);
    EXPECT_EQ(price(with_pass(1, 0, 1)), 50);

    everywhere.excluded_routes = {"f"};
    EXPECT_EQ(price(with_pass(0, 0, 2)), 150);
    EXPECT_EQ(price(with_pass(1, 0, 1)), 100);

    everywhere.operators = {"south"};
    EXPECT_EQ(price(with_pass(0, 0, 2)), 200);
}

TEST_F(CompiledFaresTest, TakeADiscountByAmount)
{
    sim::Discount& discount = city_.scenario.city.tariff.discounts.emplace_back();
    discount.number = 1;
    discount.amount = 35_yen;
    fw::FareQuery query = ride(0, 0, 1);
    query.discount_class = 1;

    EXPECT_EQ(price(query), 90);  // 85, rounded up to 10 yen
}

TEST_F(CompiledFaresTest, KeepTheStopCodesOfAPlanOnEveryDate)
{
    const model::DayPlan plan = model::plan_day(city_.timetable, city_.scenario);
    const app::CompiledFares now(city_.timetable, city_.scenario, plan, day("2026-06-10"));
    const app::CompiledFares next(city_.timetable, city_.scenario, plan, day("2026-06-11"));

    EXPECT_EQ(now.first_codes(), next.first_codes());
    EXPECT_EQ(now.first_codes(), (std::vector<std::uint16_t>{1, 5}));
}

}  // namespace
