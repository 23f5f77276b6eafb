// SPDX-License-Identifier: Apache-2.0
#include "sim/app/city_pricer.h"

#include <gtest/gtest.h>

#include <sstream>

#include "sim/scenario/scenario_error.h"
#include "tests/sim/feed/tiny_feed.h"

namespace
{

constexpr const char* city = R"(city: tiny
feeds:
  - { path: gtfs }
tariff: tariff.yaml
devices: devices.yaml
people: people.yaml
)";
constexpr const char* devices = "devices: tiny\ncards:\n  - { id: regional }\n";
constexpr const char* people = "people: tiny\nprofiles:\n  - { id: commuter, peak: \"07:30:00\" }\n";

// Kan-etsu as published; ncb turns the order round and rounds down.
constexpr const char* operators = R"(tariff: tiny
operators:
  - id: kanetsu
    order: discount_then_half
    source: "invented"
    status: assumed
    rounding:
      - { id: kanetsu-ic-1, medium: ic, unit: 1 yen, mode: up, from: "2022-03-12", source: "x", status: assumed }
      - { id: kanetsu-ic-10, medium: ic, unit: 10 yen, mode: up, from: "2025-10-10", source: "x", status: assumed }
      - { id: kanetsu-cash-10, medium: cash, unit: 10 yen, mode: up, from: "2022-03-12", source: "x", status: assumed }
  - id: ncb
    order: half_then_discount
    source: "invented"
    status: assumed
    rounding:
      - { id: ncb-ic-5, medium: ic, unit: 5 yen, mode: down, from: "2022-03-12", source: "x", status: assumed }
      - { id: ncb-cash-10, medium: cash, unit: 10 yen, mode: up, from: "2022-03-12", source: "x", status: assumed }
)";
constexpr const char* rules = R"(flat:
  - { id: loop, operator: kanetsu, routes: [k_loop], fare: 100 yen, child_fare: 50 yen, source: "x", status: assumed }
od:
  - { id: any-line, operator: kanetsu, from: A, to: C, fare: 210 yen, source: "x", status: assumed }
  - { id: loop-only, operator: kanetsu, route: k_loop, from: A, to: C, fare: 90 yen, source: "x", status: assumed }
discounts:
  - { id: senior, percent: 10 %, age_from: 70, from: "2024-06-01", excluded_routes: [k_full], source: "x", status: assumed }
  - { id: youth, percent: 12.5 %, age_from: 13, age_to: 22, from: "2024-12-03", until: "2026-03-31", operators: [ncb], source: "x", status: assumed }
)";

// Four lines over A, B, C: A-B costs 180, B-C 190, and no feed row knows A-C.
class CityPricerTest : public testing::Test
{
protected:
    CityPricerTest()
    {
        feed_.files["agency.txt"] = "agency_id,agency_name\nkanetsu,K\nncb,N\n";
        feed_.files["routes.txt"] =
            "route_id,agency_id,route_long_name\nk,kanetsu,K\nk_loop,kanetsu,Loop\n"
            "k_full,kanetsu,Full\nn,ncb,N\n";
        feed_.files["trips.txt"] =
            "route_id,service_id,trip_id\nk,daily,tk\nk_loop,daily,tloop\nk_full,daily,tfull\n"
            "n,daily,tn\n";
        std::string times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n";
        for (const std::string trip : {"tk", "tloop", "tfull", "tn"})
            times += trip + ",08:00:00,08:00:00,A,1\n" + trip + ",08:10:00,08:10:00,B,2\n" + trip +
                     ",08:20:00,08:20:00,C,3\n";
        feed_.files["stop_times.txt"] = times;
        feed_.files["fare_attributes.txt"] =
            "fare_id,price,currency_type,ic_price\nf180,180,JPY,\nf190,190,JPY,183\n";
        feed_.files["fare_rules.txt"] =
            "fare_id,route_id,origin_id,destination_id\nf180,,A,B\nf190,,B,C\n";
        for (const auto& [file, content] : feed_.files) folder_.write("gtfs/" + file, content);
        folder_.write("city.yaml", city);
        folder_.write("tariff.yaml", std::string(operators) + rules);
        folder_.write("devices.yaml", devices);
        folder_.write("people.yaml", people);
    }

    // "170 gtfs:f180 senior-10% round kanetsu-ic-10", or what was refused.
    std::string price(const std::string& trip, int board, int alight, const std::string& rider,
                      const std::string& on, sim::Medium medium = sim::Medium::ic)
    {
        sim::FareCommand options;
        options.city = folder_ / "city.yaml";
        options.rider = rider;
        options.medium = medium;
        if (!on.empty()) options.on = sim::parse_date(on);
        std::ostringstream log;
        try {
            const sim::RidePrice priced =
                app::city_pricer(options, log)->price({"", trip, board, alight});
            return (priced.price ? std::to_string(priced.price->count) : "-") + " " + priced.rule;
        } catch (const sim::ScenarioError& refused) {
            return refused.what();
        }
    }

    TinyFeed feed_;
    TempFolder folder_;
};

constexpr auto cash = sim::Medium::cash;

}  // namespace

TEST_F(CityPricerTest, TakesTenPercentOffForSeniorsInTheUnitOfTheDay)
{
    EXPECT_EQ(price("tk", 1, 2, "senior", "2025-10-09"),
              "162 gtfs:f180 senior-10% round kanetsu-ic-1");
    EXPECT_EQ(price("tk", 1, 2, "senior", "2025-10-10"),
              "170 gtfs:f180 senior-10% round kanetsu-ic-10");
    EXPECT_EQ(price("tk", 1, 2, "senior", "2024-05-31"), "180 gtfs:f180");
}

TEST_F(CityPricerTest, HalvesForChildrenAndDisabledRidersInTheUnitOfTheMedium)
{
    EXPECT_EQ(price("tk", 2, 3, "child", "2025-10-09"), "92 gtfs:f190 half round kanetsu-ic-1");
    EXPECT_EQ(price("tk", 2, 3, "disabled", "2025-10-10"), "100 gtfs:f190 half round kanetsu-ic-10");
    EXPECT_EQ(price("tk", 2, 3, "child", "2025-10-09", cash),
              "100 gtfs:f190 half round kanetsu-cash-10");
    EXPECT_EQ(price("tn", 1, 2, "child", "2025-10-10"), "90 gtfs:f180 half round ncb-ic-5");
}

// 180: 162 then 81 one way, and with 10-yen steps 170 then 90. 183 the other way: 91.5 down to 90,
// less 12.5 % is 78.75, down to 75.
TEST_F(CityPricerTest, CombinesHalfAndDiscountInTheOperatorsOrder)
{
    EXPECT_EQ(price("tk", 1, 2, "child+senior", "2025-10-09"),
              "81 gtfs:f180 senior-10% half round kanetsu-ic-1");
    EXPECT_EQ(price("tk", 1, 2, "senior+child", "2025-10-10"),
              "90 gtfs:f180 senior-10% half round kanetsu-ic-10");
    EXPECT_EQ(price("tn", 2, 3, "child+youth", "2025-10-10"),
              "75 gtfs:f190 half youth-12.5% round ncb-ic-5");
}

TEST_F(CityPricerTest, GrantsADiscountOnlyWhereAndWhenItIsGranted)
{
    EXPECT_EQ(price("tfull", 1, 2, "senior", "2025-10-10"), "180 gtfs:f180");
    EXPECT_EQ(price("tk", 1, 2, "youth", "2025-10-10"), "180 gtfs:f180");
    EXPECT_EQ(price("tn", 1, 2, "youth", "2026-03-31"), "155 gtfs:f180 youth-12.5% round ncb-ic-5");
    EXPECT_EQ(price("tn", 1, 2, "youth", "2026-04-01"), "180 gtfs:f180");
}

TEST_F(CityPricerTest, TakesTheFlatFareAndTheChildsOwnFare)
{
    EXPECT_EQ(price("tloop", 1, 2, "adult", ""), "100 tiny:loop");
    EXPECT_EQ(price("tloop", 1, 2, "child", "2025-10-10"), "50 tiny:loop child");
    EXPECT_EQ(price("tloop", 1, 2, "disabled", "2025-10-10"),
              "50 tiny:loop half round kanetsu-ic-10");
    EXPECT_EQ(price("tloop", 1, 2, "child+senior", "2025-10-09"),
              "45 tiny:loop child senior-10% round kanetsu-ic-1");
}

TEST_F(CityPricerTest, PutsAPriceBetweenTwoStopsBeforeAFlatFareAndTheFeed)
{
    EXPECT_EQ(price("tk", 1, 3, "adult", ""), "210 tiny:any-line");
    EXPECT_EQ(price("tloop", 1, 3, "adult", ""), "90 tiny:loop-only");
}

TEST_F(CityPricerTest, TakesTheFeedsCashPriceForCash)
{
    EXPECT_EQ(price("tn", 2, 3, "adult", ""), "183 gtfs:f190");
    EXPECT_EQ(price("tn", 2, 3, "adult", "", cash), "190 gtfs:f190");
}

TEST_F(CityPricerTest, LeavesThePriceEmptyWhereNoRuleMatches)
{
    EXPECT_EQ(price("tn", 1, 3, "adult", ""), "- no matching rule");
    EXPECT_EQ(price("tn", 1, 3, "child", "2025-10-10"), "- no matching rule");
    EXPECT_EQ(price("ghost", 1, 3, "adult", ""), "- unknown trip");
}

TEST_F(CityPricerTest, NeedsTheDayOnlyWhereTheFareDependsOnIt)
{
    const std::string needed = " needs --on: its fare changes with the day in " + (folder_ / "tariff.yaml");
    EXPECT_EQ(price("tk", 1, 2, "senior", ""), "tapbench fare: --rider 'senior'" + needed);
    EXPECT_EQ(price("tk", 1, 2, "child", ""), "tapbench fare: --rider 'child'" + needed);
    EXPECT_EQ(price("tk", 2, 3, "child", "", cash), "100 gtfs:f190 half round kanetsu-cash-10");
    EXPECT_NE(price("tk", 1, 2, "child", "2022-03-11").find("has no ic rounding on 2022-03-11"),
              std::string::npos);
}

TEST_F(CityPricerTest, RefusesRidersTheTariffDoesNotKnow)
{
    EXPECT_EQ(price("tk", 1, 2, "seniors", "2025-10-10"),
              "tapbench fare: --rider 'seniors' is none of adult, child, disabled, senior, youth, "
              "did you mean \"senior\"?");
    EXPECT_EQ(price("tk", 1, 2, "child+disabled", "2025-10-10"),
              "tapbench fare: --rider 'child+disabled' is half fare twice");
    EXPECT_EQ(price("tk", 1, 2, "senior+youth", "2025-10-10"),
              "tapbench fare: --rider 'senior+youth' asks for two discounts");
    EXPECT_EQ(price("tk", 1, 2, "senior", "2025-10-10", cash),
              "tapbench fare: --rider 'senior' needs a card: discounts are not for cash");
}

TEST_F(CityPricerTest, RefusesAFeedOfAnOperatorWithoutTariff)
{
    folder_.write("gtfs/routes.txt",
                  "route_id,agency_id,route_long_name\nk,stranger,K\nk_loop,kanetsu,Loop\n"
                  "k_full,kanetsu,Full\nn,ncb,N\n");
    EXPECT_EQ(price("tk", 1, 2, "adult", ""),
              (folder_ / "tariff.yaml") + ": no operator \"stranger\", which runs route k");
}
