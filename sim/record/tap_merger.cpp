// SPDX-License-Identifier: Apache-2.0
#include "sim/record/tap_merger.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace sim
{

namespace
{
// Far more taps than one reader sees in a day: a jump beyond it is a broken count, not a tap.
constexpr std::uint32_t longest_lane = 1U << 24;
}  // namespace

bool TapMerger::hold(const TapRow& tap)
{
    const fw::TapKey key = tap.event.key;
    Lane& lane = lanes_[key.device];
    if (lane.slots.empty()) lane.first = key.sequence;
    if (key.sequence < lane.first) {
        const std::uint32_t earlier = lane.first - key.sequence;
        if (earlier > longest_lane)
            throw std::logic_error(fmt::format("reader {} counts backwards", key.device));
        lane.slots.insert(lane.slots.begin(), earlier, never);
        lane.first = key.sequence;
    }
    const std::uint32_t index = key.sequence - lane.first;
    if (index > longest_lane)
        throw std::logic_error(fmt::format("reader {} skips {} taps", key.device, index));
    if (index >= lane.slots.size()) lane.slots.resize(index + 1, never);
    if (lane.slots[index] != never) return false;
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(waiting_.size()));
        waiting_.emplace_back();
    }
    lane.slots[index] = free_.back();
    waiting_[free_.back()] = Waiting{tap, order_++};
    free_.pop_back();
    return true;
}

const std::uint32_t* TapMerger::slot(fw::TapKey key) const
{
    const auto lane = lanes_.find(key.device);
    if (lane == lanes_.end() || key.sequence < lane->second.first) return nullptr;
    const std::uint32_t index = key.sequence - lane->second.first;
    return index < lane->second.slots.size() ? &lane->second.slots[index] : nullptr;
}

TapMerger::Known TapMerger::known(fw::TapKey key) const
{
    const std::uint32_t* const found = slot(key);
    if (found == nullptr || *found == never) return Known::never;
    return *found == done ? Known::done : Known::waiting;
}

TapRow TapMerger::take(fw::TapKey key)
{
    std::uint32_t& found = *const_cast<std::uint32_t*>(slot(key));
    const std::uint32_t index = found;
    found = done;
    free_.push_back(index);
    const TapRow row = waiting_[index]->row;
    waiting_[index].reset();
    return row;
}

std::vector<TapRow> TapMerger::take_all()
{
    std::vector<Waiting> left;
    for (const auto& waiting : waiting_)
        if (waiting) left.push_back(*waiting);
    std::sort(left.begin(), left.end(),
              [](const Waiting& a, const Waiting& b) { return a.order < b.order; });
    std::vector<TapRow> rows;
    for (const Waiting& waiting : left) {
        take(waiting.row.event.key);
        rows.push_back(waiting.row);
    }
    return rows;
}

}  // namespace sim
