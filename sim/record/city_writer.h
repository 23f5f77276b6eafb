// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/record/recorder.h"

// Writes the run's head and the city's names, trips and raw fare rules: everything the result file
// says before the first tap.
namespace sim
{

void write_city(Database& database, const CityRows& city, const RunFacts& facts);

}  // namespace sim
