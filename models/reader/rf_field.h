// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/felica_crc.h"
#include "models/reader/card_reader.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/parameters.h"

// The field of one FeliCa reader and the cards in it (felica.md 1, 6, 15, 16). Every call takes the
// caller's local time and moves it on by all that passed: host link, frames, slots, the card.
// Deterministic: a draw depends on the stream, the tap's draw key and its place in the tap.
namespace model
{

class RfField final : public CardReader
{
public:
    RfField(const sim::ReaderParameters& parameters, const sim::RngStream& stream);

    void begin(std::span<Presence> present, std::uint64_t draw_key) override;
    void tear_at(sim::TearStep step) override { tear_ = step; }
    void disturb(std::int32_t frame_error_ppm) override { frame_error_ppm_ = frame_error_ppm; }

    // Waits on the polling grid for a card that has had its start-up time, then polls once with all
    // slots. `ok` with count 0 and `collision`: answers overlapped and none came through. Type A
    // and B are not in this field. A card inside a session does not answer (felica.md 4).
    fw::Found poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout,
                   fw::Nanos& local) override;
    fw::RfReply transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout,
                           fw::Nanos& local) override;
    // Switches the field off and on: every card loses its session and needs its start-up time.
    void release(fw::Nanos local) override;

    void listen(FrameListener* listener) override { listener_ = listener; }

private:
    static constexpr std::size_t card_limit = 8;  // more than this in one field stay unheard
    using Frame = std::array<std::uint8_t, fw::felica::max_packet + fw::felica::crc_size>;

    struct Command {
        fw::Bytes frame;  // as received, with CRC
        fw::Nanos start{};
        fw::Nanos end{};
        fw::Bytes packet() const { return frame.first(frame.size() - fw::felica::crc_size); }
    };
    struct Answer {
        std::size_t size = 0;  // without CRC; 0 = silence
        fw::Nanos start{};
        fw::Nanos end{};
        int slot = 0;
    };
    struct Slots;

    fw::Nanos host_time(std::size_t bytes) const;
    fw::Nanos grid_at_or_after(fw::Nanos time) const;
    fw::Nanos powered_at(const Presence& presence) const;
    std::optional<fw::Nanos> next_powered(fw::Nanos time) const;
    fw::Found poll_once(std::uint16_t system_code, fw::Nanos start, fw::Nanos& end);
    bool read_slot(const Slots& slots, int slot, fw::Found& found);
    Command send(Frame& frame, std::size_t size, fw::Nanos start);
    fw::Bytes receive(const Answer& answer, Frame& frame);
    bool damage(Frame& frame, std::size_t size);
    Answer hear(Presence& presence, const Command& command, Frame& answer);
    fw::Nanos card_time(const Presence& presence, fw::Bytes packet, int& slot);
    void tear(Presence& presence, fw::Bytes packet, fw::Nanos end, fw::Nanos done) const;
    void report(const FrameOnAir& frame) const;

    sim::ReaderParameters parameters_;
    sim::RngStream stream_;
    fw::Nanos phase_{};
    fw::Nanos field_on_{};  // since when; before any card's time until the first release
    std::span<Presence> present_;
    std::uint64_t draw_key_ = 0;
    std::uint64_t draws_ = 0;
    std::optional<sim::TearStep> tear_;
    std::int32_t frame_error_ppm_ = 0;
    FrameListener* listener_ = nullptr;
};

}  // namespace model
