// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/core/rounding.h"

// What a sale in a shop costs: the amount on the till less what the shops grant the customer, in
// whole yen. The documents name whom they grant it to and no amounts (services.md S09, S10): all
// figures come from the tariff file, as the fares of a ride do.
namespace fw
{

constexpr std::size_t discount_classes = 8;

struct SaleRules {
    std::uint16_t operator_id = 0;  // under which clearing pays the shops
    Rounding rounding;              // of every discounted amount, after each step
    std::array<std::int32_t, discount_classes> discount_ppm{};  // [0] is "no class"
    std::int32_t pass_ppm = 0;  // for holders of a valid pass, whichever
    bool best_of = true;        // the greater of the two; otherwise both, class first
};

// A till that shows more, or nothing, has been keyed in wrongly: no purse holds more.
constexpr Yen least_sale{1};
constexpr Yen greatest_sale{20'000};

Yen sale_price(const SaleRules& rules, Yen amount, std::uint8_t discount_class, bool has_pass);

}  // namespace fw
