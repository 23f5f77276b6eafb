// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/scenario/refused_tariff.h"

// Discounts, roundings, passes and caps that no city may have, each with the whole message and its
// place.
namespace sim
{

namespace
{

class TariffClassesRefusal : public TariffRefusal
{
};

TEST_F(TariffClassesRefusal, TwoDiscountsThatOnePersonCouldClaim)
{
    EXPECT_EQ(with("age_from: 6, age_to: 22", "age_from: 6, age_to: 70"),
              "tariff.yaml:27:5: one person could claim this and \"senior\" (line 26) on "
              "2024-12-03");
    EXPECT_EQ(with("age_from: 6, age_to: 22", "age_from: 6, age_to: 69"), "accepted");
}

// Who is 70 today may be 71 at the end of the fiscal year, never the other way round.
TEST_F(TariffClassesRefusal, AgesOfTheFiscalYearMayBeOneMoreThanThoseOfTheDay)
{
    EXPECT_EQ(with("age_from: 6, age_to: 22", "age_from: 71, age_to: 80"),
              "tariff.yaml:27:5: one person could claim this and \"senior\" (line 26) on "
              "2024-12-03");
    const std::string until_69 = "discounts:\n" + rule(
                                                      "id: a, percent: 10 %, age_to: 69, from: "
                                                      "\"2024-01-01\"");
    const auto fiscal_from = [&](int age) {
        return small_with(until_69 + rule("id: b, percent: 10 %, age_by_fiscal_year: true, from: "
                                          "\"2024-01-01\", age_from: " +
                                          std::to_string(age)));
    };
    EXPECT_EQ(fiscal_from(70),
              "tariff.yaml:11:5: one person could claim this and \"a\" (line 10) on 2024-01-01");
    EXPECT_EQ(fiscal_from(71), "accepted");
}

TEST_F(TariffClassesRefusal, AgesOfTheFiscalYearAreComparedInEitherOrderOfTheFile)
{
    const auto fiscal_from = [&](int age) {
        return small_with("discounts:\n" +
                          rule("id: a, percent: 10 %, age_by_fiscal_year: true, from: "
                               "\"2024-01-01\", age_from: " +
                               std::to_string(age)) +
                          rule("id: b, percent: 10 %, age_to: 69, from: \"2024-01-01\""));
    };
    EXPECT_EQ(fiscal_from(70),
              "tariff.yaml:11:5: one person could claim this and \"a\" (line 10) on 2024-01-01");
    EXPECT_EQ(fiscal_from(71), "accepted");
}

TEST_F(TariffClassesRefusal, DiscountsApartInDaysOrOperatorsAreTwo)
{
    const std::string first = "discounts:\n" + rule(
                                                   "id: a, percent: 10 %, from: \"2024-01-01\", "
                                                   "until: \"2024-12-31\"");
    EXPECT_EQ(small_with(first + rule("id: b, percent: 10 %, from: \"2025-01-01\"")), "accepted");
    EXPECT_EQ(small_with(first + rule("id: b, percent: 10 %, from: \"2024-12-31\"")),
              "tariff.yaml:11:5: one person could claim this and \"a\" (line 10) on 2024-12-31");
    EXPECT_EQ(with("age_from: 6, age_to: 22, age_by_fiscal_year: true, from: \"2024-12-03\", "
                   "until: \"2026-03-31\", operators: [blue]",
                   "from: \"2024-12-03\", operators: [red]"),
              "tariff.yaml:27:5: one person could claim this and \"senior\" (line 26) on "
              "2024-12-03");
}

TEST_F(TariffClassesRefusal, DiscountsOfMoreThanTheFareOrOfNothing)
{
    EXPECT_EQ(with("percent: 12.5 %", "percent: 101 %"),
              "tariff.yaml:26:28: must be between 0 % and 100 %, found \"101 %\"");
    EXPECT_EQ(with("percent: 12.5 %", "percent: 0 %"),
              "tariff.yaml:26:28: a discount of 0 % takes nothing off");
    EXPECT_EQ(with("amount: 30 yen", "amount: 0 yen"),
              "tariff.yaml:27:26: must be between 1 and 65534 yen, found \"0 yen\"");
    EXPECT_EQ(with("amount: 30 yen", "percent: 5 %, amount: 30 yen"),
              "tariff.yaml:27:40: \"amount\" and \"percent\" exclude each other");
    EXPECT_EQ(with("amount: 30 yen, ", ""),
              "tariff.yaml:27:5: \"percent\" or \"amount\" is missing: what is taken off the fare");
    EXPECT_EQ(with("amount: 30 yen", "amount: 65534 yen"), "accepted");
}

TEST_F(TariffClassesRefusal, RoundingsThatAreUnknownOrMissing)
{
    EXPECT_EQ(with("mode: half_up", "mode: halfup"),
              "tariff.yaml:8:56: expected one of up, down, half_up; found \"halfup\", did you mean "
              "\"half_up\"?");
    EXPECT_EQ(with("red-ic-10, medium: ic, unit: 10 yen, mode: up, from: \"2025-10-10\"",
                   "red-ic-10, medium: ic, unit: 10 yen, mode: up, from: \"2020-01-01\""),
              "tariff.yaml:9:68: a second ic rounding from 2020-01-01");
    EXPECT_EQ(with("blue-cash, medium: cash, unit: 10 yen, mode: up, from: \"2020-01-01\"",
                   "blue-cash, medium: ic, unit: 10 yen, mode: up, from: \"2020-02-01\""),
              "tariff.yaml:15:7: operator \"blue\" has no rounding for cash");
}

TEST_F(TariffClassesRefusal, PassesThatDoNotHoldTogether)
{
    EXPECT_EQ(with("area: centre, ", ""),
              "tariff.yaml:29:22: an area pass needs \"area\": a zone of this tariff, or all");
    EXPECT_EQ(with("area: centre, ", "area: all, "), "accepted");
    EXPECT_EQ(with("area: centre, ", "area: center, "),
              "tariff.yaml:29:72: unknown zone \"center\", did you mean \"centre\"?");
    EXPECT_EQ(with("kind: amount", "kind: amuont"),
              "tariff.yaml:30:24: expected one of area, amount; found \"amuont\", did you mean "
              "\"amount\"?");
    EXPECT_EQ(with("lasts: 720 h", "lasts: 0 s"),
              "tariff.yaml:30:56: must be between 1 s and 744 h, found \"0 s\"");
    EXPECT_EQ(with("price: 8400 yen", "price: 0 yen"),
              "tariff.yaml:30:39: must be between 1 and 65534 yen, found \"0 yen\"");
    EXPECT_EQ(with("child_price: 250 yen", "child_price: 501 yen"),
              "tariff.yaml:29:57: a child must not pay more than an adult");
    EXPECT_EQ(with("operators: [red], excluded", "operators: [rad], excluded"),
              "tariff.yaml:29:92: unknown operator \"rad\", did you mean \"red\"?");
}

TEST_F(TariffClassesRefusal, CommuterPassesThatDoNotHoldTogether)
{
    EXPECT_EQ(with("off: 30 %", "off: 100 %"),
              "tariff.yaml:32:38: nothing would be left of the price");
    EXPECT_EQ(with("off: 30 %", "off: 130 %"),
              "tariff.yaml:32:38: must be between 0 % and 100 %, found \"130 %\"");
    EXPECT_EQ(with("months: 3, ", ""),
              "tariff.yaml:33:75: \"long_off\" belongs to passes of more than one month");
    EXPECT_EQ(with("short, operator: red", "short, operator: rde"),
              "tariff.yaml:32:28: unknown operator \"rde\", did you mean \"red\"?");
}

TEST_F(TariffClassesRefusal, CapsAndZonesThatSayAThingTwice)
{
    EXPECT_EQ(with("amount: 900 yen", "amount: 900 yen, operators: [red]"),
              "tariff.yaml:36:5: the same fares are capped by \"red-day\" (line 35)");
    EXPECT_EQ(with("stops: [A, B]", "stops: [A, B, A]"),
              "tariff.yaml:18:33: \"A\" is in this list already");
    EXPECT_EQ(with("id: centre, stops", "id: all, stops"),
              "tariff.yaml:18:11: \"all\" means every place and cannot name a zone");
    EXPECT_EQ(with("caps:\n  - { id: red-day, amount: 600 yen, operators: [red]",
                   "caps:\n  - { id: red-day, amount: 600 yen, operators: [rod]"),
              "tariff.yaml:35:49: unknown operator \"rod\", did you mean \"red\"?");
}

}  // namespace

}  // namespace sim
