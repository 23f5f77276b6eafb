// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

// The taxi subsidy told once more in SQL: what the rules' rows say of each recorded person and
// ride (services.md A.3 and A.10), and what may not be found in the rows of a run.
namespace sim::taxi_sql
{

// Run in order before anything else; make temporary tables.
extern const std::array<const char*, 4> preparations;

struct Check {
    const char* property;
    const char* sql;  // each row a violation: yen, text
};
extern const std::array<Check, 19> checks;

struct Situation {
    const char* name;
    const char* sql;  // how often it was met
};
// How often each property that must always hold was looked at.
extern const std::array<Situation, 5> occasions;
extern const std::array<Situation, 8> situations;

}  // namespace sim::taxi_sql
