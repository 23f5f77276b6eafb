// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/sale.h"

#include <algorithm>

namespace fw
{

namespace
{

constexpr std::int64_t whole_ppm = 1'000'000;

Yen less(const SaleRules& rules, Yen amount, std::int32_t off_ppm)
{
    return off_ppm == 0 ? amount : share_of(amount, whole_ppm - off_ppm, whole_ppm, rules.rounding);
}

}  // namespace

Yen sale_price(const SaleRules& rules, Yen amount, std::uint8_t discount_class, bool has_pass)
{
    const std::int32_t of_class =
        discount_class < discount_classes ? rules.discount_ppm[discount_class] : 0;
    const std::int32_t of_pass = has_pass ? rules.pass_ppm : 0;
    if (rules.best_of) return less(rules, amount, std::max(of_class, of_pass));
    return less(rules, less(rules, amount, of_class), of_pass);
}

}  // namespace fw
