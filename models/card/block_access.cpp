// SPDX-License-Identifier: Apache-2.0
#include "models/card/block_access.h"

#include <algorithm>

namespace model
{
namespace
{

using fw::felica::block_size;
using fw::felica::BlockList;
using fw::felica::BlockRef;
using fw::felica::Status;

constexpr std::uint8_t normal_access = 0;
constexpr std::uint8_t cashback_access = 1;

// A write under way on a copy of the card.
struct Write {
    TransitCard& card;
    const CardProfile& profile;
    Opened services;
    BlockList list;
    fw::Bytes data;

    const Node& node(std::size_t i) const
    {
        return profile.layout->nodes[services[list[i].service]];
    }
    fw::BlockBytes block(std::size_t i) const { return data.subspan(i * block_size).first<16>(); }
};

void copy_block(fw::BlockBytes from, fw::Block& to)
{
    std::copy(from.begin(), from.end(), to.begin());
}

// What an entry names: 0 when it is a block of an opened service.
std::uint8_t entry_error(const CardProfile& profile, Opened services, const BlockRef& ref)
{
    if (ref.service >= services.size()) return flag::order;
    const Node& node = profile.layout->nodes[services[ref.service]];
    if (node.kind == NodeKind::area) return flag::service_type;
    const bool cashback = ref.access == cashback_access && node.right == WriteRight::cashback;
    if (ref.access != normal_access && !cashback) return flag::access_mode;
    return ref.block < node.count ? 0 : flag::block_number;
}

std::uint8_t write_direct(const CardProfile& profile, const fw::PurseBlock& now, fw::Block& stored,
                          fw::BlockBytes wanted)
{
    const bool raises = fw::get_le32(wanted.data()) > static_cast<std::uint32_t>(now.value.count);
    if (raises && !profile.direct_access_raises) return flag::not_allowed;
    copy_block(wanted, stored);
    return 0;
}

// Decrement and cash-back: the same execution id again succeeds and changes nothing.
std::uint8_t move_money(fw::Block& stored, fw::BlockBytes wanted, bool cashback)
{
    if (std::equal(wanted.begin() + 12, wanted.end(), stored.begin() + 12)) return 0;
    const std::uint32_t value = fw::get_le32(&stored[0]);
    const std::uint32_t amount = fw::get_le32(&wanted[0]);
    if (cashback && amount > fw::get_le32(&stored[4])) return flag::cashback_range;
    if (cashback ? value + amount < value : amount > value) return flag::purse_range;
    fw::put_le32(&stored[0], cashback ? value + amount : value - amount);
    fw::put_le32(&stored[4], cashback ? 0 : amount);
    std::copy(wanted.begin() + 8, wanted.end(), stored.begin() + 8);
    return 0;
}

std::uint8_t write_purse(Write& write, std::size_t i)
{
    fw::Block& stored = write.card.blocks[write.node(i).first];
    if (write.node(i).right != WriteRight::direct) {
        return move_money(stored, write.block(i), write.list[i].access == cashback_access);
    }
    return write_direct(write.profile, fw::decode_purse(stored), stored, write.block(i));
}

// The whole run of blocks that the command pushes on the ring of entry `first`.
std::uint8_t write_ring(Write& write, std::size_t first)
{
    const Node& node = write.node(first);
    std::array<std::size_t, 16> run{};
    std::size_t length = 0;
    for (std::size_t i = first; i < write.list.size(); ++i) {
        if (write.list[i].service == write.list[first].service) run[length++] = i;
    }
    if (length > node.count) return flag::ring_size;

    bool repeat = true;
    for (std::size_t age = 0; age < length; ++age) {
        const fw::BlockBytes wanted = write.block(run[length - 1 - age]);
        const fw::Block& stored = write.card.blocks[block_index(write.card, node, age)];
        repeat = repeat && std::equal(wanted.begin(), wanted.end(), stored.begin());
    }
    if (repeat) return 0;

    std::uint8_t& newest = write.card.newest[node.ring];
    for (std::size_t i = 0; i < length; ++i) {
        newest = static_cast<std::uint8_t>((newest == 0 ? node.count : newest) - 1);
        copy_block(write.block(run[i]), write.card.blocks[node.first + std::size_t{newest}]);
    }
    return 0;
}

// Whether an earlier entry of the list has already pushed this entry's ring.
bool ring_done(const Write& write, std::size_t i)
{
    for (std::size_t j = 0; j < i; ++j) {
        if (write.list[j].service == write.list[i].service) return true;
    }
    return false;
}

std::uint8_t write_entry(Write& write, std::size_t i)
{
    const Node& node = write.node(i);
    if (node.right == WriteRight::none) return flag::not_allowed;
    switch (node.kind) {
        case NodeKind::purse:
            return write_purse(write, i);
        case NodeKind::cyclic:
            if (write.list[i].block != 0) return flag::block_number;
            return ring_done(write, i) ? std::uint8_t{0} : write_ring(write, i);
        default:
            copy_block(write.block(i), write.card.blocks[node.first + write.list[i].block]);
            return 0;
    }
}

Status failed_at(std::size_t i, std::uint8_t flag2)
{
    return {static_cast<std::uint8_t>(i + 1), flag2};
}

}  // namespace

std::size_t block_index(const TransitCard& card, const Node& node, std::size_t age)
{
    if (node.kind != NodeKind::cyclic) return node.first + age;
    const std::size_t at = card.newest[node.ring] + age;
    return node.first + (at < node.count ? at : at - node.count);
}

Status read_blocks(const TransitCard& card, const CardProfile& profile, Opened services,
                   BlockList list, fw::MutBytes data)
{
    const bool fits = list.size() <= profile.read_blocks && list.size() * block_size <= data.size();
    if (list.empty() || !fits) return {0xFF, flag::block_count};
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::uint8_t error = entry_error(profile, services, list[i]);
        if (error != 0) return failed_at(i, error);
        const Node& node = profile.layout->nodes[services[list[i].service]];
        const fw::Block& block = card.blocks[block_index(card, node, list[i].block)];
        std::copy(block.begin(), block.end(),
                  data.begin() + static_cast<std::ptrdiff_t>(i * block_size));
    }
    return success;
}

Status write_blocks(TransitCard& card, const CardProfile& profile, Opened services, BlockList list,
                    fw::Bytes data)
{
    if (list.empty() || list.size() > profile.write_blocks) return {0xFF, flag::block_count};
    TransitCard next = card;
    Write write{next, profile, services, list, data};
    for (std::size_t i = 0; i < list.size(); ++i) {
        std::uint8_t error = entry_error(profile, services, list[i]);
        if (error == 0) error = write_entry(write, i);
        if (error != 0) return failed_at(i, error);
    }
    card = next;
    return success;
}

}  // namespace model
