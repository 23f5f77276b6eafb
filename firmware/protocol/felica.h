// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"

// FeliCa commands as packets: length byte first, command code, body; no preamble and no CRC (the
// reader adds those). Builders return the packet's size, 0 when it does not fit. Sources: Sony
// M617-E02 excerpts for 00-0C, public descriptions for 10-16 (only lengths are relied on).
namespace fw::felica
{

constexpr std::size_t max_packet = 255;
constexpr std::size_t block_size = 16;

enum Code : std::uint8_t {
    polling = 0x00,
    request_service = 0x02,
    request_response = 0x04,
    read_plain = 0x06,
    write_plain = 0x08,
    search_service_code = 0x0A,
    request_system_code = 0x0C,
    authentication1 = 0x10,
    authentication2 = 0x12,
    read_secure = 0x14,
    write_secure = 0x16,
};

// One entry of a block list: position in the service list, block number, access mode (0 normal,
// 1 purse cash-back).
struct BlockRef {
    std::uint8_t service = 0;
    std::uint8_t access = 0;
    std::uint16_t block = 0;
};
using BlockList = std::span<const BlockRef>;

// Status flags of an answer (SF1, SF2); ok is 00 00.
struct Status {
    std::uint8_t flag1 = 0xFF;
    std::uint8_t flag2 = 0;
    constexpr bool ok() const { return flag1 == 0; }
};

std::size_t make_polling(std::uint16_t system_code, std::uint8_t request, std::uint8_t slots,
                         MutBytes out);
std::size_t make_request_service(const Idm& card, std::span<const std::uint16_t> nodes,
                                 MutBytes out);
std::size_t make_request_response(const Idm& card, MutBytes out);
std::size_t make_read(const Idm& card, std::span<const std::uint16_t> services, BlockList blocks,
                      MutBytes out);
std::size_t make_write(const Idm& card, std::span<const std::uint16_t> services, BlockList blocks,
                       Bytes data, MutBytes out);

// Bodies of the secured commands, to be sealed by the Sam: block count, list, and for a write the
// data, 16 bytes a block.
std::size_t make_secure_read_body(BlockList blocks, MutBytes out);
std::size_t make_secure_write_body(BlockList blocks, Bytes data, MutBytes out);

// The card's side of a block list: `count` entries out of `bytes`. Bytes used, 0 when they are not
// all there or `out` is too small.
std::size_t parse_block_list(Bytes bytes, unsigned count, std::span<BlockRef> out);

// The key versions of a Request Service answer; 0xFFFF = node absent. False: not such an answer.
bool parse_request_service(Bytes answer, const Idm& card, std::span<std::uint16_t> versions);
// Status and data of an opened secure answer: SF1 SF2 [data].
Status parse_secure_answer(Bytes body, Bytes& data);
// Status and data of an answer to Read/Write Without Encryption.
Status parse_plain_answer(Bytes answer, const Idm& card, Bytes& data);

}  // namespace fw::felica
