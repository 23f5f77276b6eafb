// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// Who comes to the support counter when and for what (services.md S54, S51). Drawn beforehand:
// procedures that read the card draw from its holders, the others from who has none yet.
namespace model
{

struct CounterVisit {
    fw::Nanos at{};
    std::uint32_t resident = 0;
    std::size_t procedure = 0;  // into the scenario's
    bool incomplete = false;    // papers are missing
};

// By time. ScenarioError when too few people of a kind live there.
std::vector<CounterVisit> draw_counter_visits(const sim::Scenario& scenario,
                                              const std::vector<Resident>& residents,
                                              const std::vector<Attempt>& attempts = {});

}  // namespace model
