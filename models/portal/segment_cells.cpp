// SPDX-License-Identifier: Apache-2.0
#include "models/portal/segment_cells.h"

#include <algorithm>
#include <map>

namespace model
{

bool SegmentCells::allows(const std::vector<bool>& inside) const
{
    if (std::count(inside.begin(), inside.end(), true) < least_) return false;
    std::vector<std::int32_t> in(cells_), out(cells_);
    for (std::size_t i = 0; i < cell_.size(); ++i) ++(inside[i] ? in : out)[cell_[i]];
    const auto small = [&](std::int32_t size) { return size > 0 && size < least_; };
    return std::none_of(in.begin(), in.end(), small) && std::none_of(out.begin(), out.end(), small);
}

void SegmentCells::cut(const std::vector<bool>& inside)
{
    std::map<std::pair<std::uint32_t, bool>, std::uint32_t> parts;
    for (std::size_t i = 0; i < cell_.size(); ++i) {
        const auto next = static_cast<std::uint32_t>(parts.size());
        cell_[i] = parts.try_emplace({cell_[i], inside[i]}, next).first->second;
    }
    cells_ = static_cast<std::uint32_t>(parts.size());
}

}  // namespace model
