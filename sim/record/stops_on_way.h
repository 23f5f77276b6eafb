// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/feed/timetable.h"

// Where a bus stands on its way when it stands at a stop: a point of the way for each stop, never
// before that of the stop before, so that all together are as near to their stops as can be. So a
// loop's last stop is found at its end, and a street that is driven twice in the right order.
namespace sim
{

// The way has at least one point.
std::vector<std::uint32_t> stops_on_way(const FeedShape& way, const std::vector<FeedPoint>& stops);

}  // namespace sim
