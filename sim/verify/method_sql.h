// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"

// The methods that are enough for an amount (services.md O5, A.10 6 and 7), told once more in SQL
// over the recorded bands: for shops (S12) and for the city's ID (S29 to S32) alike.
namespace sim
{

struct MethodTables {
    const char* into;   // the table that is made: item, method, enough (0 = stronger than needed)
    const char* items;  // SELECT of item, service, amount
    const char* bands;  // SELECT of service, position, from_yen, to_yen, method
    const char* law;    // table of one row with `boundary` and `stronger`
};

void make_accepted_methods(Database& database, const MethodTables& tables);

}  // namespace sim
