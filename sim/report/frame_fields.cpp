// SPDX-License-Identifier: Apache-2.0
#include "sim/report/frame_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "firmware/protocol/felica.h"
#include "sim/report/packet_reader.h"

namespace sim
{

namespace
{

using fw::Bytes;

struct Command {
    int number;
    const char* text;
};
constexpr Command commands[] = {{fw::felica::polling, "Polling"},
                                {fw::felica::request_service, "Request Service"},
                                {fw::felica::request_response, "Request Response"},
                                {fw::felica::read_plain, "Read Without Encryption"},
                                {fw::felica::write_plain, "Write Without Encryption"},
                                {fw::felica::search_service_code, "Search Service Code"},
                                {fw::felica::request_system_code, "Request System Code"},
                                {fw::felica::authentication1, "Authentication 1"},
                                {fw::felica::authentication2, "Authentication 2"},
                                {fw::felica::read_secure, "Read"},
                                {fw::felica::write_secure, "Write"}};

const char* command_name(int command)
{
    const auto* const at = std::find_if(std::begin(commands), std::end(commands),
                                        [=](const Command& one) { return one.number == command; });
    return at == std::end(commands) ? nullptr : at->text;
}

void read_command(PacketReader& packet, int command)
{
    switch (command) {
        case fw::felica::polling:
            packet.word("system", ByteOrder::big);
            packet.number("request");
            return packet.number("slots", 1);
        case fw::felica::authentication2:
            packet.card();
            return packet.encrypted("reader's proof", packet.left());
        case fw::felica::read_secure:
        case fw::felica::write_secure:
            return packet.encrypted("body", packet.left());
        default:
            packet.card();
    }
    if (command == fw::felica::request_service) packet.words("nodes", ByteOrder::little);
    if (command == fw::felica::search_service_code) packet.word("index", ByteOrder::little);
    if (command == fw::felica::read_plain || command == fw::felica::write_plain)
        packet.blocks(packet.words("services", ByteOrder::little));
    if (command == fw::felica::write_plain) packet.data();
    if (command != fw::felica::authentication1) return;
    packet.words("areas", ByteOrder::little);
    packet.words("services", ByteOrder::little);
    packet.encrypted("challenge", packet.left());
}

// Its answer names no card.
bool sealed(int command)
{
    return command == fw::felica::authentication2 || command == fw::felica::read_secure ||
           command == fw::felica::write_secure;
}

void read_answer(PacketReader& packet, int command)
{
    if (sealed(command)) return packet.encrypted("body", packet.left());
    packet.card();
    switch (command) {
        case fw::felica::polling:
            packet.hex("PMm", 8);
            if (packet.left() > 0) packet.hex("requested", packet.left());
            return;
        case fw::felica::request_service:
            packet.words("key versions (FFFF: no such node)", ByteOrder::little);
            return;
        case fw::felica::request_response:
            return packet.number("mode");
        case fw::felica::search_service_code:
            return packet.word("service", ByteOrder::little);
        case fw::felica::request_system_code:
            packet.words("systems", ByteOrder::big);
            return;
        case fw::felica::authentication1:
            return packet.encrypted("proof and challenge", packet.left());
        default:
            packet.status();
    }
    if (command != fw::felica::read_plain || packet.left() == 0) return;
    packet.number("blocks read");
    packet.data();
}

}  // namespace

std::string frame_name(Bytes frame)
{
    if (frame.size() < 2) return "no bytes";
    const char* const name = command_name(frame[1] & 0xFE);  // an answer is its command + 1
    return name == nullptr ? "unknown command" : name;
}

std::vector<FrameField> frame_fields(Bytes frame)
{
    if (frame.size() < 2 || frame[0] < 2) return {{"cut short", "no packet"}};
    const Bytes whole = frame.first(std::min<std::size_t>(frame[0], frame.size()));
    PacketReader packet(whole.subspan(2));
    const int command = frame[1] & 0xFE;
    if (command_name(command) == nullptr) return {};
    (command == frame[1] ? read_command : read_answer)(packet, command);
    std::vector<FrameField> fields = packet.fields();
    if (whole.size() < frame[0] && (fields.empty() || fields.back().name != "cut short"))
        fields.push_back({"cut short", fmt::format("{} of {} bytes", whole.size(), frame[0])});
    return fields;
}

}  // namespace sim
