// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/iso14443_crc.h"
#include "models/card/rf_card.h"

// Frames said to a card and heard from it, as plain bytes.
namespace model
{

using Frame = std::vector<std::uint8_t>;

inline AirFrame on_air(fw::RfSet tech, const Frame& bytes, std::uint8_t last_bits = 0)
{
    AirFrame frame{
        .tech = tech, .size = static_cast<std::uint16_t>(bytes.size()), .last_bits = last_bits};
    std::copy(bytes.begin(), bytes.end(), frame.bytes.begin());
    return frame;
}

inline Frame heard(const CardReply& reply)
{
    return {reply.frame.view().begin(), reply.frame.view().end()};
}

inline Frame with_crc(fw::RfSet tech, Frame bytes)
{
    const std::size_t size = bytes.size();
    bytes.resize(size + 2);
    if (tech == fw::RfSet::type_a)
        add_crc(fw::iso14443::Crc::a, bytes, size);
    else if (tech == fw::RfSet::type_b)
        add_crc(fw::iso14443::Crc::b, bytes, size);
    else
        fw::felica::add_crc(bytes, size);
    return bytes;
}

// Says `bytes` with their CRC; the answer without its own, which must be right.
inline Frame ask(RfCard& card, fw::RfSet tech, const Frame& bytes)
{
    Frame answer = heard(card.hear(on_air(tech, with_crc(tech, bytes))));
    if (answer.size() < 2) return answer;
    const Frame body(answer.begin(), answer.end() - 2);
    return answer == with_crc(tech, body) ? body : Frame{0xBA, 0xD0};
}

// Says how long the command was and repeats its first byte; counts what else happened to it.
struct EchoChip final : ApduCard {
    void power_off() override { ++power_offs; }
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) override
    {
        think = work;
        std::fill_n(answer.begin(), size, command.empty() ? std::uint8_t{0} : command[0]);
        answer[size] = 0x90;
        answer[size + 1] = 0x00;
        return size + 2;
    }
    std::size_t size = 1;
    fw::Nanos work{};
    int power_offs = 0;
};

}  // namespace model
