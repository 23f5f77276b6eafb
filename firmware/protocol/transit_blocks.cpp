// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/transit_blocks.h"

namespace fw
{
namespace
{

constexpr std::uint32_t bits(Yen amount)
{
    return static_cast<std::uint32_t>(amount.count);
}

void put_be24(std::uint8_t* p, std::uint32_t value)
{
    p[0] = static_cast<std::uint8_t>(value >> 16);
    put_be16(p + 1, value);
}

std::uint32_t get_be24(const std::uint8_t* p)
{
    return static_cast<std::uint32_t>(p[0]) << 16 | get_be16(p + 1);
}

CardType card_type(std::uint8_t byte)
{
    switch (byte) {
        case 1:
            return CardType::child;
        case 2:
            return CardType::disabled;
        default:
            return CardType::adult;
    }
}

}  // namespace

Block encode(const PurseBlock& purse)
{
    Block block{};
    put_le32(&block[0], bits(purse.value));
    put_le32(&block[4], bits(purse.cashback));
    put_le32(&block[8], purse.user);
    put_le32(&block[12], purse.execution.value);
    return block;
}

Block encode(const AttributeBlock& attribute)
{
    Block block{};
    block[0] = static_cast<std::uint8_t>(attribute.type);
    block[8] = attribute.flags;
    put_le16(&block[11], bits(attribute.balance));
    put_be16(&block[14], attribute.transaction);
    return block;
}

Block encode(const HistoryEntry& entry)
{
    Block block{entry.terminal, entry.process, entry.payment, entry.gate};
    put_be16(&block[4], entry.date);
    put_be16(&block[6], entry.operator_line);
    put_be16(&block[8], entry.stop);
    put_le16(&block[10], bits(entry.balance));
    put_be24(&block[12], entry.sequence);
    block[15] = entry.region;
    return block;
}

Block encode(const GateRecord& record)
{
    Block block{record.kind, record.transfer};
    put_be16(&block[2], record.station);
    put_be16(&block[4], record.device);
    put_be16(&block[6], record.date);
    put_be16(&block[8], record.time);
    put_le16(&block[10], bits(record.fare));
    put_le16(&block[12], bits(record.pass_part));
    put_be16(&block[14], record.trip);
    return block;
}

PurseBlock decode_purse(BlockBytes bytes)
{
    return {.value = {static_cast<std::int32_t>(get_le32(&bytes[0]))},
            .cashback = {static_cast<std::int32_t>(get_le32(&bytes[4]))},
            .user = get_le32(&bytes[8]),
            .execution = {get_le32(&bytes[12])}};
}

AttributeBlock decode_attribute(BlockBytes bytes)
{
    return {.type = card_type(bytes[0]),
            .flags = bytes[8],
            .balance = {get_le16(&bytes[11])},
            .transaction = get_be16(&bytes[14])};
}

HistoryEntry decode_history(BlockBytes bytes)
{
    return {.terminal = bytes[0],
            .process = bytes[1],
            .payment = bytes[2],
            .gate = bytes[3],
            .date = get_be16(&bytes[4]),
            .operator_line = get_be16(&bytes[6]),
            .stop = get_be16(&bytes[8]),
            .balance = {get_le16(&bytes[10])},
            .sequence = get_be24(&bytes[12]),
            .region = bytes[15]};
}

GateRecord decode_gate(BlockBytes bytes)
{
    return {.kind = bytes[0],
            .transfer = bytes[1],
            .station = get_be16(&bytes[2]),
            .device = get_be16(&bytes[4]),
            .date = get_be16(&bytes[6]),
            .time = get_be16(&bytes[8]),
            .fare = {get_le16(&bytes[10])},
            .pass_part = {get_le16(&bytes[12])},
            .trip = get_be16(&bytes[14])};
}

}  // namespace fw
