// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

// What can be told apart from the sizes of all segments published so far: people are cut into
// cells, and no cell may hold fewer than `least` of them, unless it is empty. So neither a small
// segment, nor the difference of two, nor narrowing one step by step leads to fewer (services.md
// S57, P6).
namespace model
{

class SegmentCells
{
public:
    SegmentCells(std::size_t people, std::int32_t least) : cell_(people), least_(least) {}

    // `inside` says of each whether they belong to a segment.
    bool allows(const std::vector<bool>& inside) const;
    void cut(const std::vector<bool>& inside);

private:
    std::vector<std::uint32_t> cell_;  // of each
    std::uint32_t cells_ = 1;
    std::int32_t least_;
};

}  // namespace model
