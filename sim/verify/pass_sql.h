// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the second look at passes of the portal asks the rows, in SQL.
namespace sim::pass_sql
{

extern const char* const preparation;

// Each row is a violation of passes_right: yen it is about, and what to say.
struct Check {
    const char* sql;
};
extern const Check checks[11];

// Each ride of a card with a pass of the portal that a list or the cloud decided: device, sequence,
// pass given, pass its knowledge gave at the touch, and (asked the cloud) at the answer, pass truly
// held.
extern const char* const decisions;

struct Situation {
    const char* name;
    const char* sql;
};
extern const Situation situations[6];

}  // namespace sim::pass_sql
