// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/verify/sql_checks.h"

// What the second look at consultations online asks the rows, in SQL.
namespace sim::online_sql
{

extern const char* const preparations[6];
extern const SqlCheck checks[26];
extern const SqlSituation situations[14];

}  // namespace sim::online_sql
