// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/scenario/scenario_error.h"
#include "sim/scenario/tariff_day.h"

namespace sim
{

namespace
{

Date day(int year, int month, int of_month)
{
    return date_of({year, month, of_month});
}

Discount ten_percent(int number, int age_from, int age_to, Date from)
{
    Discount discount;
    discount.number = number;
    discount.percent_ppm = 100'000;
    discount.age_from = age_from;
    discount.age_to = age_to;
    discount.from = from;
    return discount;
}

Tariff two_classes(bool eve = true)
{
    Tariff tariff;
    tariff.age_reached_on_eve = eve;
    tariff.discounts = {ten_percent(1, 70, 200, day(2024, 6, 1)),
                        ten_percent(2, 13, 22, day(2024, 12, 3))};
    tariff.discounts[1].age_by_fiscal_year = true;
    return tariff;
}

TEST(DiscountClass, BeginsOnTheEveOfTheBirthdayByJapaneseLaw)
{
    const Tariff tariff = two_classes();
    EXPECT_EQ(discount_class_of(tariff, day(1956, 6, 11), true, day(2026, 6, 9)), 0);
    EXPECT_EQ(discount_class_of(tariff, day(1956, 6, 11), true, day(2026, 6, 10)), 1);
}

TEST(DiscountClass, BeginsOnTheBirthdayByTheOtherConvention)
{
    const Tariff tariff = two_classes(false);
    EXPECT_EQ(discount_class_of(tariff, day(1956, 6, 11), true, day(2026, 6, 10)), 0);
    EXPECT_EQ(discount_class_of(tariff, day(1956, 6, 11), true, day(2026, 6, 11)), 1);
}

TEST(DiscountClass, ABirthOn29FebruaryCountsInCommonYears)
{
    const Date birth = day(1956, 2, 29);
    EXPECT_EQ(discount_class_of(two_classes(true), birth, true, day(2026, 2, 27)), 0);
    EXPECT_EQ(discount_class_of(two_classes(true), birth, true, day(2026, 2, 28)), 1);
    EXPECT_EQ(discount_class_of(two_classes(false), birth, true, day(2026, 2, 28)), 0);
    EXPECT_EQ(discount_class_of(two_classes(false), birth, true, day(2026, 3, 1)), 1);
}

TEST(DiscountClass, ABirthOn29FebruaryCountsInLeapYears)
{
    Tariff tariff = two_classes(true);
    tariff.discounts[0].age_from = 72;
    const Date birth = day(1956, 2, 29);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2028, 2, 27)), 0);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2028, 2, 28)), 1);
    tariff.age_reached_on_eve = false;
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2028, 2, 28)), 0);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2028, 2, 29)), 1);
}

TEST(DiscountClass, YouthIsCountedAtTheEndOfTheFiscalYear)
{
    const Tariff tariff = two_classes();
    const Date birth = day(2013, 3, 31);  // thirteen on the last day of fiscal 2025
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2025, 3, 31)), 0);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2025, 4, 1)), 2);
}

TEST(DiscountClass, ABirthOn1AprilBelongsToTheElderYearByJapaneseLawOnly)
{
    const Date birth = day(2013, 4, 1);
    EXPECT_EQ(discount_class_of(two_classes(true), birth, true, day(2025, 4, 1)), 2);
    EXPECT_EQ(discount_class_of(two_classes(false), birth, true, day(2025, 4, 1)), 0);
    EXPECT_EQ(discount_class_of(two_classes(false), birth, true, day(2026, 4, 1)), 2);
}

TEST(DiscountClass, YouthEndsWithTheFiscalYearOfTheAgeOf22)
{
    const Tariff tariff = two_classes();
    const Date birth = day(2003, 7, 15);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2026, 3, 31)), 2);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2026, 4, 1)), 0);
}

TEST(DiscountClass, IsForResidentsFromItsFirstToItsLastDay)
{
    Tariff tariff = two_classes();
    tariff.discounts[0].until = day(2026, 3, 31);
    const Date birth = day(1940, 1, 1);
    EXPECT_EQ(discount_class_of(tariff, birth, false, day(2025, 6, 1)), 0);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2024, 5, 31)), 0);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2024, 6, 1)), 1);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2026, 3, 31)), 1);
    EXPECT_EQ(discount_class_of(tariff, birth, true, day(2026, 4, 1)), 0);
    tariff.discounts[0].residents_only = false;
    EXPECT_EQ(discount_class_of(tariff, birth, false, day(2025, 6, 1)), 1);
}

TEST(FiscalYear, EndsOn31March)
{
    EXPECT_EQ(end_of_fiscal_year(day(2026, 3, 31)), day(2026, 3, 31));
    EXPECT_EQ(end_of_fiscal_year(day(2026, 4, 1)), day(2027, 3, 31));
    EXPECT_EQ(end_of_fiscal_year(day(2026, 1, 1)), day(2026, 3, 31));
    EXPECT_EQ(end_of_fiscal_year(day(2026, 12, 31)), day(2027, 3, 31));
}

RC_GTEST_PROP(FiscalYear, EndsWithinAYearAndNeverBeforeTheDay, ())
{
    const Date any{*rc::gen::inRange(0, 30'000)};
    const Date end = end_of_fiscal_year(any);
    RC_ASSERT(any <= end);
    RC_ASSERT(end.days - any.days < 366);
    RC_ASSERT(end_of_fiscal_year({end.days + 1}).days - end.days >= 365);
}

Tariff one_operator()
{
    Tariff tariff;
    tariff.file = "t.yaml";
    OperatorTariff one;
    one.id = "a";
    one.source.line = 4;
    one.rounding = {{"new", Medium::ic, {10}, RoundingMode::up, day(2025, 10, 10), {}},
                    {"old", Medium::ic, {1}, RoundingMode::half_up, day(2020, 1, 1), {}},
                    {"cash", Medium::cash, {10}, RoundingMode::up, day(2019, 1, 1), {}}};
    tariff.operators.push_back(one);
    return tariff;
}

TEST(TariffDay, TheNewestRoundingNotAfterTheDayWinsInAnyOrder)
{
    const Tariff tariff = one_operator();
    EXPECT_EQ(tariff_on(tariff, day(2025, 10, 9)).operators.at(0).ic.rule, "old");
    EXPECT_EQ(tariff_on(tariff, day(2025, 10, 10)).operators.at(0).ic.rule, "new");
    EXPECT_EQ(tariff_on(tariff, day(2025, 10, 9)).operators.at(0).ic.mode, RoundingMode::half_up);
}

TEST(TariffDay, ADayBeforeEveryRoundingIsRefused)
{
    try {
        tariff_on(one_operator(), day(2019, 12, 31));
        FAIL() << "accepted";
    } catch (const ScenarioError& refused) {
        EXPECT_STREQ(refused.what(), "t.yaml:4: operator \"a\" has no ic rounding on 2019-12-31");
    }
}

TEST(TariffDay, DiscountsGoOnlyToOperatorsThatGrantThem)
{
    Tariff tariff = one_operator();
    tariff.operators.push_back(tariff.operators[0]);
    tariff.operators[1].id = "b";
    tariff.discounts = two_classes().discounts;
    tariff.discounts[0].operators = {"b"};
    tariff.discounts[1].excluded_routes = {"7"};
    const TariffDay of_day = tariff_on(tariff, day(2026, 6, 10));

    ASSERT_EQ(of_day.operators[0].discounts.size(), 1u);
    EXPECT_EQ(of_day.operators[0].discounts[0].number, 2);
    EXPECT_EQ(of_day.operators[0].discounts[0].rule->excluded_routes,
              std::vector<std::string>{"7"});
    EXPECT_EQ(of_day.operators[1].discounts.size(), 2u);
}

TEST(DiscountClass, IsNotForAgesOfWhoseBirthNothingIsKnown)
{
    const Claimant light{std::nullopt, true, "haga", MemberKind::light};
    Tariff tariff = two_classes();
    EXPECT_EQ(discount_class_of(tariff, light, day(2026, 6, 10)), 0);

    tariff.discounts.push_back(ten_percent(3, 0, 200, day(2024, 6, 1)));
    EXPECT_EQ(discount_class_of(tariff, light, day(2026, 6, 10)), 3);
    tariff.discounts.back().membership = MemberKind::full;
    EXPECT_EQ(discount_class_of(tariff, light, day(2026, 6, 10)), 0);
}

}  // namespace

}  // namespace sim
