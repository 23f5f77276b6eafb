// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/feed/fare_index.h"
#include "sim/feed/pattern_fares.h"
#include "tests/sim/feed/tiny_feed.h"

using namespace fw::literals;

TEST(GtfsFares, CompletesAShortHeaderInTheOrderOfTheStandard)
{
    TinyFeed feed;
    feed.files["fare_rules.txt"] = "fare_id,route_id\nf200,r,A,B\nf300,r,A,C\n";
    const sim::Timetable timetable = feed.read();
    ASSERT_EQ(timetable.fare_rows.size(), 2U);
    EXPECT_EQ(timetable.fare_rows[1].destination, "C");
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 1, "2 names for 4 values"));
}

TEST(GtfsFares, DoesNotGuessColumnsOfAHeaderThatLeavesTheStandardsOrder)
{
    TinyFeed feed;
    feed.files["fare_rules.txt"] = "route_id,fare_id\nr,f200,A,B\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.fare_rows[0].origin, "");
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 2, "longer"));
}

TEST(GtfsFares, ReadsIcPriceAndPaymentMethod)
{
    TinyFeed feed;
    feed.files["fare_attributes.txt"] =
        "fare_id,price,currency_type,payment_method,ic_price\n"
        "f200,200,JPY,1,193\nf300,300,JPY,0,\n";
    const sim::Timetable timetable = feed.read();
    const sim::FareIndex index(timetable);
    EXPECT_EQ(index.find(0, 0, 1)->price(true), 193_yen);
    EXPECT_EQ(index.find(0, 0, 1)->price(false), 200_yen);
    EXPECT_EQ(index.find(0, 0, 2)->price(true), 300_yen);
    EXPECT_FALSE(timetable.fare_rows[0].on_board);
    EXPECT_TRUE(timetable.fare_rows[2].on_board);
}

TEST(GtfsFares, KeepsAPriceOfZeroApartFromNoFare)
{
    TinyFeed feed;
    feed.files["fare_attributes.txt"] = "fare_id,price,currency_type\nf200,0,JPY\n";
    feed.files["fare_rules.txt"] = "fare_id,route_id,origin_id,destination_id\nf200,r,A,B\n";
    const sim::Timetable timetable = feed.read();
    const sim::FareIndex index(timetable);
    EXPECT_EQ(index.find(0, 0, 1)->price(true), 0_yen);
    EXPECT_FALSE(index.find(0, 1, 2).has_value());
}

TEST(GtfsFares, IgnoresPricesThatAreNotWholeYen)
{
    TinyFeed feed;
    feed.files["fare_attributes.txt"] =
        "fare_id,price,currency_type\nf200,2.00,USD\nf300,300.00,JPY\nhalf,107.5,JPY\n"
        "debt,-10,JPY\nnone,,JPY\n";
    const sim::Timetable timetable = feed.read();
    ASSERT_EQ(timetable.fare_rows.size(), 1U);
    EXPECT_EQ(timetable.fare_rows[0].price, 300_yen);
    EXPECT_TRUE(has_defect(timetable, "fare_attributes.txt", 2, "2.00 USD"));
    EXPECT_TRUE(has_defect(timetable, "fare_attributes.txt", 3, "decimals"));
    EXPECT_TRUE(has_defect(timetable, "fare_attributes.txt", 4, "not whole yen"));
    EXPECT_TRUE(has_defect(timetable, "fare_attributes.txt", 5, "not whole yen"));
    EXPECT_TRUE(has_defect(timetable, "fare_attributes.txt", 6, "not whole yen"));
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 0, "2 rows"));
}

TEST(GtfsFares, NeverLetAFareWithoutARuleWinWhenTheFeedHasRules)
{
    TinyFeed feed;
    feed.files["fare_attributes.txt"] += "stray,20,JPY\n";
    feed.files["fare_rules.txt"] = "fare_id,route_id,origin_id,destination_id\nf200,r,A,B\n";
    const sim::Timetable timetable = feed.read();
    const sim::FareIndex index(timetable);
    EXPECT_EQ(index.find(0, 0, 1)->price(true), 200_yen);
    EXPECT_FALSE(index.find(0, 0, 2).has_value());
    EXPECT_TRUE(has_defect(timetable, "fare_attributes.txt", 4, "without a rule"));
}

TEST(GtfsFares, ApplyToEveryRideWhenTheFeedHasNoRulesAtAll)
{
    TinyFeed feed;
    feed.files["fare_attributes.txt"] = "fare_id,price,currency_type\nf,150,JPY\n";
    feed.files.erase("fare_rules.txt");
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(sim::FareIndex(timetable).find(0, 2, 0)->price(true), 150_yen);
}

TEST(GtfsFares, OfAnAgencyHoldForItsRoutesOnly)
{
    TinyFeed feed;
    feed.files["agency.txt"] += "y,Y Bus\n";
    feed.files["routes.txt"] += "q,y,Line Q\n";
    feed.files["fare_attributes.txt"] = "fare_id,price,currency_type,agency_id\nf,150,JPY,y\n";
    feed.files["fare_rules.txt"] = "fare_id,route_id,origin_id,destination_id\nf,,,\n";
    const sim::Timetable timetable = feed.read();
    const sim::FareIndex index(timetable);
    EXPECT_FALSE(index.find(0, 0, 1).has_value());
    EXPECT_EQ(index.find(1, 0, 1)->price(true), 150_yen);
}

TEST(GtfsFares, ReportsTwoPricesForOneRideAndTakesTheLowest)
{
    TinyFeed feed;
    feed.files["fare_rules.txt"] += "f300,r,A,B\nf200,r,A,B\n";
    const sim::Timetable timetable = feed.read();
    const auto match = sim::FareIndex(timetable).find(0, 0, 1);
    EXPECT_EQ(match->price(true), 200_yen);
    EXPECT_TRUE(match->ambiguous);
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 5, "two prices"));
}

TEST(GtfsFares, LeavesOutRulesWithContainsIdAndReportsThem)
{
    TinyFeed feed;
    feed.files["fare_rules.txt"] =
        "fare_id,route_id,origin_id,destination_id,contains_id\nf200,r,A,B,C\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(timetable.fare_rows.empty());
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 2, "contains_id"));
}

TEST(GtfsFares, AreNoneWhenTheFeedHasNoFareFile)
{
    TinyFeed feed;
    feed.files.erase("fare_attributes.txt");
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(has_defect(timetable, "fare_attributes.txt", 0, "missing"));
    EXPECT_EQ(sim::routes_without_fares(timetable, sim::FareIndex(timetable)),
              std::vector<std::string>{"tiny:r"});
}
