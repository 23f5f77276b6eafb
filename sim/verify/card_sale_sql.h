// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sim/verify/method_sql.h"
#include "sim/verify/sql_checks.h"

// Sales shown with a My Number Card told once more in SQL: what may not be found in their rows.
namespace sim::card_sale_sql
{

// Run in this order before anything else; make temporary tables. `true_classes` is bound: 1,
// whether birth dates are told.
extern const char* const law_table;
extern const MethodTables methods;
extern const std::array<const char*, 3> preparations;
extern const char* const true_classes;
extern const char* const dues;

extern const std::array<SqlCheck, 12> checks;

extern const std::array<SqlSituation, 5> situations;

}  // namespace sim::card_sale_sql
