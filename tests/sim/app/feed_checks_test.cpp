// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/app/linted_city.h"

// Tariffs that only their feeds show to be wrong.
namespace sim
{

namespace
{

class FeedChecks : public Lint
{
};

TEST_F(FeedChecks, RefusesRoutesThatNoFeedHas)
{
    EXPECT_EQ(said_with("flat:\n" + rule("id: a, operator: x, routes: [r], fare: 10 yen")),
              good_city);
    EXPECT_EQ(said_with("flat:\n" + rule("id: a, operator: x, routes: [r, line], fare: 10 yen")),
              "4 tariff.yaml:10:5: no route of operator \"x\" called \"line\" in the feeds\n");
    EXPECT_EQ(
        said_with("od:\n" + rule("id: a, operator: x, route: q, from: A, to: B, fare: 9 yen")),
        "4 tariff.yaml:10:5: no route of operator \"x\" called \"q\" in the feeds\n");
    EXPECT_EQ(said_with("discounts:\n" + rule("id: a, percent: 10 %, from: \"2024-01-01\", "
                                              "excluded_routes: [q]")),
              "4 tariff.yaml:10:5: no route \"q\" in the feeds\n");
    EXPECT_EQ(said_with("passes:\n" + rule("id: a, kind: amount, price: 9 yen, excluded_routes: "
                                           "[q]")),
              "4 tariff.yaml:10:5: no route \"q\" in the feeds\n");
}

TEST_F(FeedChecks, RefusesARouteOfAnotherOperatorUnlessItsOwnerRunsOnDemand)
{
    const std::string one = replaced(TempCity::tariff, "id: ncb", "id: x");
    const std::string other = replaced(one.substr(one.find("  - id: x")), "id: x", "id: other");
    files_.write("tariff.yaml", one + other + "flat:\n" +
                                    rule("id: a, operator: other, routes: [r], fare: 10 yen"));
    EXPECT_EQ(said_of("city.yaml"), good_city);

    TinyFeed second;
    second.files["routes.txt"] = "route_id,agency_id,route_long_name\nq,x,Line Q\n";
    second.files["trips.txt"] = "route_id,service_id,trip_id\nq,daily,t\n";
    second.files.erase("fare_rules.txt");
    second.files.erase("fare_attributes.txt");
    files_.write(
        "city.yaml",
        replaced(replaced(TempCity::city, "operator: ncb", "operator: x"), "tariff:",
                 "  - { path: " + second.write("second") + ", operator: other }\ntariff:"));
    EXPECT_EQ(said_of("city.yaml"),
              "4 tariff.yaml:16:5: no route of operator \"other\" called \"r\" in the feeds\n");
}

TEST_F(FeedChecks, RefusesPlacesThatNoFeedHas)
{
    EXPECT_EQ(said_with("zones:\n" + rule("id: z, stops: [A, D]")),
              "4 tariff.yaml:10:5: no stop, zone or station \"D\" in the feeds\n");
    EXPECT_EQ(said_with("zones:\n" + rule("id: B, stops: [A]")),
              "4 tariff.yaml:10:5: \"B\" is a place of the feeds as well\n");
    const std::string zone = "zones:\n" + rule("id: zed, stops: [A, B]") + "od:\n";
    EXPECT_EQ(said_with(zone + rule("id: a, operator: x, route: r, from: zed, to: C, fare: 9 yen")),
              good_city);
    EXPECT_EQ(said_with(zone + rule("id: a, operator: x, route: r, from: zad, to: C, fare: 9 yen")),
              "4 tariff.yaml:12:5: no stop, zone or station \"zad\" in the feeds, did you mean "
              "\"zed\"?\n");
}

TEST_F(FeedChecks, RefusesAFlatFareBesideAnOdFareForEveryRoute)
{
    const std::string od =
        "od:\n" + rule("id: a, operator: x, route: all, from: A, to: B, fare: 9 yen");
    EXPECT_EQ(said_with(od + "flat:\n" + rule("id: b, operator: x, routes: [r], fare: 10 yen")),
              "4 tariff.yaml:10:5: route \"r\" has a flat fare as well: \"b\" (line 12)\n");
}

TEST_F(FeedChecks, RefusesTwoOdFaresThatNameOneRideDifferently)
{
    feed({{"stops.txt",
           "stop_id,stop_name,stop_lat,stop_lon,zone_id\n"
           "A,Alpha,36.1,139.1,one\nB,Beta,36.2,139.2,one\nC,Gamma,36.3,139.3,two\n"}});
    const std::string first =
        "od:\n" + rule("id: a, operator: x, route: r, from: one, to: two, fare: 9 yen");
    EXPECT_EQ(
        said_with(first + rule("id: b, operator: x, route: r, from: A, to: C, fare: 8 yen")),
        "4 tariff.yaml:11:5: from \"A\" to \"C\" route \"r\" has two fares: this one and \"a\" "
        "(line 10)\n");
    EXPECT_EQ(
        said_with(first + rule("id: b, operator: x, route: all, from: A, to: C, fare: 8 yen")),
        good_city);
    EXPECT_EQ(said_with(first + rule("id: b, operator: x, route: r, from: A, to: B, fare: 8 yen")),
              good_city);
}

}  // namespace

}  // namespace sim
