// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_radio.h"

#include <algorithm>

#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/felica_timing.h"
#include "firmware/protocol/iso14443_crc.h"

namespace hil
{
namespace
{

namespace iso = fw::iso14443;

constexpr bool is_felica(fw::RfSet tech)
{
    return tech == fw::RfSet::felica_212 || tech == fw::RfSet::felica_424;
}

constexpr iso::Crc crc_of(fw::RfSet tech)
{
    return tech == fw::RfSet::type_a ? iso::Crc::a : iso::Crc::b;
}

// Elementary time units of 128 carrier cycles, at 106 kbps.
constexpr fw::Nanos units(std::int64_t count)
{
    return fw::felica::carrier_cycles(count * 128);
}

}  // namespace

model::AirFrame unframed(fw::RfSet tech, fw::Bytes bytes, std::uint8_t last_bits)
{
    model::AirFrame frame{.tech = tech, .last_bits = last_bits};
    const std::size_t size = std::min(bytes.size(), frame.bytes.size());
    std::copy_n(bytes.begin(), size, frame.bytes.begin());
    frame.size = static_cast<std::uint16_t>(size);
    return frame;
}

model::AirFrame framed(fw::RfSet tech, fw::Bytes bytes)
{
    model::AirFrame frame = unframed(tech, bytes);
    const std::size_t size = is_felica(tech) ? fw::felica::add_crc(frame.bytes, frame.size)
                                             : iso::add_crc(crc_of(tech), frame.bytes, frame.size);
    frame.size = static_cast<std::uint16_t>(size);
    return frame;
}

bool take_crc(model::AirFrame& frame)
{
    const bool right = is_felica(frame.tech) ? fw::felica::crc_ok(frame.view())
                                             : iso::crc_ok(crc_of(frame.tech), frame.view());
    if (right) frame.size = static_cast<std::uint16_t>(frame.size - iso::crc_size);
    return right;
}

fw::Nanos air_time(const model::AirFrame& frame)
{
    const std::int64_t bytes = frame.size;
    switch (frame.tech) {
        case fw::RfSet::type_a:
            return units(2 +
                         (frame.last_bits == 0 ? 9 * bytes : 9 * (bytes - 1) + frame.last_bits));
        case fw::RfSet::type_b:
            return units(23 + 10 * bytes);
        default:
            break;
    }
    const std::size_t packet = std::max<std::size_t>(frame.size, 2) - fw::felica::crc_size;
    return fw::felica::air_time(packet, frame.tech == fw::RfSet::felica_424 ? 424 : 212);
}

std::vector<Heard> Pn532Radio::send(const model::AirFrame& command, fw::Nanos patience)
{
    std::vector<Heard> answers = field_.exchange(command);
    std::erase_if(answers, [=](const Heard& heard) { return heard.think > patience; });
    spent_ += air_time(command);
    fw::Nanos last = answers.empty() && patience != for_ever ? patience : fw::Nanos{};
    for (const Heard& heard : answers) last = std::max(last, heard.think + air_time(heard.frame));
    spent_ += last;
    return answers;
}

std::optional<model::AirFrame> Pn532Radio::ask(const model::AirFrame& command, fw::Nanos patience)
{
    std::vector<Heard> answers = send(command, patience);
    if (answers.empty() || answers.front().collision) return {};
    model::AirFrame frame = answers.front().frame;
    if (!take_crc(frame)) return {};
    return frame;
}

}  // namespace hil
