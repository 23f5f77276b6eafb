// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Emergency data judged from the rows alone (services.md S47, P11): what was told is the fixed set
// and nothing else, to a role that may and to the crew on the call; each request is in the log, and
// each opening was reported to the person afterwards.
namespace sim
{

// Adds findings of emergency_set_kept and emergency_reported.
void judge_emergency_calls(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
