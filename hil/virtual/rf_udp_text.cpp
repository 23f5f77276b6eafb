// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/rf_udp_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/iso14443_crc.h"
#include "sim/base/hex_text.h"

namespace hil
{
namespace
{

using fw::iso14443::Crc;
using model::AirFrame;

constexpr std::size_t crc_size = 2;
constexpr std::uint8_t reqa = 0x26, wupa = 0x52, select_level1 = 0x93, whole_uid = 0x70;

constexpr std::array<std::pair<std::string_view, fw::RfSet>, 4> rates{
    {{"106A", fw::RfSet::type_a},
     {"106B", fw::RfSet::type_b},
     {"212F", fw::RfSet::felica_212},
     {"424F", fw::RfSet::felica_424}}};

// False: not an even number of digits, none, or more than a frame with its CRC holds.
bool read_hex(std::string_view digits, AirFrame& frame)
{
    const std::size_t size = digits.size() / 2;
    if (digits.empty() || digits.size() % 2 != 0 || size + crc_size > AirFrame::capacity)
        return false;
    for (std::size_t i = 0; i < size; ++i) {
        const char* at = digits.data() + 2 * i;
        const auto [end, error] = std::from_chars(at, at + 2, frame.bytes[i], 16);
        if (error != std::errc{} || end != at + 2) return false;
    }
    frame.size = static_cast<std::uint16_t>(size);
    return true;
}

std::optional<AirFrame> parse(std::string_view text)
{
    const std::size_t blank = std::min(text.find(' '), text.size());
    const auto is_it = [&](const auto& rate) { return rate.first == text.substr(0, blank); };
    const auto rate = std::find_if(rates.begin(), rates.end(), is_it);
    AirFrame frame;
    if (rate == rates.end() || blank == text.size()) return {};
    if (!read_hex(text.substr(blank + 1), frame)) return {};
    frame.tech = rate->second;
    return frame;
}

// Requests and anticollision have no CRC, neither they nor their answers.
bool is_bare(const AirFrame& frame)
{
    if (frame.tech != fw::RfSet::type_a) return false;
    const std::uint8_t first = frame.bytes[0];
    if (frame.size == 1) return first == reqa || first == wupa;
    const bool selects = first >= select_level1 && first <= select_level1 + 4 && (first & 1) != 0;
    return selects && frame.bytes[1] != whole_uid;
}

void complete(AirFrame& frame)
{
    if (is_bare(frame))
        frame.last_bits = frame.size == 1 ? 7 : frame.bytes[1] & 7;
    else if (frame.tech == fw::RfSet::type_a)
        frame.size = static_cast<std::uint16_t>(add_crc(Crc::a, frame.bytes, frame.size));
    else if (frame.tech == fw::RfSet::type_b)
        frame.size = static_cast<std::uint16_t>(add_crc(Crc::b, frame.bytes, frame.size));
    else
        frame.size = static_cast<std::uint16_t>(fw::felica::add_crc(frame.bytes, frame.size));
}

std::string worded(std::string_view rate, fw::Bytes bytes)
{
    return std::string(rate) + " " + sim::hex_of(bytes);
}

}  // namespace

std::string answer_datagram(CardField& field, std::string_view datagram)
{
    const std::size_t end = datagram.find_last_not_of(" \r\n") + 1;
    const std::string_view text = datagram.substr(0, end);
    if (text == "RFOFF") field.switch_field(false);
    std::optional<AirFrame> command = parse(text);
    if (!command) return {};
    const bool bare = is_bare(*command);
    complete(*command);
    field.switch_field(true);
    for (const Heard& heard : field.exchange(*command)) {
        if (heard.collision) continue;
        const fw::Bytes bytes = heard.frame.view();
        return worded(text.substr(0, 4), bytes.first(bytes.size() - (bare ? 0 : crc_size)));
    }
    return {};
}

}  // namespace hil
