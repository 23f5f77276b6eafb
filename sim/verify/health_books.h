// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Health mileage judged from the rows alone, in SQL: each reading that a device or clinic made is
// kept once, in its newest version and for the right person (O3); points and dashboards equal what
// the raw readings and the rules' rows give (O8), each role sees its own rows and no small cell;
// lent wearables carry nothing of one person to the next; advice follows from the newest values.
namespace sim
{

// Adds findings of readings_once, mileage_right, dashboard_right, device_clean and advice_right.
void judge_health(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
