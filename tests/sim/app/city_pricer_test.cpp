// SPDX-License-Identifier: Apache-2.0
#include "sim/app/city_pricer.h"

#include <gtest/gtest.h>

#include "tests/sim/app/priced_city.h"

namespace
{

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
    EXPECT_EQ(price("tk", 2, 3, "disabled", "2025-10-10"),
              "100 gtfs:f190 half round kanetsu-ic-10");
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
    EXPECT_EQ(price("tfull", 1, 3, "adult", ""), "90 tiny:full-only");
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
    const std::string needed =
        " needs --on: its fare changes with the day in " + (folder_ / "tariff.yaml");
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
