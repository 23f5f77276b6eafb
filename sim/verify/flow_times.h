// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/judgement.h"

// Time budgets of flows that are no taps, between the time points U0 to U4 (services.md A.0): exact
// percentiles over every flow of the service that ended as it should and reached both ends.
namespace sim
{

// `wanted.measure` is flow_time.
ExpectationResult judge_flow_time(const Database& database, const Expectation& wanted);

}  // namespace sim
