// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Looks at health data in shelters, held against what everybody's data truly was (services.md S65,
// O6, P11): no more than the fixed set of the person who stands there, to a medic on duty, while
// the shelter is open and not too often; the newest that the register, or the tablet by its last
// fetch, can have had; and each request logged once and told to the person.
namespace sim
{

// Adds findings of aid_set_kept, aid_newest and aid_reported.
void judge_first_aid_looks(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
