// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/record/database.h"

// The documented views of a result file, v_tap and so on (sim/record/schema.sql), by what is in the
// file.
namespace sim
{

std::vector<std::string> documented_views(const Database& run);
// Those asked for, in that order, or all of them. Throws ScenarioError for one that does not exist.
std::vector<std::string> chosen_views(const Database& run, const std::vector<std::string>& asked);
// All rows of a view, always in the same order.
std::string view_query(const std::string& view);

}  // namespace sim
