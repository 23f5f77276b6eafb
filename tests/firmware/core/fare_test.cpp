// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/fare.h"

#include <gtest/gtest.h>

#include <sstream>

namespace
{

using namespace fw::literals;

// One operator, classes 1 (10 %) and 2 (25 %), by unit, rounding mode and order.
fw::OperatorRules rules(int unit, const std::string& mode, const std::string& order)
{
    fw::OperatorRules result;
    result.rounding = {{unit},
                       mode == "up"     ? fw::RoundTo::up
                       : mode == "down" ? fw::RoundTo::down
                                        : fw::RoundTo::half_up};
    result.half_first = order == "half-first";
    result.discount_ppm = {0, 100'000, 250'000};
    return result;
}

// Worked by hand. 180 -> 170, 290 -> 270 and 400 -> 360 are the operator's own published examples
// of rounding up to 10 yen; 110 -> 50 or 60 shows that the order of the two reductions matters.
constexpr const char* reductions = R"(
    adult unit mode    order           half class -> fare
    180   10   up      discount-first  no   1        170
    290   10   up      discount-first  no   1        270
    400   10   up      discount-first  no   1        360
    180   1    up      discount-first  no   1        162
    290   1    up      discount-first  no   1        261
    110   10   up      discount-first  yes  1        50
    110   10   up      half-first      yes  1        60
    210   10   up      discount-first  yes  0        110
    210   1    up      discount-first  yes  0        105
    215   1    up      discount-first  yes  0        108
    215   1    down    discount-first  yes  0        107
    215   1    half_up discount-first  yes  0        108
    155   10   half_up discount-first  no   1        140
    100   1    up      discount-first  no   2        75
    100   1    up      discount-first  no   0        100
    0     10   up      discount-first  yes  1        0
)";

TEST(Fare, ReducesByHalfAndDiscountInTheOperatorsOrderAndRounding)
{
    std::istringstream table(reductions);
    std::string line;
    std::getline(table, line), std::getline(table, line);
    int rows = 0;
    for (int adult = 0, unit = 0, number = 0, fare = 0; std::getline(table, line);) {
        std::istringstream row(line);
        std::string mode, order, half;
        if (!(row >> adult >> unit >> mode >> order >> half >> number >> fare)) continue;
        const auto reduced = fw::reduced_fare(rules(unit, mode, order), {adult},
                                              half == "yes" ? fw::Half::child : fw::Half::no,
                                              static_cast<std::uint8_t>(number));
        EXPECT_EQ(reduced.count, fare) << line;
        ++rows;
    }
    EXPECT_EQ(rows, 16);
}

// Pattern 0: three stops with a matrix; pattern 1: flat 100, child 40, no class 2 here.
struct Tables {
    std::vector<fw::OperatorRules> operators{rules(10, "up", "discount-first")};
    std::vector<std::uint16_t> prices{0xFFFF, 180,    290,    0xFFFF, 0xFFFF,
                                      180,    0xFFFF, 0xFFFF, 0xFFFF, 100};
    std::vector<fw::PatternFares> patterns{
        {0, 1, 3, false, false, 0xFF, fw::PatternFares::no_price, 0},
        {0, 4, 2, true, true, 0b11111011, 40, 9}};
    fw::FareTable table{1, operators, patterns, prices};
};

TEST(Fare, FollowsTheMatrixFromBoardingToAlighting)
{
    const Tables t;

    const fw::FareQuote quote = fw::decide_fare(t.table, {0, 0, 2, fw::Half::no, 1, 1});

    EXPECT_EQ(quote.rule, fw::FareRule::od);
    EXPECT_EQ(quote.base, 290_yen);
    EXPECT_EQ(quote.fare, 270_yen);
}

TEST(Fare, HasNoFareWhereTheTableHasNone)
{
    const Tables t;

    EXPECT_EQ(fw::decide_fare(t.table, {0, 2, 0, fw::Half::no, 0, 1}).rule, fw::FareRule::none);
    EXPECT_EQ(fw::decide_fare(t.table, {0, 0, 3, fw::Half::no, 0, 1}).rule, fw::FareRule::none);
    EXPECT_EQ(fw::decide_fare(t.table, {7, 0, 1, fw::Half::no, 0, 1}).rule, fw::FareRule::none);
}

TEST(Fare, TakesTheFlatChildFareInsteadOfHalf)
{
    const Tables t;

    const fw::FareQuote child = fw::decide_fare(t.table, {1, 0, 0, fw::Half::child, 0, 1});
    const fw::FareQuote disabled = fw::decide_fare(t.table, {1, 0, 0, fw::Half::disabled, 0, 1});

    EXPECT_EQ(child.rule, fw::FareRule::flat_child);
    EXPECT_EQ(child.fare, 40_yen);
    EXPECT_EQ(disabled.fare, 50_yen);
}

TEST(Fare, GivesNoDiscountOnARouteThatExcludesTheClass)
{
    const Tables t;

    EXPECT_EQ(fw::decide_fare(t.table, {1, 0, 0, fw::Half::no, 1, 1}).fare, 90_yen);
    EXPECT_EQ(fw::decide_fare(t.table, {1, 0, 0, fw::Half::no, 2, 1}).fare, 100_yen);
}

TEST(Fare, HasNoFareForAPassHolderEitherWhereTheTableHasNone)
{
    const Tables t;
    fw::FareQuery query{0, 1, 0};
    query.pass = 1;

    EXPECT_EQ(fw::decide_fare(t.table, query).rule, fw::FareRule::none);
}

TEST(Fare, ChargesEachOfSeveralRiders)
{
    const Tables t;

    EXPECT_EQ(fw::decide_fare(t.table, {0, 0, 1, fw::Half::no, 0, 3}).fare, 540_yen);
}

}  // namespace
