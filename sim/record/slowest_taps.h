// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

// The longest taps of one length, in any order of arrival: the longest first, equal ones by device
// and sequence.
namespace sim
{

struct SlowTap {
    std::int64_t ns = 0, device = 0, sequence = 0;
};

class SlowestTaps
{
public:
    static constexpr std::size_t kept = 100;

    void add(const SlowTap& tap);
    std::vector<SlowTap> sorted() const;

private:
    std::vector<SlowTap> heap_;  // the shortest of them in front
};

}  // namespace sim
