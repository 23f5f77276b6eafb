// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

// Lengths in nanoseconds, counted in bins that are exact up to 1/16 of the length.
namespace sim
{

struct LatencyBin {
    std::int64_t from = 0, to = 0;  // [from, to)
    std::int64_t taps = 0;
};

class LatencyBins
{
public:
    void add(std::int64_t ns);               // not negative
    std::vector<LatencyBin> filled() const;  // ascending, none empty
    std::int64_t taps() const { return taps_; }
    // The end of the bin that holds this share, in thousandths; 0 when there is none.
    std::int64_t quantile(std::int64_t thousandths) const;

private:
    std::vector<std::uint32_t> bins_;
    std::int64_t taps_ = 0;
};

}  // namespace sim
