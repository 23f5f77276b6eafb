// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sim/scenario/scenario.h"

// Makes a failing scenario as small as it still fails: fewer faults, fewer riders, a shorter
// window, shorter faults, no special settings. Greedy: takes the first smaller one that fails, and
// begins again, until none does or the patience is over.
namespace app
{

struct Shrunk {
    sim::Scenario scenario;
    std::size_t tries = 0;
};

// The number of the first of these scenarios that fails in the same way.
using FirstFailing =
    std::function<std::optional<std::size_t>(const std::vector<sim::Scenario>& candidates)>;

Shrunk shrink(const sim::Scenario& failing, const FirstFailing& first_failing,
              std::size_t most_tries);

}  // namespace app
