// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sim
{

// How often each fault of the scenario took effect, by its position there.
class FaultTally
{
public:
    explicit FaultTally(std::size_t faults) : counts_(faults) {}
    void struck(std::size_t fault) { ++counts_[fault]; }
    std::int64_t of(std::size_t fault) const { return counts_[fault]; }

private:
    std::vector<std::int64_t> counts_;
};

}  // namespace sim
