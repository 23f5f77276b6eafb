// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/record/database.h"
#include "sim/verify/findings.h"

// Oracles that are queries over the rows of a run: what may not be found there, and what was met.
namespace sim
{

struct SqlCheck {
    const char* property;
    const char* sql;  // each row a violation: yen it is about, and what to say
};

struct SqlSituation {
    const char* name;
    const char* sql;  // how often it was met
};

// Each row of the check's query becomes a finding.
void find_violations(const Database& database, const SqlCheck& check, Findings& findings);

// The first column of every row, ns.
std::vector<std::int64_t> lengths_of(const Database& database, const char* sql);

}  // namespace sim
