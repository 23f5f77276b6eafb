// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/service_facts.h"

// Calls the oracle of every service that the scenario has.
namespace sim
{

ServiceFacts judge_services(Database& database, const Scenario& scenario, Findings& findings);

}  // namespace sim
