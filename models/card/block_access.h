// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/protocol/felica.h"
#include "models/card/transit_card.h"

// What a read or a write of blocks does to a card once it is allowed to be heard: status flags of
// felica.md 5, write rules of felica.md 6. SF1 is the ordinal of the failing list entry, from 1
// (products differ; *assumed*), FF when no single entry failed.
namespace model
{

namespace flag
{
constexpr std::uint8_t purse_range = 0x01, cashback_range = 0x02, value_limit = 0x03;
constexpr std::uint8_t service_count = 0xA1, block_count = 0xA2, order = 0xA3;
constexpr std::uint8_t service_type = 0xA4, not_allowed = 0xA5, no_service = 0xA6;
constexpr std::uint8_t access_mode = 0xA7, block_number = 0xA8, ring_size = 0xAF;
}  // namespace flag

constexpr fw::felica::Status success{0, 0};

// The services a block list may name, as positions in the layout.
using Opened = std::span<const std::uint8_t>;

// Status and, when ok, 16 bytes a block in `data`.
fw::felica::Status read_blocks(const TransitCard& card, const CardProfile& profile, Opened services,
                               fw::felica::BlockList list, fw::MutBytes data);

// All blocks are written or none. A cyclic ring takes the blocks of one command as one run, the
// last of them becoming the newest (*assumed*).
fw::felica::Status write_blocks(TransitCard& card, const CardProfile& profile, Opened services,
                                fw::felica::BlockList list, fw::Bytes data);

// Where block `age` of a service lies on the card.
std::size_t block_index(const TransitCard& card, const Node& node, std::size_t age);

}  // namespace model
