// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/health.h"
#include "sim/verify/service_facts.h"

// Which calls the national portal had to refuse, from the recorded messages alone (services.md
// S53): every one in its hours of maintenance, and in each minute those beyond its limit, in the
// order it answered; and no other. So what its data is old by is what limits, batches and delay
// declare (O9).
namespace sim
{

// Adds findings of portal_limits_kept.
void judge_portal_limits(Database& database, const RecordPortal& portal, Findings& findings,
                         ServiceFacts& facts);

}  // namespace sim
