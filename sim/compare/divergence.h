// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/compare/taps.h"

// Where two runs begin to part.
namespace sim
{

// The first tap, by time, that is not the same in both; the column is the first that differs.
struct Divergence {
    std::string tap;     // "12-345"
    std::int64_t t = 0;  // nanoseconds since midnight
    std::string column;  // "" when only one run has this tap
    std::string before, after;
    std::int64_t differing = 0;  // how many taps differ at all
};
std::optional<Divergence> first_divergence(const Database& a, const Database& b,
                                           const std::vector<std::string>& columns,
                                           const RunTaps& before, const RunTaps& after);

}  // namespace sim
