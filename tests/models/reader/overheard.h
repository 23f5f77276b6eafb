// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/reader/frame_listener.h"

// Everything that was on air, kept.
namespace model
{

using Packet = std::vector<std::uint8_t>;

struct Overheard : FrameListener {
    struct Frame {
        fw::Nanos start, end;
        bool from_card, damaged;
        Packet packet;
    };
    std::vector<Frame> frames;

    void on_frame(const FrameOnAir& frame) override
    {
        frames.push_back({frame.start, frame.end, frame.from_card, frame.damaged,
                          Packet(frame.packet.begin(), frame.packet.end())});
    }
};

}  // namespace model
