// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/commuter_price.h"

namespace sim
{

namespace
{

__extension__ using Wide = __int128;  // yen times two shares in millionths
constexpr Wide whole = 1'000'000;

}  // namespace

fw::Yen commuter_price(const CommuterPass& pass, fw::Yen fare)
{
    Wide price = Wide{fare.count} * pass.rides_a_month * (whole - pass.off_ppm);
    Wide scale = whole;
    if (pass.months > 1) {
        price *= pass.months * (whole - pass.long_off_ppm);
        scale *= whole;
    }
    scale *= pass.unit.count;
    return {static_cast<std::int32_t>((2 * price + scale) / (2 * scale) * pass.unit.count)};
}

}  // namespace sim
