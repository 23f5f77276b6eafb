// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/pass_sales.h"
#include "sim/verify/service_facts.h"

// Passes shown to the driver instead of a touch (services.md S17, O1), from recorded rows. Property
// shown_right: a rider let in pays what a touch would have taken, nothing, and touches nowhere on
// the trip; one turned down touches; and drivers err no more often than declared (the bound is the
// number the rates exceed once in a million runs). A pass let in that does not hold is the driver's
// error: its full fare is counted as lost.
namespace sim
{

void judge_shown_passes(const Database& database, const ShownPasses& declared, Findings& findings,
                        ServiceFacts& facts);

}  // namespace sim
