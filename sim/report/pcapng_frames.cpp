// SPDX-License-Identifier: Apache-2.0
// How each kind of frame is put so that Wireshark's own dissectors take it.
#include <algorithm>

#include "firmware/protocol/felica.h"
#include "sim/report/pcapng.h"

namespace sim
{

namespace
{

void put16(std::vector<std::uint8_t>& out, std::size_t value)
{
    out.push_back(static_cast<std::uint8_t>(value >> 8));
    out.push_back(static_cast<std::uint8_t>(value));
}

void put(std::vector<std::uint8_t>& out, fw::Bytes bytes)
{
    out.insert(out.end(), bytes.begin(), bytes.end());
}

// Where Wireshark 4.0's dissector reads beyond a packet: it knows one service in a Read command,
// and expects a block count also in an answer that has none because the card refused.
bool felica_dissects(fw::Bytes payload)
{
    constexpr std::size_t services_at = 9, blocks_at = 12;
    switch (payload[0]) {
        case fw::felica::polling:
            return payload.size() >= 5;
        case fw::felica::polling + 1:
            return payload.size() >= 17;
        case fw::felica::read_plain:
            return payload.size() > blocks_at && payload[services_at] == 1 &&
                   payload.size() >= blocks_at + 1 + 2U * payload[blocks_at];
        case fw::felica::read_plain + 1:
            return payload.size() >= 12;
        default:
            return true;
    }
}

// Without the length byte and whatever follows the packet; empty: the length byte is wrong.
fw::Bytes felica_payload(fw::Bytes packet)
{
    if (packet.empty() || packet[0] < 2 || packet[0] > packet.size()) return {};
    return packet.subspan(1, packet[0] - 1U);
}

std::uint16_t internet_checksum(fw::Bytes header)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i + 1 < header.size(); i += 2)
        sum += static_cast<std::uint32_t>(header[i] << 8 | header[i + 1]);
    while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

using Address = std::array<std::uint8_t, 4>;
constexpr Address cloud{198, 51, 100, 1};  // RFC 5737

// Buses share the addresses when there are more than 254.
Address address_of(std::uint32_t bus)
{
    return {192, 0, 2, static_cast<std::uint8_t>(1 + bus % 254)};
}

// Protocol 253 is for experiments (RFC 3692). Above UDP, Wireshark guesses at what a message might
// be and finds other people's protocols in ours.
void put_ip_header(std::vector<std::uint8_t>& out, const Address& from, const Address& to,
                   std::size_t size)
{
    constexpr std::size_t header = 20, checksum_at = 10;
    constexpr std::uint8_t version_and_length = 0x45, hops = 64, experiment = 253;
    out.assign({version_and_length, 0});
    put16(out, header + size);
    put(out, std::array<std::uint8_t, 6>{0, 0, 0x40, 0, hops, experiment});  // not to be cut up
    put16(out, 0);
    put(out, from);
    put(out, to);
    const std::uint16_t checksum = internet_checksum(out);
    out[checksum_at] = static_cast<std::uint8_t>(checksum >> 8);
    out[checksum_at + 1] = static_cast<std::uint8_t>(checksum);
}

}  // namespace

void PcapngWriter::dissected(Interface interface, const Captured& about, std::string_view dissector,
                             fw::Bytes payload)
{
    constexpr std::size_t dissector_name = 12, end_of_options = 0;
    const std::size_t padded = (dissector.size() + 3) / 4 * 4;
    scratch_.clear();
    put16(scratch_, dissector_name);
    put16(scratch_, padded);
    scratch_.insert(scratch_.end(), dissector.begin(), dissector.end());
    scratch_.resize(4 + padded);
    put16(scratch_, end_of_options);
    put16(scratch_, 0);
    put(scratch_, payload);
    packet(interface, about, scratch_);
}

void PcapngWriter::felica_frame(const Captured& packet)
{
    const fw::Bytes payload = felica_payload(packet.bytes);
    const bool decodes = !packet.damaged && !payload.empty() && felica_dissects(payload);
    dissected(Interface::felica, packet, decodes ? "felica" : "data",
              decodes ? payload : packet.bytes);
}

void PcapngWriter::reader_frame(const Captured& packet, ReaderTalk talk)
{
    const fw::Bytes payload =
        talk == ReaderTalk::felica ? felica_payload(packet.bytes) : packet.bytes;
    const bool decodes = !packet.damaged && !payload.empty() &&
                         (talk == ReaderTalk::apdu || felica_dissects(payload));
    const char* const dissector = talk == ReaderTalk::felica ? "felica" : "iso7816";
    dissected(Interface::reader, packet, decodes ? dissector : "data",
              decodes ? payload : packet.bytes);
}

// Pseudo header of link type 264: version 0, event, length.
void PcapngWriter::iso14443(const Captured& about, std::uint8_t event)
{
    scratch_.assign({0, event});
    put16(scratch_, about.bytes.size());
    put(scratch_, about.bytes);
    packet(Interface::iso14443, about, scratch_);
}

void PcapngWriter::iso14443_frame(const Captured& frame, Crc crc)
{
    const std::uint8_t with_crc = frame.way == Way::out ? 0xFE : 0xFF;
    const std::uint8_t without_crc = frame.way == Way::out ? 0xFA : 0xFB;
    iso14443(frame, crc == Crc::present ? with_crc : without_crc);
}

void PcapngWriter::iso14443_field(fw::Nanos at, bool on, std::string_view comment)
{
    iso14443({at, Way::out, {}, comment, false}, on ? 0xFC : 0xFD);
}

void PcapngWriter::uplink_message(const Captured& message, std::uint32_t bus)
{
    constexpr std::size_t longest = 65'515;
    const fw::Bytes payload = message.bytes.first(std::min(message.bytes.size(), longest));
    const Address box = address_of(bus);
    const bool out = message.way == Way::out;
    put_ip_header(scratch_, out ? box : cloud, out ? cloud : box, payload.size());
    put(scratch_, payload);
    packet(Interface::uplink, message, scratch_);
}

}  // namespace sim
