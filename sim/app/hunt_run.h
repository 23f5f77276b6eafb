// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/scenario.h"
#include "sim/verify/judgement.h"

// One drawn scenario from its file to what it broke. Budgets do not count: under faults a tap may
// take its time, but every invariant holds.
namespace app
{

// What is wrong, without the numbers that change from seed to seed; two runs with the same
// signature have met the same bug.
struct HuntFinding {
    std::string signature;  // "exactly_once: card # paid tap #-# twice"
    std::string text;       // as the judge told it
};

struct HuntOutcome {
    std::string digest;
    std::int64_t taps = 0;
    bool died = false;                               // the bench itself failed
    std::vector<HuntFinding> findings;               // one per signature
    std::map<std::string, std::int64_t> situations;  // `sometimes` properties: times met
    std::map<std::string, std::int64_t> checked;     // `always` properties: occasions

    bool has(const std::string& signature) const;
};

// The hunt's own invariant, beside those of the judge; as a scenario's expectation it is stricter.
inline constexpr char unconfirmed_left[] = "unconfirmed_left";

std::string signature_of(const std::string& property, const std::string& text);

HuntOutcome outcome_of(const sim::Judgement& judgement);
HuntOutcome outcome_of_dead(const std::string& text);

// Writes the scenario to FOLDER/NAME.yaml, runs it, judges it into FOLDER/NAME.db; once a process.
HuntOutcome hunt_run(const sim::Scenario& scenario, const std::string& folder,
                     const std::string& name);

// To and from the text that a child process hands back.
std::string to_text(const HuntOutcome& outcome);
HuntOutcome from_text(const std::string& text);

}  // namespace app
