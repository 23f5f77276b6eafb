// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "firmware/core/fare.h"

namespace
{

using namespace fw::literals;

// One price over one pattern of three stops, codes 1 to 3; pass 1 covers codes 1 and 2, pass 2 is
// an amount pass over all of them. Class 3 has 30 yen off.
fw::FareQuote quote_of(int adult, int unit, const fw::FareQuery& query)
{
    fw::OperatorRules one;
    one.rounding = {{unit}, fw::RoundTo::up};
    one.discount_ppm[1] = 100'000;
    one.discount_yen[3] = 30_yen;
    one.cash_rounding = {{10}, fw::RoundTo::up};
    const auto price = static_cast<std::uint16_t>(adult);
    const std::vector<std::uint16_t> prices{0, price, price, 0, 0, price, 0, 0, 0,
                                            0, 190,   190,   0, 0, 190,   0, 0, 0};
    const fw::PatternFares pattern{0, 1, 3, false, false, 0xFF, fw::PatternFares::no_price, 0, 9};
    const std::array<std::uint8_t, 1> two{0b0110}, all{0b1110};
    const std::vector<fw::PassRules> passes{{fw::PassKind::area, two}, {fw::PassKind::amount, all}};
    return fw::decide_fare({1, {&one, 1}, {&pattern, 1}, prices, passes}, query);
}

// Worked by hand: what each rider pays for the ride, and the pass that paid a part.
constexpr const char* riders = R"(
    adult unit from to half class riders pass amount medium -> fare pass
    180   1    0    1  no   3     1      0    0      ic     150  0
    20    1    0    1  no   3     1      0    0      ic     0    0
    185   10   0    1  no   3     1      0    0      ic     160  0
    185   10   0    1  yes  3     1      0    0      ic     80   0
    180   1    0    1  no   0     1      1    0      ic     0    1
    180   1    0    1  no   0     2      1    0      ic     0    1
    180   1    0    2  no   0     1      1    0      ic     180  0
    180   1    0    1  no   0     1      2    100    ic     80   2
    180   1    0    2  no   1     1      2    100    ic     62   2
    180   1    0    1  no   1     2      2    100    ic     124  2
    180   1    0    1  no   0     1      2    180    ic     0    2
    180   1    0    1  no   0     1      2    500    ic     0    2
    180   1    0    1  no   0     1      2    0      ic     180  0
    180   1    0    1  no   0     1      3    100    ic     180  0
    180   1    0    1  no   0     1      0    0      cash   190  0
    180   1    0    1  yes  0     1      0    0      cash   100  0
    180   1    0    1  yes  1     2      1    0      cash   200  0
)";

struct Row {
    int adult = 0, unit = 0, fare = 0, pass = 0;
    fw::FareQuery query;
};

bool read(const std::string& line, Row& row)
{
    std::istringstream words(line);
    int from = 0, to = 0, number = 0, heads = 0, pass = 0, amount = 0;
    std::string half, medium;
    if (!(words >> row.adult >> row.unit >> from >> to >> half >> number >> heads >> pass >>
          amount >> medium >> row.fare >> row.pass))
        return false;
    row.query = {0, static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to)};
    row.query.half = half == "yes" ? fw::Half::disabled : fw::Half::no;
    row.query.discount_class = static_cast<std::uint8_t>(number);
    row.query.riders = static_cast<std::uint8_t>(heads);
    row.query.pass = static_cast<std::uint8_t>(pass);
    row.query.pass_amount = static_cast<std::uint16_t>(amount);
    row.query.cash = medium == "cash";
    return true;
}

TEST(Fare, TakesAmountsPassesAndCashByTheirRules)
{
    std::istringstream table(riders);
    int rows = 0;
    Row row;
    for (std::string line; std::getline(table, line);) {
        if (!read(line, row)) continue;
        const fw::FareQuote quote = quote_of(row.adult, row.unit, row.query);
        EXPECT_EQ(quote.fare.count, row.fare) << line;
        EXPECT_EQ(quote.pass, row.pass) << line;
        EXPECT_EQ(quote.rule, row.pass == 1 ? fw::FareRule::pass : fw::FareRule::od) << line;
        ++rows;
    }
    EXPECT_EQ(rows, 17);
}

}  // namespace
