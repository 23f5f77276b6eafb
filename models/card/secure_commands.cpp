// SPDX-License-Identifier: Apache-2.0
#include "models/card/secure_commands.h"

#include "firmware/protocol/felica.h"
#include "models/card/block_access.h"

namespace model
{
namespace
{

using fw::felica::block_size;
using fw::felica::Status;

constexpr std::size_t frame_extra = 18;  // length, code, header, MAC

// Body bytes of a secured command for one block: list entry, and data for a write.
constexpr std::size_t body_bytes(std::uint8_t code)
{
    return code == fw::felica::write_secure ? 2 + block_size : 2;
}

constexpr std::size_t padded_body(std::uint8_t code, std::size_t blocks)
{
    return (1 + blocks * body_bytes(code) + 7) / 8 * 8;
}

struct Secured {
    std::uint8_t code = 0;
    std::array<std::uint8_t, fw::felica::max_packet> body;
    std::array<fw::felica::BlockRef, 16> list;
    std::size_t count = 0;
    fw::Bytes data;
};

// Takes the opened body apart; false when it is not what its frame promised.
bool parse_body(Secured& command, std::size_t padded, std::size_t limit)
{
    command.count = command.body[0];
    if (padded != padded_body(command.code, command.count)) return false;
    if (command.count == 0 || command.count > limit) return true;  // answered with an error
    const std::size_t list_size = 2 * command.count;
    const fw::Bytes body = fw::Bytes(command.body).first(padded);
    const auto used = fw::felica::parse_block_list(
        body.subspan(1, list_size), static_cast<unsigned>(command.count), command.list);
    if (used != list_size) return false;
    if (command.code == fw::felica::write_secure) {
        command.data = body.subspan(1 + list_size, command.count * block_size);
    }
    return true;
}

// Counter in order or an exact repeat, and a genuine MAC.
std::size_t open_in_order(CardSession& session, const CardProfile& profile, fw::Bytes packet,
                          Secured& command, SealedFrame& head)
{
    if (!StandInCipher::read_head(packet, head)) return 0;
    const bool repeat =
        head.counter == session.keys.counter && head.counter > 0 && head.mac == session.newest_mac;
    if (!repeat && head.counter != session.keys.counter + 1) return 0;
    return profile.cipher->open(session.keys, packet, command.body);
}

// Status, block count and data of the answer, ready to be sealed.
std::size_t carry_out(TransitCard& card, const CardSession& session, const CardProfile& profile,
                      const Secured& command, fw::MutBytes body)
{
    const Opened services(session.services.data(), session.service_count);
    const bool read = command.code == fw::felica::read_secure;
    const std::size_t limit = read ? profile.read_blocks : profile.write_blocks;
    Status status{0xFF, flag::block_count};
    if (command.count > 0 && command.count <= limit) {
        const fw::felica::BlockList list(command.list.data(), command.count);
        status = read ? read_blocks(card, profile, services, list, body.subspan(3))
                      : write_blocks(card, profile, services, list, command.data);
    }
    const std::size_t blocks = read && status.ok() ? command.count : 0;
    body[0] = status.flag1;
    body[1] = status.flag2;
    body[2] = static_cast<std::uint8_t>(blocks);
    return 3 + blocks * block_size;
}

}  // namespace

std::size_t answer_secured(TransitCard& card, CardSession& session, const CardProfile& profile,
                           fw::Bytes packet, fw::MutBytes answer)
{
    Secured command;
    command.code = packet[1];
    SealedFrame head;
    const std::size_t padded = open_in_order(session, profile, packet, command, head);
    const bool read = command.code == fw::felica::read_secure;
    const std::size_t limit = read ? profile.read_blocks : profile.write_blocks;
    if (padded == 0 || !parse_body(command, padded, limit)) return 0;
    session.keys.counter = head.counter;
    session.newest_mac = head.mac;

    std::array<std::uint8_t, fw::felica::max_packet> body;
    const std::size_t size = carry_out(card, session, profile, command, body);
    return profile.cipher->seal(
        session.keys,
        {.code = static_cast<std::uint8_t>(command.code + 1), .counter = head.counter},
        fw::Bytes(body).first(size), answer);
}

unsigned secured_blocks(fw::Bytes packet)
{
    SealedFrame head;
    if (!StandInCipher::read_head(packet, head)) return 0;
    const std::size_t padded = packet.size() - frame_extra;
    if (padded_body(head.code, head.blocks) == padded) return head.blocks;
    return static_cast<unsigned>((padded - 1) / body_bytes(head.code));
}

}  // namespace model
