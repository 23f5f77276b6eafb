// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/record/database.h"
#include "sim/report/tap_lengths.h"

// The taps of two result files side by side: one pass over each, a few words kept of every tap.
namespace sim
{

struct TapLine {
    std::uint64_t key = 0;   // device, then sequence
    std::int64_t time = 0;   // orders the taps of a run
    std::uint64_t hash = 0;  // of every column both files have
};

// What one touch took from a rider.
struct Charge {
    std::uint32_t rider = 0, trip = 0;
    std::int32_t yen = 0;  // cancelled: negative
    bool certain = true;   // false: nobody knows whether the card paid
};

struct RunTaps {
    std::vector<TapLine> lines;  // by key and time
    std::vector<Charge> charges;
    TapLengths lengths;
};

// Columns of table `tap` that both files have, in the order of the first.
std::vector<std::string> shared_columns(const Database& a, const Database& b);
// `lengths`: how long everything took is wanted too.
RunTaps read_taps(const Database& run, const std::vector<std::string>& columns, bool lengths);

}  // namespace sim
