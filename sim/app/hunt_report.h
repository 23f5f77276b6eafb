// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/app/hunt_campaign.h"

// A hunt for people and programs: what was drawn, what was met, what was found.
namespace app
{

// A word drawn less often than this has not been hunted with.
constexpr std::uint64_t least_draws = 5;

// Words drawn too seldom and situations never met; empty when the hunt was wide enough.
std::vector<std::string> blind_spots(const HuntSum& sum);

std::string hunt_text(const HuntSum& sum);
std::string hunt_json(const HuntSum& sum, const std::string& repeat);

}  // namespace app
