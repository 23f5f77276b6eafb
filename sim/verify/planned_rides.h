// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/findings.h"

// The oracle of the planners' file of rides by class (services.md S14, O8 and P6): its rows are
// read from the bytes that were exported, and counted again from the taps. A row that is wrong,
// missing, or of fewer cards than k is a finding of `export_right`.
namespace sim
{

// Rows that are in the file or should be.
std::int64_t check_planned_rides(const Database& database, Findings& findings);

}  // namespace sim
