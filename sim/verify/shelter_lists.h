// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Evacuees counted again from what truly happened at the receptions (services.md S50): everybody is
// in one shelter, where they were received last (O3); each list that the city's staff read is what
// the register had booked by then, and the last one is the truth (O8); of who is protected nobody
// was told (P8).
namespace sim
{

// Adds findings of evacuee_once, evacuee_list_right and protection_kept.
void judge_shelter_lists(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
