// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/record/database.h"

// How long everything took in one recorded run, tap by tap: hops 1..9, the tap time (T1-T6) and the
// hold time (T0-T5). What happens at the card counts only taps whose card stayed, as the budgets do
// (sim/verify/budgets.h). Lengths are nanoseconds.
namespace sim
{

constexpr std::size_t length_kinds = 11;
constexpr std::size_t tap_time_kind = 9, hold_time_kind = 10;
std::string length_name(std::size_t kind);  // "poll" .. "visible", "tap time", "hold time"

struct TapLengths {
    std::array<std::vector<std::int64_t>, length_kinds> of;
};
// Adds one tap's time points, relative to T0, -1 = never reached.
void add_lengths(TapLengths& lengths, int verdict, const std::array<std::int64_t, 10>& t);
TapLengths read_lengths(const Database& database);

// Exact percentiles, nearest rank.
struct Spread {
    std::int64_t taps = 0, p50 = 0, p90 = 0, p99 = 0, max = 0;
};
Spread spread_of(std::vector<std::int64_t>& lengths);  // reorders them
std::int64_t percentile(std::vector<std::int64_t>& lengths, std::size_t per_mille);  // not empty

std::string short_time(std::int64_t ns);  // "187.4 ms", "5.21 s", "0.9 ms"

}  // namespace sim
