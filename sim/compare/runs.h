// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/compare/divergence.h"
#include "sim/compare/fares.h"

// Two result files, fact by fact; A is the older one.
namespace sim
{

struct Named {  // a fact of both runs that may differ: seed, build, a setting, ...
    std::string name, before, after;
};

struct BudgetPair {
    std::string name, unit;  // ns | yen | count
    std::optional<std::int64_t> limit_before, limit_after;
    std::optional<std::int64_t> before, after;  // none: not evaluated, or not asked for
    std::string verdict_before, verdict_after;
};

struct PropertyPair {
    std::string name, before, after;  // states, "" = unknown to that build
    std::int64_t violations_before = 0, violations_after = 0;
};

struct PostingPair {
    std::string kind;
    std::int64_t times_before = 0, times_after = 0, yen_before = 0, yen_after = 0;
};

struct RunDiff {
    std::string file_before, file_after;
    std::vector<Named> facts;     // all that are compared, equal ones too
    std::vector<Named> settings;  // only those that differ
    bool same_people = false;     // same scenario, seed and day: a ride is the same ride in both
    std::vector<BudgetPair> budgets;
    std::vector<PropertyPair> properties;
    std::vector<PostingPair> postings;
    std::int64_t taps_before = 0, taps_after = 0;
    std::optional<Divergence> divergence;
    FareChanges fares;  // empty unless same_people

    const Named& fact(const std::string& name) const;
    bool same() const;  // but for build and file names
};

// The differences; the taps are handed out for the gate, with their `lengths`
// if it wants them. A file that is missing or no result of
// tapbench is a ScenarioError.
struct Compared {
    RunDiff diff;
    RunTaps before, after;
};
Compared compare_runs(const std::string& before, const std::string& after, bool lengths);

int rank_of_verdict(const std::string& verdict);  // pass 0 .. error 4, unknown 5

}  // namespace sim
