// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/core/units.h"

// Drives the kernel from the first event to the last in slices of simulated time, so that a caller
// can show progress and stop early.
namespace sim
{

// After each slice `go_on(now)` is asked; false ends the run. Returns true when every event was
// simulated.
bool run_to_end(fw::Nanos slice, const std::function<bool(fw::Nanos now)>& go_on);

}  // namespace sim
