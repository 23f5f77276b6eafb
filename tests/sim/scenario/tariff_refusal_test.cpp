// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/scenario/refused_tariff.h"

// Prices that no city may have, each with the whole message and its place.
namespace sim
{

namespace
{

TEST_F(TariffRefusal, AcceptsTheWholeTariff)
{
    EXPECT_EQ(with("red-ic-1", "red-ic-one"), "accepted");
}

TEST_F(TariffRefusal, TwoFlatFaresOnOneRoute)
{
    EXPECT_EQ(with("valid_from: \"2026-04-01\"", "valid_from: \"2026-03-31\""),
              "tariff.yaml:21:45: route \"loop\" has two fares on 2026-03-31: this one and "
              "\"loop-old\" (line 20)");
    EXPECT_EQ(small_with("flat:\n" + rule("id: a, operator: ncb, routes: [r], fare: 10 yen") +
                         rule("id: b, operator: ncb, routes: [s, r], fare: 20 yen")),
              "tariff.yaml:11:41: route \"r\" has two fares: this one and \"a\" (line 10)");
    EXPECT_EQ(small_with("flat:\n" + rule("id: a, operator: ncb, routes: [r, r], fare: 10 yen")),
              "tariff.yaml:10:41: \"r\" is in this list already");
}

TEST_F(TariffRefusal, ALaterRuleIsTheOneFurtherDownWhateverItsDays)
{
    EXPECT_EQ(small_with("flat:\n" +
                         rule("id: new, operator: ncb, routes: [r], fare: 10 yen, "
                              "valid_from: \"2026-04-01\"") +
                         rule("id: old, operator: ncb, routes: [r], fare: 20 yen, "
                              "valid_until: \"2026-04-01\"")),
              "tariff.yaml:11:40: route \"r\" has two fares on 2026-04-01: this one and \"new\" "
              "(line 10)");
}

TEST_F(TariffRefusal, ADayWithoutAFareBetweenTwoRulesOfARoute)
{
    EXPECT_EQ(with("valid_from: \"2026-04-01\"", "valid_from: \"2026-04-03\""),
              "tariff.yaml:21:45: route \"loop\" has no fare from 2026-04-01 to 2026-04-02, "
              "between \"loop-old\" (line 20) and this one");
}

TEST_F(TariffRefusal, ADayWithoutAFareBetweenTwoRulesOfAPair)
{
    const std::string early = rule(
        "id: a, operator: ncb, route: r, from: A, to: B, fare: 10 yen, valid_until: "
        "\"2026-03-31\"");
    const std::string late =
        rule("id: b, operator: ncb, route: r, from: A, to: B, fare: 20 yen, valid_from: ");
    const auto from = [&](const std::string& day) {
        std::string text = late;
        return small_with("od:\n" + early + text.insert(text.find("from: ,") + 6, day));
    };
    EXPECT_EQ(from("\"2026-04-01\""), "accepted");
    EXPECT_EQ(from("\"2026-04-02\""),
              "tariff.yaml:11:5: from \"A\" to \"B\" route \"r\" has no fare from 2026-04-01 to "
              "2026-04-01, between \"a\" (line 10) and this one");
    EXPECT_EQ(from("\"2026-03-31\""),
              "tariff.yaml:11:5: from \"A\" to \"B\" route \"r\" has two fares on 2026-03-31: this "
              "one and \"a\" (line 10)");
}

TEST_F(TariffRefusal, TwoOdFaresThatMeetInAZone)
{
    EXPECT_EQ(with("route: \"7\", from: A", "route: all, from: B"),
              "tariff.yaml:24:5: from \"B\" to \"C\" every route has two fares on 2025-01-01: this "
              "one and \"centre-c\" (line 23)");
}

TEST_F(TariffRefusal, AFlatAndAnOdFareOnOneRoute)
{
    EXPECT_EQ(with("operator: blue, route: \"7\"", "operator: red, route: ring"),
              "tariff.yaml:24:42: route \"ring\" has a flat fare as well: \"loop-new\" (line 21)");
}

TEST_F(TariffRefusal, RulesWithoutRoutes)
{
    EXPECT_EQ(with("routes: [loop],", ""),
              "tariff.yaml:20:5: \"routes\" is missing: route_id of each; a rule without routes "
              "would price nothing or everything");
    EXPECT_EQ(with("routes: [loop],", "routes: [],"),
              "tariff.yaml:20:44: expected at least one, found an empty list");
    EXPECT_EQ(with("route: all, ", ""),
              "tariff.yaml:23:5: \"route\" is missing: route_id, or all for every route of the "
              "operator");
}

TEST_F(TariffRefusal, FaresAndCapsThatWouldMakeRidesFreeWithoutSayingSo)
{
    EXPECT_EQ(with("fare: 100 yen", "fare: 0 yen"),
              "tariff.yaml:20:58: must be between 1 and 65534 yen, found \"0 yen\"");
    EXPECT_EQ(with("fare: 197 yen", "fare: 0 yen"),
              "tariff.yaml:23:76: must be between 1 and 65534 yen, found \"0 yen\"");
    EXPECT_EQ(with("cash_fare: 150 yen", "cash_fare: 0 yen"),
              "tariff.yaml:21:84: must be between 1 and 65534 yen, found \"0 yen\"");
    EXPECT_EQ(with("amount: 600 yen", "amount: 0 yen"),
              "tariff.yaml:35:28: must be between 1 and 65534 yen, found \"0 yen\"");
    EXPECT_EQ(with("child_fare: 50 yen", "child_fare: 101 yen"),
              "tariff.yaml:20:79: a child must not pay more than an adult");
}

TEST_F(TariffRefusal, FaresThatAFareBoxCannotHold)
{
    EXPECT_EQ(with("fare: 60000 yen", "fare: 65535 yen"),
              "tariff.yaml:24:70: must be between 1 and 65534 yen, found \"65535 yen\"");
}

TEST_F(TariffRefusal, RulesThatEndBeforeTheyBegin)
{
    EXPECT_EQ(with("valid_until: \"2026-12-31\"", "valid_until: \"2024-12-31\""),
              "tariff.yaml:23:144: \"valid_until\" must not be before \"valid_from\"");
}

TEST_F(TariffRefusal, RulesWithoutASourceOrStatus)
{
    EXPECT_EQ(with("amount: 900 yen, source: \"x\"", "amount: 900 yen"),
              "tariff.yaml:36:5: \"source\" is missing: document or decision the rule comes from");
    EXPECT_EQ(with("lasts: 720 h, source: \"x\", status: assumed", "lasts: 720 h, source: \"x\""),
              "tariff.yaml:30:5: \"status\" is missing: published by its owner, or assumed by this "
              "bench");
}

}  // namespace

}  // namespace sim
