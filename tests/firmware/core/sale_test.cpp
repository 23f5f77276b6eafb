// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/sale.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace
{

// class ppm, pass ppm, best of or both, unit, mode, amount, class, pass -> price
constexpr const char* table = R"(
50000  100000 best 1  down    1000 0 no  1000
50000  100000 best 1  down    1000 1 no  950
50000  100000 best 1  down    1000 1 yes 900
150000 100000 best 1  down    1000 1 yes 850
50000  100000 both 1  down    1000 1 yes 855
50000  100000 both 1  down    999  1 yes 854
50000  100000 both 10 up      999  1 yes 860
50000  100000 both 1  half_up 999  1 yes 854
50000  100000 best 1  down    1    1 no  0
50000  100000 best 1  up      1    1 no  1
50000  0      best 1  down    999  1 yes 949
75000  0      best 1  half_up 20   1 no  19
50000  100000 best 1  down    20000 9 no 20000
)";

TEST(Sale, CostsTheAmountLessWhatTheShopGrants)
{
    std::istringstream rows(table);
    fw::SaleRules rules;
    std::string together, mode, pass;
    int amount = 0, discount_class = 0, price = 0;
    while (rows >> rules.discount_ppm[1] >> rules.pass_ppm >> together >>
           rules.rounding.unit.count >> mode >> amount >> discount_class >> pass >> price) {
        rules.best_of = together == "best";
        rules.rounding.mode = mode == "up"     ? fw::RoundTo::up
                              : mode == "down" ? fw::RoundTo::down
                                               : fw::RoundTo::half_up;
        EXPECT_EQ(fw::sale_price(rules, {amount}, static_cast<std::uint8_t>(discount_class),
                                 pass == "yes"),
                  fw::Yen{price})
            << amount << " yen, class " << discount_class << ", pass " << pass << ", " << together
            << " " << mode;
    }
    EXPECT_EQ(price, 20000);  // the table was read to its end
}

}  // namespace
