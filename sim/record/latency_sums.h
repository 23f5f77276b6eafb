// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <unordered_map>

#include "firmware/core/tap_event.h"
#include "sim/record/latency_bins.h"
#include "sim/record/slowest_taps.h"

// How long the taps of a run took, added up: the rows of latency_histogram, latency_device and
// slow_tap (schema.sql). Times are nanoseconds.
namespace sim
{

constexpr std::size_t latency_hops = 11;  // 1..9 poll..visible, 10 tap time, 11 hold time

// How long a reader waits for a card that was pulled away is the rider's doing, not the box's:
// neither sums nor budgets count it.
bool card_stayed(fw::TapVerdict verdict);

struct LatencyRow {
    std::int64_t operator_index = 0, hop = 0;
    LatencyBin bin;
};

struct DeviceLatencyRow {
    std::int64_t device = 0, taps = 0, p50 = 0, p99 = 0, longest = 0;
};

struct SlowTapRow {
    std::int64_t hop = 0, rank = 0;
    SlowTap tap;
};

class LatencySums
{
public:
    void count(const std::int64_t* tap);  // the cells of one row of table tap

    std::vector<LatencyRow> histogram() const;      // by operator, hop, length
    std::vector<DeviceLatencyRow> devices() const;  // by device
    std::vector<SlowTapRow> slowest() const;        // by hop, rank

private:
    struct Device {
        LatencyBins bins;
        std::int64_t longest = 0;
    };

    std::map<std::int64_t, std::array<LatencyBins, latency_hops>> operators_;
    std::unordered_map<std::int64_t, Device> devices_;
    std::array<SlowestTaps, latency_hops> slowest_;
};

}  // namespace sim
