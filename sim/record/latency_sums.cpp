// SPDX-License-Identifier: Apache-2.0
#include "sim/record/latency_sums.h"

#include <algorithm>

#include "firmware/core/tap_event.h"
#include "sim/record/row_cells.h"

namespace sim
{

namespace
{

// Time points at which each length begins and ends.
struct Ends {
    std::size_t from, to;
};
constexpr std::array<Ends, latency_hops> ends{
    {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 8}, {8, 9}, {1, 6}, {0, 5}}};
constexpr std::size_t feedback_given = 6, tap_time = 9;

}  // namespace

bool card_stayed(fw::TapVerdict verdict)
{
    return verdict != fw::TapVerdict::torn && verdict != fw::TapVerdict::unconfirmed &&
           verdict != fw::TapVerdict::refused_clash && verdict != fw::TapVerdict::device_off;
}

void LatencySums::count(const std::int64_t* tap)
{
    std::array<std::int64_t, 10> t;
    t[0] = tap[tap_cell::t0] == null_cell ? null_cell : 0;  // the others count from it
    std::copy_n(tap + tap_cell::d1, 9, t.begin() + 1);
    const bool stayed = card_stayed(static_cast<fw::TapVerdict>(tap[tap_cell::verdict]));
    auto& bins = operators_[tap[tap_cell::operator_index]];
    for (std::size_t hop = 0; hop < latency_hops; ++hop) {
        const std::int64_t from = t[ends[hop].from], to = t[ends[hop].to];
        if (from == null_cell || to == null_cell || to < from) continue;
        if (ends[hop].to <= feedback_given && !stayed) continue;
        const SlowTap one{to - from, tap[tap_cell::device], tap[tap_cell::sequence]};
        bins[hop].add(one.ns);
        slowest_[hop].add(one);
        if (hop != tap_time) continue;
        Device& device = devices_[one.device];
        device.bins.add(one.ns);
        device.longest = std::max(device.longest, one.ns);
    }
}

std::vector<LatencyRow> LatencySums::histogram() const
{
    std::vector<LatencyRow> rows;
    for (const auto& [number, lengths] : operators_)
        for (std::size_t hop = 0; hop < latency_hops; ++hop)
            for (const LatencyBin& bin : lengths[hop].filled())
                rows.push_back({number, static_cast<std::int64_t>(hop) + 1, bin});
    return rows;
}

std::vector<DeviceLatencyRow> LatencySums::devices() const
{
    std::vector<DeviceLatencyRow> rows;
    for (const auto& [number, device] : devices_)
        rows.push_back({number, device.bins.taps(),
                        std::min(device.bins.quantile(500), device.longest),
                        std::min(device.bins.quantile(990), device.longest), device.longest});
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return a.device < b.device; });
    return rows;
}

std::vector<SlowTapRow> LatencySums::slowest() const
{
    std::vector<SlowTapRow> rows;
    for (std::size_t hop = 0; hop < latency_hops; ++hop) {
        std::int64_t rank = 0;
        for (const SlowTap& tap : slowest_[hop].sorted())
            rows.push_back({static_cast<std::int64_t>(hop) + 1, ++rank, tap});
    }
    return rows;
}

}  // namespace sim
