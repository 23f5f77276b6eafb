// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "firmware/port/pcd.h"
#include "models/card/transit_card.h"
#include "models/reader/frame_listener.h"
#include "sim/scenario/scenario.h"

// What a touch unit's reader is made of: the simulated field, a real reader on the bench, or a tape
// of one. Every call takes the tap's local time and moves it on by all that passed.
namespace model
{

// A card held to a reader, from `enter` until `leave` on the tap's local time.
struct Presence {
    fw::Nanos enter{};
    fw::Nanos leave{};
    TransitCard* card = nullptr;
    const CardProfile* profile = nullptr;
    std::int32_t fraction_ppm = 180'000;  // card's own share of the PMm maximum, assumed
    CardSession session{};                // a card that has just come in has a fresh one
};

class CardReader
{
public:
    virtual ~CardReader() = default;

    // A new tap. The caller keeps `present` alive and in place until the next begin().
    virtual void begin(std::span<Presence> present, std::uint64_t draw_key) = 0;
    // In this tap the cards leave at the given step: `poll` when Polling has been answered; `auth`,
    // `read`, `write` while the card works on that command, so that it does nothing;
    // `write_answer` when it has committed the write and is answering.
    virtual void tear_at(sim::TearStep step) = 0;
    virtual void disturb(std::int32_t frame_error_ppm) = 0;  // this tap

    virtual fw::Found poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout,
                           fw::Nanos& local) = 0;
    // `timeout`: from the command's end to the answer's start.
    virtual fw::RfReply transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout,
                                   fw::Nanos& local) = 0;
    // The tap is over, the cards may go.
    virtual void release(fw::Nanos local) = 0;

    virtual void listen(FrameListener* listener) = 0;
};

}  // namespace model
