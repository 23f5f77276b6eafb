// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Every way to a shelter computed again from the recorded streets (services.md S58): from what was
// known at the moment of the answer - streets closed, places counted - no open shelter with room is
// nearer, and the way told is open and as long as it says (O8); what was known is the office's own
// moment or the newest map of that phone (O9); each search has one place counted (O3). Distances
// are relaxed street by street, not searched from the nearest.
namespace sim
{

// Adds findings of ways_shortest, ways_known and places_once.
void judge_shelter_ways(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
