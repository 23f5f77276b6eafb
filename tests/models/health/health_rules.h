// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/health.h"

// Three items and a few rules, for tests of health mileage.
inline sim::HealthItems three_items()
{
    sim::HealthItems items;
    items.items = {
        {"steps", "55423-8", "steps", "Observation", sim::ItemSource::wearable, 0, 5000, 4},
        {"systolic", "8480-6", "mmHg", "Observation", sim::ItemSource::phone, 90, 180, 1},
        {"waist", "8280-0", "mm", "Observation", sim::ItemSource::checkup, 600, 1200, 1}};
    return items;
}

inline sim::HealthRules few_rules()
{
    sim::HealthRules rules;
    rules.mileage = {{"some", "steps", sim::DayValue::sum, 6000, 5, {}},
                     {"many", "steps", sim::DayValue::sum, 8000, 5, {}},
                     {"taken", "systolic", sim::DayValue::count, 2, 3, {}},
                     {"calm", "systolic", sim::DayValue::latest, 100, 2, {}}};
    rules.daily_cap = 12;
    rules.advice = {{"high", "systolic", 140, 300, "see_a_doctor", {}},
                    {"raised", "systolic", 130, 300, "less_salt", {}}};
    rules.roles = {{"office", "here", {}, {"steps", "systolic"}},
                   {"upper", "here", {"upper"}, {"steps"}}};
    rules.k = 2;
    return rules;
}
