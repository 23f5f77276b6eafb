// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/clinics.h"
#include "sim/verify/service_facts.h"

// Receptions of clinics judged from who truly came with whose card and what insurers truly had
// entered (services.md S46): the right person (O5), each patient once and none lost (O3), the
// insurance as it was when it was asked for, or marked as unchecked (O9), and queues in which
// nobody waits while a terminal is free or is overtaken (O7), worked out again from arrivals.
namespace sim
{

// Adds findings of reception_person_right, reception_once, insurance_right and queue_right.
void judge_clinic_receptions(Database& database, const Clinics& declared, Findings& findings,
                             ServiceFacts& facts);

}  // namespace sim
