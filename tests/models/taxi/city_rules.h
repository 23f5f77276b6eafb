// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/taxi.h"

// The rules of the city's slides, as tests need them: written down here once more, not loaded.
namespace model
{

inline sim::TaxiSubsidy city_rules()
{
    sim::TaxiSubsidy rules;
    const auto add = [&rules](const char* id, int age, const char* licence, const char* condition) {
        rules.eligible.push_back({id, age, licence, condition, "slides", false});
    };
    add("age_75", 75, "", "");
    add("age_65_without_licence", 65, "none", "");
    add("licence_returned", 0, "returned", "");
    for (const char* condition : {"disabled", "care", "illness", "pregnant"})
        add(condition, 0, "", condition);
    return rules;
}

}  // namespace model
