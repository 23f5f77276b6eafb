// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/core/units.h"

// The data-linkage platform of a scenario (services.md, S15): what the shared cloud tells it about
// rides, how often, and from how many people on. All values are *assumed*.
namespace sim
{

struct Platform {
    fw::Nanos period{900'000'000'000};     // length of a cell and time between two publications
    fw::Nanos delay{300'000'000'000};      // from a period's end to its publication
    fw::Nanos closing{3'600'000'000'000};  // publications go on so long after the window
    fw::Nanos patience{2'000'000'000};     // for an answer, before a cell is sent again
    std::int64_t k = 5;                    // a cell of fewer people is not told
};

}  // namespace sim
