// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// How often something that happens at a declared rate may have happened by chance.
namespace sim
{

// The least number that no more than `often` of all runs exceed, of `trials` at `share` each
// (binomial, added up in plain IEEE arithmetic).
std::int64_t most_by_chance(std::int64_t trials, double share, double often = 1e-6);

}  // namespace sim
