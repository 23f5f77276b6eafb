// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"
#include "firmware/core/units.h"
#include "firmware/protocol/nodes.h"

// What stands in the blocks of a mutual-use transit card, system 0003 (felica.md 6 and 9). Purse
// amounts are little-endian; dates, times and sequences big-endian. Stop and operator codes come
// from the bench's own invented table: the coding for Gunma buses is not public.
namespace fw
{

using Block = std::array<std::uint8_t, 16>;
using BlockBytes = std::span<const std::uint8_t, 16>;

// The purse as stored; written through a decrement or cash-back service, `value` is the amount.
struct PurseBlock {
    Yen value{};
    Yen cashback{};
    std::uint32_t user = 0;
    ExecutionId execution{};
};

enum class CardType : std::uint8_t { adult = 0, child = 1, disabled = 2 };

struct AttributeBlock {
    CardType type = CardType::adult;  // byte 0: our own layout, assumed
    std::uint8_t flags = 0;           // byte 8: 10 voice, 20 SF outside pass area
    Yen balance{};                    // copy of the purse, 16 bits
    std::uint16_t transaction = 0;    // counts boardings, alightings and top-ups alike (assumed)
};

namespace history
{
constexpr std::uint8_t bus_terminal = 0x05, counter_terminal = 0x08, shop_terminal = 0xC7;
constexpr std::uint8_t bus_fare = 0x0F, bus_flat = 0x0D, bus_charge = 0x1F, issue = 0x07,
                       goods = 0x46;
constexpr std::uint8_t bus_in_out = 0x0F, no_gate = 0x00, transfer_discount = 0x21;
}  // namespace history

struct HistoryEntry {
    std::uint8_t terminal = history::bus_terminal;
    std::uint8_t process = history::bus_fare;
    std::uint8_t payment = 0;
    std::uint8_t gate = history::bus_in_out;
    std::uint16_t date = 0;           // see pack_date
    std::uint16_t operator_line = 0;  // bytes 6-7, bench code table
    std::uint16_t stop = 0;           // bytes 8-9, bench code table
    Yen balance{};
    std::uint32_t sequence = 0;  // 24 bits
    std::uint8_t region = 0;
};

namespace gate
{
constexpr std::uint8_t entry = 0xA0, exit = 0x20, flat = 0x80, bus_transfer = 0x08;
}  // namespace gate

struct GateRecord {
    std::uint8_t kind = gate::entry;
    std::uint8_t transfer = 0;
    std::uint16_t station = 0;  // stop code of the bench's own table, invented
    std::uint16_t device = 0;   // low 16 bits of the reader's number
    std::uint16_t date = 0;
    std::uint16_t time = 0;  // see pack_time
    Yen fare{};
    Yen pass_part{};
    std::uint16_t trip = 0;  // low 16 bits; in the place of a pass section's stop, assumed
};

Block encode(const PurseBlock& purse);
Block encode(const AttributeBlock& attribute);
Block encode(const HistoryEntry& entry);
Block encode(const GateRecord& record);
PurseBlock decode_purse(BlockBytes bytes);
AttributeBlock decode_attribute(BlockBytes bytes);
HistoryEntry decode_history(BlockBytes bytes);
GateRecord decode_gate(BlockBytes bytes);

// Seven bits of years since 2000, four of months, five of days.
constexpr std::uint16_t pack_date(int year, int month, int day)
{
    return static_cast<std::uint16_t>(((year - 2000) & 0x7F) << 9 | (month & 15) << 5 | (day & 31));
}
// Hours and minutes in BCD; a service day may run past 24 h.
constexpr std::uint16_t pack_time(int hour, int minute)
{
    return static_cast<std::uint16_t>((hour / 10) << 12 | (hour % 10) << 8 | (minute / 10) << 4 |
                                      (minute % 10));
}
// Minutes since midnight.
constexpr int unpack_time(std::uint16_t bcd)
{
    return ((bcd >> 12) * 10 + ((bcd >> 8) & 15)) * 60 + ((bcd >> 4) & 15) * 10 + (bcd & 15);
}

}  // namespace fw
