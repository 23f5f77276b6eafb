// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/verify/sql_checks.h"

// What the second look at passes of the portal asks the rows, in SQL.
namespace sim::pass_sql
{

extern const char* const preparation;

// Of passes_right: each row a violation, yen it is about and what to say.
extern const char* const checks[11];

// Each ride of a card with a pass of the portal that a list or the cloud decided: device, sequence,
// pass given, pass its knowledge gave at the touch, and (asked the cloud) at the answer, pass truly
// held.
extern const char* const decisions;

extern const SqlSituation situations[7];

}  // namespace sim::pass_sql
