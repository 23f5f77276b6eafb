// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/record/database.h"
#include "sim/report/tap_lengths.h"

// The taps of two result files side by side: one pass over each, a few words kept of every tap.
namespace app
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
    sim::TapLengths lengths;
};

// Columns of table `tap` that both files have, in the order of the first.
std::vector<std::string> shared_columns(const sim::Database& a, const sim::Database& b);
// `lengths`: how long everything took is wanted too.
RunTaps read_taps(const sim::Database& run, const std::vector<std::string>& columns, bool lengths);

// The first tap, by time, that is not the same in both; the column is the first that differs.
struct Divergence {
    std::string tap;     // "12-345"
    std::int64_t t = 0;  // nanoseconds since midnight
    std::string column;  // "" when only one run has this tap
    std::string before, after;
    std::int64_t differing = 0;  // how many taps differ at all
};
std::optional<Divergence> first_divergence(const sim::Database& a, const sim::Database& b,
                                           const std::vector<std::string>& columns,
                                           const RunTaps& before, const RunTaps& after);

// A ride - one rider on one trip - that cost something else.
struct ChangedFare {
    std::uint32_t rider = 0, trip = 0;
    std::int64_t before = 0, after = 0;  // yen
};
struct FareChanges {
    std::int64_t rides = 0;     // that were charged in either run
    std::int64_t count = 0;     // of those, changed
    std::int64_t sum = 0;       // after less before
    std::int64_t absolute = 0;  // sum without sign
    std::vector<ChangedFare> first;
};
FareChanges changed_fares(RunTaps& before, RunTaps& after);  // sorts their charges

}  // namespace app
