// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Registrations for mother and child judged from the rows alone (services.md S43): the ten steps in
// their order, one account for a woman or none with a reason, started by her phone alone, and a
// card that counted wrong passwords down (O7).
namespace sim
{

// Adds findings of registration_right.
void judge_mother_registrations(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
