// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

// A book as it stands at each checkpoint, put together from movements in any order.
namespace sim
{

// The moments of the checkpoints, rising.
using Cuts = std::vector<std::int64_t>;

class CutBook
{
public:
    explicit CutBook(const Cuts& cuts) : cuts_(&cuts), gains_(cuts.size() + 1) {}

    // Counts at every checkpoint from `t` on; a movement that never happened (t < 0) does not.
    void gain(std::int64_t t, std::int64_t yen)
    {
        if (t < 0) return;
        const auto cut = std::lower_bound(cuts_->begin(), cuts_->end(), t);
        gains_[static_cast<std::size_t>(cut - cuts_->begin())] += yen;
    }
    // One sum a checkpoint.
    std::vector<std::int64_t> sums() const
    {
        std::vector<std::int64_t> sums(cuts_->size());
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = sum += gains_[i];
        return sums;
    }

private:
    const Cuts* cuts_;
    std::vector<std::int64_t> gains_;  // between two checkpoints; the last: after all of them
};

}  // namespace sim
