// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/record/database.h"

// The second computation of every fare, in SQL, from the raw fare rows and tariff rules in the
// result file. It shares no code with firmware/core/fare, no compiled table, no rounding routine.
// Assumed where the tariff is silent: equally specific rows give the lowest price; companions ride
// at the card holder's price; a flat child fare is for children, not for disabled riders.
namespace sim
{

// Fills fare_od for every pattern driven that day and fare_reduction for every route.
void build_fares(Database& database);

// SQL expression for the due amount of a tap row `t` joined as below; NULL = no rule prices it.
extern const char* const due_expression;
// Joins fare_od f and fare_reduction r to tap t; `board` is the SQL of the boarding position.
std::string due_joins(const std::string& board);

}  // namespace sim
