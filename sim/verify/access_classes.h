// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Services under limits of body, means and place (services.md S41), from recorded rows alone: how
// often each class of residents came through and how long it took; that nobody pays otherwise for
// being in a class (O1); and that whoever cannot link on a phone has the counter (O4).
namespace sim
{

// Adds findings of access_pays_same and access_ways_open.
void judge_access_classes(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
