// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// The calendar for mother and child judged by date arithmetic of its own, in SQL over the
// schedule's rows (services.md S44, O4): what was sent on which day, when a next dose is due, which
// dates may be entered. A month that is too short for a day ends it on its last one.
namespace sim
{

// Adds findings of dates_right.
void judge_care_dates(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
