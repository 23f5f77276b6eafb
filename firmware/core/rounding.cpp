// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/rounding.h"

namespace fw
{

Yen share_of(Yen amount, std::int64_t numerator, std::int64_t denominator, const Rounding& rounding)
{
    const std::int64_t unit = rounding.unit.count * denominator;
    const std::int64_t exact = amount.count * numerator;
    std::int64_t units = exact / unit;
    const std::int64_t rest = exact % unit;
    if (rounding.mode == RoundTo::up && rest > 0) ++units;
    if (rounding.mode == RoundTo::half_up && 2 * rest >= unit) ++units;
    return {static_cast<std::int32_t>(units * rounding.unit.count)};
}

}  // namespace fw
