// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"

// Places beside the buses that a fault may name: "camera-2", or all "cameras".
namespace sim
{

bool is_desk(const Scenario& scenario, const std::string& where);

// What this scenario has of them: "cameras", "camera-1", "camera-2".
std::vector<std::string> desk_places(const Scenario& scenario);

}  // namespace sim
