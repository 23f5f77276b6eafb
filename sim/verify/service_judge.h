// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/service_facts.h"

// Calls the oracle of every service that the scenario has.
namespace sim
{

// `complete`: the run came to its end.
ServiceFacts judge_services(Database& database, const Scenario& scenario, bool complete,
                            Findings& findings);

// Properties of services that the scenario does not have are not its to test or to meet.
void leave_out_absent(const Scenario& scenario, std::vector<PropertyResult>& properties);

}  // namespace sim
