// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/mother_child.h"
#include "sim/verify/service_facts.h"

// What the city holds of a mother or child against what stands in an account (services.md S43,
// S45): all of it, recomputed from the city's own rows (O8), and nobody else's; a place only of who
// is not protected, and nothing after a family has ended it or has moved (O6).
namespace sim
{

// Adds findings of returns_right and children_apart.
void judge_city_returns(Database& database, const MotherChild& service, Findings& findings,
                        ServiceFacts& facts);

}  // namespace sim
