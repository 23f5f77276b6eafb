// SPDX-License-Identifier: Apache-2.0
#include "models/card/plain_commands.h"

#include <algorithm>

#include "firmware/protocol/felica.h"
#include "models/card/block_access.h"

namespace model
{
namespace
{

using namespace fw::felica;

constexpr std::size_t list_limit = 16;

// Read and Write Without Encryption, taken apart.
struct Plain {
    std::array<std::uint8_t, list_limit> services{};
    std::size_t service_count = 0;
    std::array<BlockRef, list_limit> blocks{};
    std::size_t block_count = 0;
    std::size_t data_at = 0;
    Status status = success;

    fw::felica::BlockList list() const { return BlockList(blocks).first(block_count); }
    Opened opened() const { return Opened(services).first(service_count); }
};

// The services named; one that is absent or needs a key is an error of the command.
void name_services(const CardLayout& layout, fw::Bytes codes, Plain& plain)
{
    plain.service_count = codes.size() / 2;
    for (std::size_t i = 0; i < plain.service_count && plain.status.ok(); ++i) {
        const auto found = layout.find(fw::get_le16(&codes[2 * i]));
        const auto ordinal = static_cast<std::uint8_t>(i + 1);
        if (!found)
            plain.status = {ordinal, flag::no_service};
        else if (layout.nodes[*found].kind == NodeKind::area) {
            plain.status = {ordinal, flag::service_type};
        } else if (layout.nodes[*found].key)
            plain.status = {ordinal, flag::not_allowed};
        plain.services[i] = found.value_or(0);
    }
}

// False: the packet is not as long as its counts say.
bool parse_plain(const CardLayout& layout, fw::Bytes packet, Plain& plain)
{
    if (packet.size() <= head_size) return false;
    const std::size_t services = packet[head_size];
    const std::size_t list_at = head_size + 1 + 2 * services;
    if (list_at >= packet.size()) return false;
    if (services == 0 || services > list_limit)
        plain.status = {0xFF, flag::service_count};
    else
        name_services(layout, packet.subspan(head_size + 1, 2 * services), plain);

    plain.block_count = packet[list_at];
    plain.data_at = list_at + 1;
    if (plain.block_count == 0 || plain.block_count > list_limit) {
        plain.status = {0xFF, flag::block_count};
        plain.block_count = 0;
        return true;
    }
    const std::size_t used = parse_block_list(
        packet.subspan(plain.data_at), static_cast<unsigned>(plain.block_count), plain.blocks);
    plain.data_at += used;
    const std::size_t data = packet[1] == write_plain ? plain.block_count * block_size : 0;
    return used != 0 && packet.size() == plain.data_at + data;
}

}  // namespace

std::size_t open_answer(const TransitCard& card, std::uint8_t code, std::size_t size,
                        fw::MutBytes answer)
{
    answer[0] = static_cast<std::uint8_t>(size);
    answer[1] = static_cast<std::uint8_t>(code + 1);
    std::copy(card.idm.bytes.begin(), card.idm.bytes.end(), answer.begin() + 2);
    return size;
}

std::size_t answer_plain(TransitCard& card, const CardProfile& profile, fw::Bytes packet,
                         fw::MutBytes answer)
{
    Plain plain;
    if (!parse_plain(*profile.layout, packet, plain)) return 0;
    const bool read = packet[1] == read_plain;
    if (plain.status.ok()) {
        plain.status = read ? read_blocks(card, profile, plain.opened(), plain.list(),
                                          answer.subspan(head_size + 3))
                            : write_blocks(card, profile, plain.opened(), plain.list(),
                                           packet.subspan(plain.data_at));
    }
    answer[head_size] = plain.status.flag1;
    answer[head_size + 1] = plain.status.flag2;
    if (!read || !plain.status.ok()) return open_answer(card, packet[1], head_size + 2, answer);
    answer[head_size + 2] = static_cast<std::uint8_t>(plain.block_count);
    return open_answer(card, packet[1], head_size + 3 + plain.block_count * block_size, answer);
}

}  // namespace model
