// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/school_watch.h"
#include "sim/verify/service_facts.h"

// Cameras on the way to school, judged from who truly passed, agreed and is protected (services.md
// S38): an event is shown to nobody but the guardian of that child and whom the guardian let have
// it, and never after that ended (O6, P9); nothing of a protected child reaches who it is hidden
// from, and no place reaches anybody (P8); what is told is what a camera recognised or the roll
// lacked, all of it and once; and faces are mistaken no more often than declared.
namespace sim
{

// Adds findings of watch_receivers, watch_hidden, watch_told_right, watch_told_once,
// absences_right and watch_rates_as_declared.
void judge_school_watch(Database& database, const SchoolWatch& declared, Findings& findings,
                        ServiceFacts& facts);

}  // namespace sim
