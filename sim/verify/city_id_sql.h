// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sim/verify/method_sql.h"
#include "sim/verify/sql_checks.h"

// Proofs with the city's ID told once more in SQL: what may not be found in their rows.
namespace sim::city_id_sql
{

// Run before anything else, then `methods`, then the tables that need both.
extern const char* const law_table;
extern const MethodTables methods;
extern const std::array<const char*, 6> preparations;

extern const std::array<SqlCheck, 17> tier_checks;  // O5
extern const std::array<SqlCheck, 6> fresh_checks;  // O9

}  // namespace sim::city_id_sql
