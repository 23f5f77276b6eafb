// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/lite_s_purse.h"

namespace fw::lite_s_purse
{
namespace
{

constexpr unsigned sequence_mask = 0x3FFF;

// By the number that stands for each in a record.
constexpr std::array<std::uint8_t, 4> kinds{0, gate::entry, gate::exit, gate::flat};

unsigned number_of(std::uint8_t kind)
{
    for (unsigned number = 1; number < kinds.size(); ++number)
        if (kinds[number] == kind) return number;
    return 0;
}

// Both from 1 to 16383, on a circle; at most half of it apart.
bool is_newer(std::uint16_t a, std::uint16_t b)
{
    if (a == 0 || b == 0) return a != 0;
    const unsigned ahead = (a + sequence_mask - b) % sequence_mask;
    return ahead != 0 && ahead <= sequence_mask / 2;
}

}  // namespace

Block encode(const Holder& holder)
{
    return {static_cast<std::uint8_t>(holder.type), holder.flags, holder.version};
}

Block encode(const Record& record)
{
    Block block{};
    put_le16(&block[0], number_of(record.gate.kind) << 14 | (record.sequence & sequence_mask));
    put_le16(&block[2], static_cast<unsigned>(record.balance.count));
    put_le32(&block[4], record.execution.value);
    put_le16(&block[8], record.gate.station);
    put_le16(&block[10], record.gate.device);
    put_le16(&block[12], record.gate.date);
    put_le16(&block[14], record.gate.trip);
    return block;
}

Holder decode_holder(BlockBytes bytes)
{
    const bool known = bytes[0] <= static_cast<std::uint8_t>(CardType::disabled);
    return {known ? static_cast<CardType>(bytes[0]) : CardType::adult, bytes[1], bytes[2]};
}

Record decode_record(BlockBytes bytes)
{
    const unsigned head = get_le16(&bytes[0]);
    Record record;
    record.sequence = static_cast<std::uint16_t>(head & sequence_mask);
    record.balance = {get_le16(&bytes[2])};
    record.execution = {get_le32(&bytes[4])};
    record.gate.kind = kinds[head >> 14];
    record.gate.station = get_le16(&bytes[8]);
    record.gate.device = get_le16(&bytes[10]);
    record.gate.date = get_le16(&bytes[12]);
    record.gate.trip = get_le16(&bytes[14]);
    return record;
}

std::uint16_t sequence_after(std::uint16_t sequence)
{
    return sequence >= sequence_mask ? std::uint16_t{1} : static_cast<std::uint16_t>(sequence + 1);
}

std::size_t newest_of(const Records& records)
{
    std::size_t newest = 0;
    for (std::size_t i = 1; i < records.size(); ++i)
        if (is_newer(records[i].sequence, records[newest].sequence)) newest = i;
    return newest;
}

}  // namespace fw::lite_s_purse
