// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/compare/taps.h"

// What the same rides cost in two runs of the same people.
namespace sim
{

// A ride - one rider on one trip - that cost something else.
struct ChangedFare {
    std::uint32_t rider = 0, trip = 0;
    std::int64_t before = 0, after = 0;  // yen
};
struct FareChanges {
    std::int64_t rides = 0;     // that were charged in either run
    std::int64_t count = 0;     // of those, changed
    std::int64_t sum = 0;       // after less before
    std::int64_t absolute = 0;  // sum without sign
    std::vector<ChangedFare> first;
};
FareChanges changed_fares(RunTaps& before, RunTaps& after);  // sorts their charges

}  // namespace sim
