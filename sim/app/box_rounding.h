// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/fare.h"
#include "sim/scenario/tariff_day.h"

namespace app
{

// A rounding rule of the tariff in the fare box's own terms.
inline fw::Rounding box_rounding(const sim::RoundingInForce& rule)
{
    switch (rule.mode) {
        case sim::RoundingMode::up:
            return {rule.unit, fw::RoundTo::up};
        case sim::RoundingMode::down:
            return {rule.unit, fw::RoundTo::down};
        case sim::RoundingMode::half_up:
            break;
    }
    return {rule.unit, fw::RoundTo::half_up};
}

}  // namespace app
