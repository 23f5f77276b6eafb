// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/core/units.h"

// A distribution of lengths of time as a table of whole nanoseconds: the same draws on every
// machine, and fast. Built with plain IEEE arithmetic only, no library functions. Tails are cut at
// the probabilities 1/8192 and 1 - 1/8192.
namespace sim
{

class Quantiles
{
public:
    static constexpr int cells_log2 = 12;

    static Quantiles constant(fw::Nanos value);
    static Quantiles uniform(fw::Nanos from, fw::Nanos to);
    static Quantiles exponential(fw::Nanos mean);
    static Quantiles lognormal(fw::Nanos median, double sigma);

    // `bits`: 64 uniform bits of an RngStream.
    fw::Nanos at(std::uint64_t bits) const
    {
        if (table_.size() == 1) return {table_[0]};
        const std::uint64_t cell = bits >> (64 - cells_log2);
        const std::uint64_t part = (bits >> (64 - cells_log2 - 20)) & 0xfffff;
        const std::int64_t low = table_[cell];
        return {low + static_cast<std::int64_t>(
                          (static_cast<std::uint64_t>(table_[cell + 1] - low) * part) >> 20)};
    }

private:
    std::vector<std::int64_t> table_;
};

}  // namespace sim
