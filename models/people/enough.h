// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "sim/scenario/scenario.h"
#include "sim/scenario/scenario_error.h"

// Who lives in a city is drawn from shares, so a scenario may ask for more people of a kind than
// there are.
namespace model
{

// `who`: "residents can become full members". ScenarioError, at the line of the service.
inline void require_enough(const sim::Scenario& scenario, int line, std::size_t found,
                           std::int64_t wanted, const std::string& who)
{
    if (wanted <= static_cast<std::int64_t>(found)) return;
    throw sim::ScenarioError(scenario.file, line, 0,
                             "only " + std::to_string(found) + " " + who + ", " +
                                 std::to_string(wanted) + " are asked for");
}

}  // namespace model
