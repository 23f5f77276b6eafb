// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/tariff.h"

// What a commuter pass over a section costs, from the section's adult fare (transit.md section 3:
// Nagai's and Kan-etsu's pages). Rounded once, at the end.
namespace sim
{

fw::Yen commuter_price(const CommuterPass& pass, fw::Yen fare);

}  // namespace sim
