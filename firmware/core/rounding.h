// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/units.h"

// How an operator rounds a part of an amount: to a multiple of its unit, in whole yen.
namespace fw
{

enum class RoundTo : std::uint8_t { up, down, half_up };

struct Rounding {
    Yen unit{1};
    RoundTo mode = RoundTo::up;
};

// amount * numerator / denominator, rounded to the unit.
Yen share_of(Yen amount, std::int64_t numerator, std::int64_t denominator,
             const Rounding& rounding);

}  // namespace fw
