// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/iso_dep_session.h"
#include "models/card/rf_card.h"
#include "sim/base/rng_stream.h"

// A type B smart card on air (ISO/IEC 14443-3 and -4 at 106 kbps): found by REQB or WUPB in one of
// 1 to 16 slots, activated by ATTRIB, sent to sleep by HLTB or a deselection. Its pseudo-unique
// number (PUPI) is drawn afresh at each power-up and so is no card id.
namespace model
{

struct TypeBIdentity {
    std::uint8_t afi = 0;  // family of applications it answers for; 0 is also everybody's question
    std::array<std::uint8_t, 4> application{};  // ATQB's application data
    // ATQB's protocol information: bit rates; longest frame and ISO-DEP; frame waiting time and
    // CID. Usual (*assumed*): 106 kbps, 256 bytes, 77 ms. Whatever is offered, the field here has
    // 106 kbps only.
    std::array<std::uint8_t, 3> protocol{0x00, 0x81, 0x81};
};

class TypeBCard final : public RfCard
{
public:
    // The caller keeps `chip` alive.
    TypeBCard(ApduCard& chip, const TypeBIdentity& identity, const sim::RngStream& stream);

    void power_off() override;
    CardReply hear(const AirFrame& command) override;

private:
    enum class State : std::uint8_t { idle, ready_requested, ready_declared, active, halted };

    CardReply hear_request(fw::Bytes command);
    CardReply hear_slot_marker(fw::Bytes command);
    CardReply hear_attrib(fw::Bytes command);
    CardReply hear_halt(fw::Bytes command);
    CardReply hear_block(fw::Bytes block);
    CardReply declare();
    bool addressed(fw::Bytes command) const;

    ApduCard& chip_;
    TypeBIdentity identity_;
    sim::RngStream stream_;
    IsoDepSession session_;
    std::uint64_t draws_ = 0;
    State state_ = State::idle;
    unsigned slot_ = 1;
    std::array<std::uint8_t, 4> pupi_{};
};

}  // namespace model
