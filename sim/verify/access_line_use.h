// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/access_line.h"
#include "sim/verify/findings.h"
#include "sim/verify/service_judge.h"

// The access line of the data centre computed once more, in SQL: when each message had to be
// through, given all that was handed over before it.
namespace sim
{

void judge_access_line(Database& database, const AccessLine& line, Findings& findings,
                       ServiceFacts& facts);

}  // namespace sim
