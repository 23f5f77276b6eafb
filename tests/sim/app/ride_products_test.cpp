// SPDX-License-Identifier: Apache-2.0
#include "sim/app/ride_products.h"

#include <gtest/gtest.h>

#include "tests/sim/app/priced_city.h"

namespace
{

constexpr const char* more_rules_yaml = R"(zones:
  - { id: centre, stops: [A, B], source: "x", status: assumed }
  - { id: edge, stops: [C], source: "x", status: assumed }
passes:
  - { id: centre-24h, kind: area, price: 500 yen, area: centre, operators: [kanetsu], excluded_routes: [k_full], source: "x", status: assumed }
  - { id: ic-amount, kind: amount, price: 5000 yen, source: "x", status: assumed }
commuter_passes:
  - { id: kanetsu-1m, operator: kanetsu, off: 41.67 %, source: "x", status: assumed }
)";
constexpr const char* dated_rules_yaml = R"(flat:
  - { id: loop, operator: kanetsu, routes: [k_loop], fare: 100 yen, cash_fare: 120 yen, child_fare: 50 yen, valid_until: "2026-03-31", source: "x", status: assumed }
  - { id: loop-new, operator: kanetsu, routes: [k_loop], fare: 110 yen, valid_from: "2026-04-01", source: "x", status: assumed }
od:
  - { id: into-town, operator: kanetsu, route: k, from: edge, to: centre, fare: 150 yen, source: "x", status: assumed }
  - { id: out-of-town, operator: kanetsu, route: k, from: centre, to: edge, fare: 160 yen, cash_fare: 190 yen, source: "x", status: assumed }
discounts:
  - { id: senior, amount: 30 yen, age_from: 70, from: "2024-06-01", source: "x", status: assumed }
)";

class RideProductsTest : public CityPricerTest
{
protected:
    RideProductsTest()
    {
        folder_.write("tariff.yaml",
                      std::string(operators_yaml) + dated_rules_yaml + more_rules_yaml);
    }
    std::string price_with(const std::string& pass, const std::string& trip, int board, int alight,
                           const std::string& rider = "adult", const std::string& product = "",
                           sim::Medium medium = sim::Medium::ic)
    {
        pass_ = pass;
        product_ = product;
        return price(trip, board, alight, rider, "2025-10-09", medium);
    }
};

TEST_F(RideProductsTest, MakeRidesInsideAnAreaFree)
{
    EXPECT_EQ(price_with("centre-24h", "tk", 1, 2), "0 gtfs:f180 pass centre-24h");
    EXPECT_EQ(price_with("centre-24h", "tk", 2, 3), "160 tiny:out-of-town");
    EXPECT_EQ(price_with("centre-24h", "tn", 1, 2), "180 gtfs:f180");
    EXPECT_EQ(price_with("centre-24h", "tfull", 1, 2), "180 gtfs:f180");
}

TEST_F(RideProductsTest, TakeAnAmountOffEachRideAfterItsDiscount)
{
    EXPECT_EQ(price_with("ic-amount=100", "tk", 1, 2), "80 gtfs:f180 pass ic-amount");
    EXPECT_EQ(price_with("ic-amount=100", "tk", 1, 2, "senior"),
              "50 gtfs:f180 senior-30yen round kanetsu-ic-1 pass ic-amount");
    EXPECT_EQ(price_with("ic-amount=400", "tk", 1, 2), "0 gtfs:f180 pass ic-amount");
}

TEST_F(RideProductsTest, ArePricedForTheSectionsOfTheirOperator)
{
    EXPECT_EQ(price_with("", "tk", 1, 2, "adult", "kanetsu-1m"), "6300 gtfs:f180 kanetsu-1m");
    EXPECT_EQ(price_with("", "tk", 1, 3, "adult", "kanetsu-1m"),
              "5600 tiny:out-of-town kanetsu-1m");
    EXPECT_EQ(price_with("", "tn", 1, 2, "adult", "kanetsu-1m"), "- no matching rule");
}

TEST_F(RideProductsTest, AreRefusedWhereTheTariffHasNoSuchThing)
{
    EXPECT_EQ(price_with("centre-24", "tk", 1, 2),
              "tapbench fare: --pass 'centre-24' is none of the tariff's: centre-24h, ic-amount, "
              "did you mean \"centre-24h\"?");
    EXPECT_EQ(price_with("centre-24h=10", "tk", 1, 2),
              "tapbench fare: --pass 'centre-24h=10': a pass for an area has no amount");
    EXPECT_EQ(price_with("ic-amount", "tk", 1, 2),
              "tapbench fare: --pass 'ic-amount': an amount pass is written ID=YEN");
    EXPECT_EQ(price_with("ic-amount=x", "tk", 1, 2),
              "tapbench fare: --pass 'ic-amount=x': expected whole yen after =");
    EXPECT_EQ(price_with("centre-24h", "tk", 1, 2, "adult", "", sim::Medium::cash),
              "tapbench fare: --pass needs a card: passes are not for cash");
    EXPECT_EQ(price_with("", "tk", 1, 2, "child", "kanetsu-1m"),
              "tapbench fare: --product is priced from the adult fare of the card");
}

TEST_F(RideProductsTest, LeaveCashAndZoneFaresOfTheDayAsTheyAre)
{
    EXPECT_EQ(price("tk", 2, 3, "adult", "2025-10-09", sim::Medium::cash), "190 tiny:out-of-town");
    EXPECT_EQ(price("tloop", 1, 2, "adult", "2026-03-31"), "100 tiny:loop");
    EXPECT_EQ(price("tloop", 1, 2, "adult", "2026-03-31", sim::Medium::cash), "120 tiny:loop");
    EXPECT_EQ(price("tloop", 1, 2, "adult", "2026-04-01"), "110 tiny:loop-new");
    EXPECT_EQ(price("tloop", 1, 2, "adult", ""),
              "tapbench fare: --rider 'adult' needs --on: its fare changes with the day in " +
                  (folder_ / "tariff.yaml"));
}

}  // namespace
