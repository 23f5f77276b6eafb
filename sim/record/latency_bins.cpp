// SPDX-License-Identifier: Apache-2.0
#include "sim/record/latency_bins.h"

#include <bit>

namespace sim
{

namespace
{

// Sixteen bins to an octave; lengths below 16 us share the first.
constexpr std::int64_t smallest = 16'000;

std::size_t bin_of(std::int64_t ns)
{
    const auto scaled = static_cast<std::uint64_t>(ns / (smallest / 16));
    if (scaled < 16) return 0;
    const auto octave = static_cast<std::size_t>(std::bit_width(scaled)) - 5;
    return octave * 16 + static_cast<std::size_t>(scaled >> octave) - 15;
}

std::int64_t bin_start(std::size_t bin)
{
    if (bin == 0) return 0;
    const auto octave = static_cast<int>((bin - 1) / 16);
    return (static_cast<std::int64_t>((bin - 1) % 16 + 16) << octave) * (smallest / 16);
}

}  // namespace

void LatencyBins::add(std::int64_t ns)
{
    const std::size_t bin = bin_of(ns);
    if (bin >= bins_.size()) bins_.resize(bin + 1);
    ++bins_[bin];
    ++taps_;
}

std::vector<LatencyBin> LatencyBins::filled() const
{
    std::vector<LatencyBin> filled;
    for (std::size_t bin = 0; bin < bins_.size(); ++bin)
        if (bins_[bin] > 0) filled.push_back({bin_start(bin), bin_start(bin + 1), bins_[bin]});
    return filled;
}

std::int64_t LatencyBins::quantile(std::int64_t thousandths) const
{
    std::int64_t below = 0;
    for (const LatencyBin& bin : filled()) {
        below += bin.taps;
        if (below * 1000 >= taps_ * thousandths) return bin.to;
    }
    return 0;
}

}  // namespace sim
