// SPDX-License-Identifier: Apache-2.0
#include "models/card/type_b_card.h"

#include <algorithm>

#include "firmware/protocol/felica_timing.h"
#include "firmware/protocol/iso14443_crc.h"

namespace model
{
namespace
{

using fw::iso14443::Crc;

constexpr std::uint8_t reqb = 0x05, attrib = 0x1D, hltb = 0x50;
constexpr std::uint8_t wake_up = 0x08;    // PARAM: halted cards too
constexpr std::uint8_t iso_dep_type = 1;  // protocol type of ISO/IEC 14443-4
constexpr std::uint8_t cid_supported = 1;
constexpr unsigned most_slots_code = 4;
constexpr fw::Nanos turn = fw::felica::carrier_cycles(1024 + 1280);  // TR0 and TR1 at their least

CardReply send(fw::Bytes bytes, fw::Nanos think = turn)
{
    CardReply reply{.frame = {.tech = fw::RfSet::type_b}, .think = think};
    std::copy(bytes.begin(), bytes.end(), reply.frame.bytes.begin());
    reply.frame.size = static_cast<std::uint16_t>(add_crc(Crc::b, reply.frame.bytes, bytes.size()));
    return reply;
}

// A nibble of 0 asks for all families or all sub-families.
constexpr bool family_matches(std::uint8_t asked, std::uint8_t own)
{
    const bool family = (asked >> 4) == 0 || (asked >> 4) == (own >> 4);
    return family && ((asked & 0x0F) == 0 || (asked & 0x0F) == (own & 0x0F));
}

}  // namespace

TypeBCard::TypeBCard(ApduCard& chip, const TypeBIdentity& identity, const sim::RngStream& stream)
    : chip_(chip),
      identity_(identity),
      stream_(stream),
      session_(chip, fw::iso_dep::waiting_time(identity.protocol[2] >> 4), turn)
{
    power_off();
}

void TypeBCard::power_off()
{
    state_ = State::idle;
    fw::put_le32(pupi_.data(), static_cast<std::uint32_t>(stream_.bits(draws_++)));
    chip_.power_off();
}

CardReply TypeBCard::hear(const AirFrame& command)
{
    const bool whole = command.tech == fw::RfSet::type_b && command.last_bits == 0 &&
                       fw::iso14443::crc_ok(Crc::b, command.view());
    if (!whole) return {};
    const fw::Bytes bytes = command.view().first(command.size - fw::iso14443::crc_size);
    if (state_ == State::active) return hear_block(bytes);
    if (bytes.size() == 3 && bytes[0] == reqb) return hear_request(bytes);
    if (bytes.size() == 1 && (bytes[0] & 0x0F) == reqb) return hear_slot_marker(bytes);
    if (bytes.size() >= 9 && bytes[0] == attrib) return hear_attrib(bytes);
    if (bytes.size() == 5 && bytes[0] == hltb) return hear_halt(bytes);
    return {};
}

CardReply TypeBCard::hear_request(fw::Bytes command)
{
    const std::uint8_t param = command[2];
    if (state_ == State::halted && (param & wake_up) == 0) return {};
    const unsigned code = param & 7u;
    if (code > most_slots_code || !family_matches(command[1], identity_.afi)) {
        state_ = State::idle;
        return {};
    }
    slot_ = 1 + static_cast<unsigned>(stream_.below(std::uint64_t{1} << code, draws_++));
    if (slot_ == 1) return declare();
    state_ = State::ready_requested;
    return {};
}

CardReply TypeBCard::hear_slot_marker(fw::Bytes command)
{
    const unsigned slot = 1u + (command[0] >> 4);
    return state_ == State::ready_requested && slot == slot_ ? declare() : CardReply{};
}

// ATQB.
CardReply TypeBCard::declare()
{
    state_ = State::ready_declared;
    std::array<std::uint8_t, 12> atqb{hltb};
    std::copy(pupi_.begin(), pupi_.end(), &atqb[1]);
    std::copy(identity_.application.begin(), identity_.application.end(), &atqb[5]);
    std::copy(identity_.protocol.begin(), identity_.protocol.end(), &atqb[9]);
    return send(atqb);
}

CardReply TypeBCard::hear_attrib(fw::Bytes command)
{
    const bool accepted = (command[6] & 0xF0) == 0 && (command[7] & iso_dep_type) != 0;
    if (state_ != State::ready_declared || !addressed(command) || !accepted) return {};
    const auto cid = static_cast<std::uint8_t>(command[8] & 0x0F);
    session_.open({.cid = cid,
                   .with_cid = (identity_.protocol[2] & cid_supported) != 0,
                   .frame = fw::iso_dep::frame_size(command[6] & 0x0Fu)});
    state_ = State::active;
    return send({&cid, 1});
}

CardReply TypeBCard::hear_halt(fw::Bytes command)
{
    if (state_ != State::ready_declared || !addressed(command)) return {};
    state_ = State::halted;
    constexpr std::array<std::uint8_t, 1> halted{0x00};
    return send(halted);
}

CardReply TypeBCard::hear_block(fw::Bytes block)
{
    const IsoDepSession::Reply reply = session_.hear(block);
    if (reply.deselected) state_ = State::halted;
    return reply.block.empty() ? CardReply{} : send(reply.block, reply.think);
}

bool TypeBCard::addressed(fw::Bytes command) const
{
    return std::equal(pupi_.begin(), pupi_.end(), command.begin() + 1);
}

}  // namespace model
