// SPDX-License-Identifier: Apache-2.0
#include "sim/app/chosen_frames.h"

#include <algorithm>
#include <utility>

namespace app
{

ChosenFrames::ChosenFrames(std::unique_ptr<sim::Recorder> next, std::vector<fw::TapKey> taps)
    : next_(std::move(next)), taps_(std::move(taps))
{
}

void ChosenFrames::keep(const sim::FrameRow& row)
{
    if (is_chosen(row.key)) next_->frame(row);
}

void ChosenFrames::keep(const sim::BatchRow& row)
{
    sim::BatchRow handed = row;
    if (!carries_chosen(row.bytes)) handed.bytes.clear();
    next_->batch(handed);
}

bool ChosenFrames::carries_chosen(fw::Bytes events) const
{
    for (; events.size() >= fw::tap_event_size; events = events.subspan(fw::tap_event_size)) {
        const auto event = fw::decode_tap_event(events.first(fw::tap_event_size));
        if (event && is_chosen(event->key)) return true;
    }
    return false;
}

bool ChosenFrames::is_chosen(const fw::TapKey& key) const
{
    return std::find(taps_.begin(), taps_.end(), key) != taps_.end();
}

}  // namespace app
