// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"

// Writes the tariff as its file gave it, rule by rule with source, status and line: what the fare
// oracle computes from. Rules are numbered from 1 in file order, operators from 0.
namespace sim
{

void write_tariff(Database& database, const Scenario& scenario);

}  // namespace sim
