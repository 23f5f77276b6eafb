// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// The city's ID judged from the rows alone: accepted exactly when the set of methods for service
// and amount says so, with every factor captured in order, within the window and of one person,
// from a phone that may keep keys, and no more impostors than the declared rates allow (services.md
// O5); no decision on certificates that were over, and none on an answer older than declared (O9).
namespace sim
{

// Adds findings of tiers_right and id_fresh.
void judge_city_ids(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
