// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/core/units.h"

// The shops of a run that take part, and their sales of the window. Both are invented.
namespace sim
{

struct Shops {
    int count = 1;  // one phone each: "shop-1", "shop-2", ...
    std::int64_t sales = 0;
    std::int32_t walk_in_ppm = 300000;  // sales to customers who do not ride in this run, assumed
    fw::Yen amount_from{100}, amount_to{3000};  // on the till, uniform, assumed
    fw::Nanos walk_from{180'000'000'000};       // from the stop to the counter, assumed
    fw::Nanos walk_to{2'400'000'000'000};
    std::int32_t returns_ppm = 0;         // sales cancelled at once at the counter, assumed
    std::int32_t returned_again_ppm = 0;  // of those: the key is pressed once more, assumed
    int line = 0;
};

}  // namespace sim
