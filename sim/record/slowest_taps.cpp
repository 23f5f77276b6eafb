// SPDX-License-Identifier: Apache-2.0
#include "sim/record/slowest_taps.h"

#include <algorithm>
#include <tuple>

namespace sim
{

namespace
{

bool comes_first(const SlowTap& a, const SlowTap& b)
{
    return std::tie(b.ns, a.device, a.sequence) < std::tie(a.ns, b.device, b.sequence);
}

}  // namespace

void SlowestTaps::add(const SlowTap& tap)
{
    if (heap_.size() == kept) {
        if (!comes_first(tap, heap_.front())) return;
        std::pop_heap(heap_.begin(), heap_.end(), comes_first);
        heap_.pop_back();
    }
    heap_.push_back(tap);
    std::push_heap(heap_.begin(), heap_.end(), comes_first);
}

std::vector<SlowTap> SlowestTaps::sorted() const
{
    std::vector<SlowTap> taps = heap_;
    std::sort(taps.begin(), taps.end(), comes_first);
    return taps;
}

}  // namespace sim
