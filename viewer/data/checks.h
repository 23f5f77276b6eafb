// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "viewer/data/result.h"

// What the run was asked to prove, what was proven, and what went wrong on purpose.
namespace view
{

struct Expectation {
    std::string name;   // "hop_time.read.p99"
    std::string limit;  // "<= 40 ms"
    std::string value;  // "31.2 ms", "" = never evaluated
    std::string verdict, broken_by, detail;
    int line = 0;  // of the scenario file
};
std::vector<Expectation> expectations(const Result& result);

struct Property {
    std::string name, kind, verdict;
    std::int64_t checked = 0, violations = 0;
};
std::vector<Property> properties(const Result& result);

struct Finding {
    std::string property, severity, hop, text;
    std::optional<fw::TapKey> tap;
    std::int64_t yen = 0;
};
std::vector<Finding> findings(const Result& result, std::size_t limit);

// Faults that took effect, changes that arrived: a line each.
struct Occurrence {
    std::int64_t t = 0;
    std::string kind, place, text;
};
std::vector<Occurrence> occurrences(const Result& result);

}  // namespace view
