// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"

// The second computation of every fare, in SQL, from the raw fare rows and tariff rules in the
// result file. It shares no code with firmware/core/fare, no compiled table, no rounding routine.
// Assumed where the tariff is silent: of equally specific rows of a feed the lowest cash price
// wins; companions ride at the card holder's price; a flat child fare is for children, not for
// disabled riders, and the same in cash; cash knows no discount classes; an amount taken off is
// taken before rounding.
namespace sim
{

// Fills fare_od for every pattern driven that day, fare_reduction for every route, both for each
// edition of the tariff, and, when cards hold passes, fare_holder and fare_pass.
void build_fares(Database& database);

}  // namespace sim
