// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "models/reader/frame_listener.h"
#include "sim/record/recorder.h"

namespace model
{

// Keeps the frames of the tap under way, to be recorded when the tap turns out to be worth it.
class FrameTape final : public FrameListener
{
public:
    void clear() { count_ = 0; }

    void on_frame(const FrameOnAir& frame) override
    {
        if (count_ == frames_.size()) frames_.emplace_back();
        sim::FrameRow& row = frames_[count_++];
        row.number = static_cast<std::uint16_t>(count_);
        row.from_card = frame.from_card;
        row.damaged = frame.damaged;
        row.start = frame.start.count;
        row.end = frame.end.count;
        row.bytes.assign(frame.packet.begin(), frame.packet.end());
    }

    std::span<const sim::FrameRow> rows() const { return std::span(frames_).first(count_); }

    void record(const fw::TapKey& key, sim::Recorder& recorder)
    {
        for (std::size_t i = 0; i < count_; ++i) {
            frames_[i].key = key;
            recorder.frame(frames_[i]);
        }
    }

private:
    std::vector<sim::FrameRow> frames_;  // reused, never shrunk
    std::size_t count_ = 0;
};

}  // namespace model
