// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/core/units.h"

// The speed a tap simulation without any engine, bytes, cryptography, record or proof could have:
// one binary heap of events in plain C++, the yardstick of `tapbench bench`. Its city is fixed:
// 300 buses with one reader each, two trips of 40 stops 90 s apart, every tap in a 20 s dwell.
// Six exchanges a tap, each in six timed phases, about 41 events a tap. All durations *assumed*,
// chosen for a median of 120 ms and a 99th percentile of 225 ms.
namespace sim
{

struct FloorResult {
    std::uint64_t taps = 0;
    std::uint64_t events = 0;
    std::int64_t fare_yen = 0;
    fw::Nanos latency_sum{};           // from the card's arrival to the end of its tap
    fw::Nanos cloud_sum{};             // from the end of a tap to the cloud's reply
    std::vector<fw::Nanos> latencies;  // in the order in which taps ended
};

// The same result for the same number of riders, 1 to 2,000,000,000, on every machine.
FloorResult run_floor(std::uint64_t riders);

}  // namespace sim
