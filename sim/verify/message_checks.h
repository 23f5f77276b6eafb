// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/findings.h"
#include "sim/verify/properties.h"

// Holds the messages of a run against the scenario's flows file, if it names one, and the counts
// they carry against the taps.
namespace sim
{

void check_messages(const Database& database, const Scenario& scenario, Findings& findings,
                    SituationCounts& situations);

}  // namespace sim
