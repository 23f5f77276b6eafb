// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

// Sales shown with a My Number Card told once more in SQL: what may not be found in their rows.
namespace sim::card_sale_sql
{

// Run in this order before anything else; make temporary tables. `true_classes` is bound: 1,
// whether birth dates are told.
extern const std::array<const char*, 5> preparations;
extern const char* const true_classes;
extern const char* const dues;

struct Check {
    const char* property;
    const char* sql;  // each row a violation: yen, text
};
extern const std::array<Check, 12> checks;

struct Situation {
    const char* name;
    const char* sql;  // how often it was met
};
extern const std::array<Situation, 5> situations;

}  // namespace sim::card_sale_sql
