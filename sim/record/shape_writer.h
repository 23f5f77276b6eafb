// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/city_rows.h"
#include "sim/record/database.h"

// Writes the ways that the run's buses take on the map, and where on them their stops lie.
namespace sim
{

void write_shapes(Database& database, const CityRows& city);

}  // namespace sim
