// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "models/card/iso_dep_session.h"
#include "models/card/rf_card.h"
#include "sim/base/rng_stream.h"

// A type A card on air (ISO/IEC 14443-3 and -4 at 106 kbps): found by REQA or WUPA, chosen bit by
// bit by its UID, activated by RATS when a smart card's chip is behind it, sent to sleep by HLTA or
// a deselection. Frames of anticollision are counted in bits from the first sent, low bit first.
namespace model
{

struct TypeAIdentity {
    std::array<std::uint8_t, 7> uid{};
    std::uint8_t uid_size = 0;  // 4 or 7; 0: four bytes drawn at each power-up, the first is 08
    std::array<std::uint8_t, 2> atqa{0x04, 0x00};
    std::uint8_t sak = 0x20;      // 20h: ISO-DEP
    std::uint8_t frame_code = 8;  // longest frame it takes: 256 bytes
    std::uint8_t fwi = 8;         // frame waiting time 77 ms, assumed
};

class TypeACard final : public RfCard
{
public:
    // `chip` null: a plain card that can be selected and no more. The caller keeps it alive.
    TypeACard(ApduCard* chip, const TypeAIdentity& identity, const sim::RngStream& stream);

    void power_off() override;
    CardReply hear(const AirFrame& command) override;

private:
    enum class State : std::uint8_t { idle, ready, selected, active };

    CardReply hear_request(std::uint8_t command);
    CardReply hear_anticollision(const AirFrame& command);
    CardReply hear_frame(fw::Bytes command);
    CardReply hear_select(fw::Bytes command);
    CardReply activate(std::uint8_t param);
    CardReply hear_block(fw::Bytes bytes);
    CardReply fall_back();
    std::size_t levels() const { return identity_.uid_size == 7 ? 2 : 1; }
    std::array<std::uint8_t, 5> level_bytes() const;

    ApduCard* chip_;
    TypeAIdentity identity_;
    bool drawn_uid_;
    sim::RngStream stream_;
    std::optional<IsoDepSession> session_;
    std::uint64_t draws_ = 0;
    State state_ = State::idle;
    bool was_halted_ = false;  // woken by WUPA: errors send it back to sleep
    bool fresh_ = false;       // activated, no block heard yet: PPS is allowed
    std::size_t level_ = 0;    // of the cascade
    std::uint8_t cid_ = 0;
};

}  // namespace model
