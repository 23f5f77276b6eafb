// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Taxis on demand judged from the rows alone: what each ride had to cost from areas, tariff and the
// links at the touch (O1), who could be taken at all, seats; and that each request ended once and
// each ride was booked once (O3).
namespace sim
{

// Adds findings of demand_fare_right and demand_once.
void judge_demand_rides(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
