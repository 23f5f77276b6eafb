// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/verify/findings.h"

// What the oracles of services hand to the judge, one after the other.
namespace sim
{

// The value of a count or sum, and how many occasions it was checked at.
struct Counted {
    std::int64_t value = 0;
    std::int64_t checked = 0;
};

struct ServiceFacts {
    std::map<std::string, Counted> counts;                     // by measure
    std::map<std::string, std::vector<std::int64_t>> lengths;  // by measure, ns
    // By measure; what is meant is how far apart the groups are.
    std::map<std::string, std::vector<std::vector<std::int64_t>>> groups;
    std::vector<PropertyResult> properties;
    std::vector<TriedService> tried;
};

// A property that must hold, held against what was found; and a situation to be met.
PropertyResult always(const char* name, std::int64_t checked, const Findings& findings);
PropertyResult sometimes(const char* name, std::int64_t count);

}  // namespace sim
