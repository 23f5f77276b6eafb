// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

// Which of several things happens, when each happens to a share of a million and never two at once.
namespace sim
{

// The number of the part that `pick` of a million falls into, from 1; 0: into none.
inline std::size_t part_drawn(std::span<const std::int32_t> parts, std::int64_t pick)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (pick < parts[i]) return i + 1;
        pick -= parts[i];
    }
    return 0;
}

}  // namespace sim
