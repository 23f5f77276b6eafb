// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Every queue of the support counter worked out again from arrivals, windows and hours
// (services.md S54, O7): numbers by arrival for each procedure, called in that order within the
// hours, one person a window, no window idle while somebody waits whom it serves, and whoever has
// waited longest first. The day without the added procedures is held to the same, with the people
// and the times of the real one. Who was served has filed once (O3).
namespace sim
{

// Adds findings of queue_right and applications_once.
void judge_counter_queues(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
