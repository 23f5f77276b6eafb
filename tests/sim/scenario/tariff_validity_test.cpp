// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/scenario/tariff_day.h"
#include "tests/sim/scenario/temp_city.h"
#include "tests/sim/scenario/whole_tariff.h"

// Which rules hold on which day.
namespace sim
{

namespace
{

TariffDay whole_on(const CivilDate& day)
{
    TempCity files;
    files.write("tariff.yaml", whole_tariff);
    return tariff_on(load_tariff(files.path("tariff.yaml")), date_of(day));
}

std::string ids(const TariffDay& day)
{
    std::string text;
    for (const FlatFare& rule : day.flat) text += rule.id + " ";
    for (const OdFare& rule : day.od) text += rule.id + " ";
    for (const Cap& rule : day.caps) text += rule.id + " ";
    return text;
}

TEST(TariffValidity, RulesHoldFromTheirFirstToTheirLastDay)
{
    EXPECT_EQ(ids(whole_on({2024, 12, 31})), "loop-old express city-day ");
    EXPECT_EQ(ids(whole_on({2025, 1, 1})), "loop-old centre-c express city-day ");
    EXPECT_EQ(ids(whole_on({2026, 3, 31})), "loop-old centre-c express red-day city-day ");
    EXPECT_EQ(ids(whole_on({2026, 4, 1})), "loop-new centre-c express red-day city-day ");
    EXPECT_EQ(ids(whole_on({2026, 12, 31})), "loop-new centre-c express red-day city-day ");
    EXPECT_EQ(ids(whole_on({2027, 1, 1})), "loop-new express red-day city-day ");
}

TEST(TariffValidity, DiscountsTellWhetherTheyTakeAPercentageOrAnAmount)
{
    const TariffDay day = whole_on({2026, 3, 31});
    ASSERT_EQ(day.operators[0].discounts.size(), 1u);
    EXPECT_EQ(day.operators[0].discounts[0].percent_ppm, 125'000);
    EXPECT_EQ(day.operators[0].discounts[0].amount, fw::Yen{0});
    ASSERT_EQ(day.operators[1].discounts.size(), 2u);
    EXPECT_EQ(day.operators[1].discounts[1].percent_ppm, 0);
    EXPECT_EQ(day.operators[1].discounts[1].amount, fw::Yen{30});
    EXPECT_EQ(whole_on({2026, 4, 1}).operators[1].discounts.size(), 1u);
}

RC_GTEST_PROP(TariffValidity, TwoStretchesMeetExactlyWhenADayLiesInBoth, ())
{
    const auto stretch = [] {
        Validity valid;
        valid.from = {*rc::gen::inRange(0, 12)};
        if (*rc::gen::arbitrary<bool>()) valid.until = Date{*rc::gen::inRange(valid.from.days, 14)};
        return valid;
    };
    const Validity a = stretch(), b = stretch();
    bool shared = false;
    for (int day = 0; day < 20; ++day) shared |= a.holds({day}) && b.holds({day});
    RC_ASSERT(a.meets(b) == shared);
    RC_ASSERT(b.meets(a) == shared);
}

}  // namespace

}  // namespace sim
