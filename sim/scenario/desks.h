// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"

// Places beside the buses that a fault may name: "camera-2", or all "cameras".
namespace sim
{

bool is_desk(const Scenario& scenario, const std::string& where);

}  // namespace sim
