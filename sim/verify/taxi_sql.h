// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sim/verify/sql_checks.h"

// The taxi subsidy told once more in SQL: what the rules' rows say of each recorded person and
// ride (services.md A.3 and A.10), and what may not be found in the rows of a run.
namespace sim::taxi_sql
{

// Run in order before anything else; make temporary tables.
extern const std::array<const char*, 4> preparations;

extern const std::array<SqlCheck, 19> checks;

// How often each property that must always hold was looked at.
extern const std::array<SqlSituation, 5> occasions;
extern const std::array<SqlSituation, 8> situations;

}  // namespace sim::taxi_sql
