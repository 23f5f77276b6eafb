// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/export/table.h"

// Rides with the riders' classes, for those who plan routes from evidence (services.md, S14: light
// members' rides carry their class as well). One row an hour of the ride's end, route,
// stop it began at, stop it ended at and class, with the number of rides; no card and no person. A
// row is there only when at least k different cards are behind it, and its number is rounded to a
// multiple of k (sim/export/small_cells.h).
namespace sim
{

extern const Table ebpm_rides_by_class;

}  // namespace sim
