// SPDX-License-Identifier: Apache-2.0
#include "models/card/type_a_card.h"

#include <algorithm>
#include <utility>

#include "firmware/protocol/felica_timing.h"
#include "firmware/protocol/iso14443_crc.h"

namespace model
{
namespace
{

using fw::iso14443::Crc;

constexpr std::uint8_t reqa = 0x26, wupa = 0x52, rats = 0xE0, pps = 0xD0, hlta = 0x50;
constexpr std::uint8_t select_level1 = 0x93, whole_uid = 0x70;
constexpr std::uint8_t cascade_tag = 0x88, uid_incomplete = 0x04, random_uid = 0x08;
constexpr std::size_t level_bits = 40;                        // four bytes and BCC
constexpr fw::Nanos turn = fw::felica::carrier_cycles(1236);  // the longer of the two delays

CardReply send_plain(fw::Bytes bytes)
{
    CardReply reply{.frame = {.tech = fw::RfSet::type_a}, .think = turn};
    std::copy(bytes.begin(), bytes.end(), reply.frame.bytes.begin());
    reply.frame.size = static_cast<std::uint16_t>(bytes.size());
    return reply;
}

CardReply send(fw::Bytes bytes, fw::Nanos think = turn)
{
    CardReply reply = send_plain(bytes);
    reply.frame.size = static_cast<std::uint16_t>(add_crc(Crc::a, reply.frame.bytes, bytes.size()));
    reply.think = think;
    return reply;
}

constexpr bool bit_of(const std::uint8_t* bytes, std::size_t bit)
{
    return (bytes[bit / 8] >> bit % 8 & 1) != 0;
}

}  // namespace

TypeACard::TypeACard(ApduCard* chip, const TypeAIdentity& identity, const sim::RngStream& stream)
    : chip_(chip), identity_(identity), drawn_uid_(identity.uid_size == 0), stream_(stream)
{
    if (chip != nullptr) session_.emplace(*chip, fw::iso_dep::waiting_time(identity.fwi), turn);
    power_off();
}

void TypeACard::power_off()
{
    state_ = State::idle;
    was_halted_ = false;
    if (drawn_uid_) {
        fw::put_le32(identity_.uid.data(), static_cast<std::uint32_t>(stream_.bits(draws_++)));
        identity_.uid[0] = random_uid;
        identity_.uid_size = 4;
    }
    if (chip_ != nullptr) chip_->power_off();
}

CardReply TypeACard::hear(const AirFrame& command)
{
    if (command.tech != fw::RfSet::type_a || command.size == 0) return {};
    const bool short_frame = command.size == 1 && command.last_bits == 7;
    if (state_ != State::active && short_frame) return hear_request(command.bytes[0] & 0x7F);
    if (state_ == State::ready && command.size >= 2 && command.bytes[1] != whole_uid)
        return hear_anticollision(command);
    if (command.last_bits != 0 || !fw::iso14443::crc_ok(Crc::a, command.view()))
        return state_ == State::active ? CardReply{} : fall_back();
    const fw::Bytes bytes = command.view().first(command.size - fw::iso14443::crc_size);
    return state_ == State::active ? hear_block(bytes) : hear_frame(bytes);
}

CardReply TypeACard::hear_request(std::uint8_t command)
{
    if (state_ != State::idle) return fall_back();
    if (command != wupa && (command != reqa || was_halted_)) return {};
    state_ = State::ready;
    level_ = 0;
    return send_plain(identity_.atqa);
}

// The bytes of one level of the cascade: part of the UID and its check byte.
std::array<std::uint8_t, 5> TypeACard::level_bytes() const
{
    std::array<std::uint8_t, 5> bytes{};
    const bool more = level_ + 1 < levels();
    const std::size_t from = level_ * 3;
    if (more) bytes[0] = cascade_tag;
    std::copy_n(identity_.uid.begin() + from, more ? 3 : 4, bytes.begin() + (more ? 1 : 0));
    for (std::size_t i = 0; i < 4; ++i) bytes[4] ^= bytes[i];
    return bytes;
}

// The reader names the first bits; the cards that have them send the rest.
CardReply TypeACard::hear_anticollision(const AirFrame& command)
{
    const std::size_t known = ((command.bytes[1] >> 4) - 2) * 8u + (command.bytes[1] & 0x0Fu);
    const std::size_t heard =
        (command.size - 2u) * 8u - (command.last_bits == 0 ? 0u : 8u - command.last_bits);
    const bool ours = command.bytes[0] == select_level1 + 2 * level_;
    if (!ours || command.bytes[1] < 0x20 || known >= level_bits || heard != known)
        return fall_back();

    const std::array<std::uint8_t, 5> own = level_bytes();
    for (std::size_t bit = 0; bit < known; ++bit)
        if (bit_of(&command.bytes[2], bit) != bit_of(own.data(), bit)) return fall_back();
    CardReply reply = send_plain({});
    const std::size_t left = level_bits - known;
    for (std::size_t bit = 0; bit < left; ++bit)
        if (bit_of(own.data(), known + bit))
            reply.frame.bytes[bit / 8] |= static_cast<std::uint8_t>(1u << bit % 8);
    reply.frame.size = static_cast<std::uint16_t>((left + 7) / 8);
    reply.frame.last_bits = static_cast<std::uint8_t>(left % 8);
    return reply;
}

CardReply TypeACard::hear_frame(fw::Bytes command)
{
    if (state_ == State::ready && command.size() == 7 && command[1] == whole_uid)
        return hear_select(command);
    if (state_ == State::selected && command.size() == 2) {
        if (command[0] == hlta && command[1] == 0) was_halted_ = true;
        if (command[0] == rats && session_) return activate(command[1]);
    }
    return fall_back();
}

CardReply TypeACard::hear_select(fw::Bytes command)
{
    const std::array<std::uint8_t, 5> own = level_bytes();
    const bool ours = command[0] == select_level1 + 2 * level_ &&
                      std::equal(own.begin(), own.end(), command.begin() + 2);
    if (!ours) return fall_back();
    const bool complete = ++level_ == levels();
    if (complete) state_ = State::selected;
    const std::array<std::uint8_t, 1> sak{complete ? identity_.sak : uid_incomplete};
    return send(sak);
}

// RATS; the answer (ATS) offers 106 kbps only and a CID.
CardReply TypeACard::activate(std::uint8_t param)
{
    cid_ = param & 0x0F;
    session_->open({.cid = cid_, .frame = fw::iso_dep::frame_size(param >> 4)});
    state_ = State::active;
    fresh_ = true;
    const std::array<std::uint8_t, 5> ats{5, static_cast<std::uint8_t>(0x70 | identity_.frame_code),
                                          0x80, static_cast<std::uint8_t>(identity_.fwi << 4),
                                          0x02};
    return send(ats);
}

CardReply TypeACard::hear_block(fw::Bytes bytes)
{
    const bool asks_rate = bytes.size() == 3 && (bytes[0] & 0xF0) == pps;
    if (std::exchange(fresh_, false) && asks_rate) {
        const bool good = (bytes[0] & 0x0F) == cid_ && bytes[1] == 0x11 && bytes[2] == 0;
        return good ? send(bytes.first(1)) : CardReply{};
    }
    const IsoDepSession::Reply reply = session_->hear(bytes);
    if (reply.deselected) {
        state_ = State::idle;
        was_halted_ = true;
    }
    return reply.block.empty() ? CardReply{} : send(reply.block, reply.think);
}

// Whatever was not meant for this card in this state ends its turn.
CardReply TypeACard::fall_back()
{
    state_ = State::idle;
    return {};
}

}  // namespace model
