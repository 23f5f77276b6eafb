// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/protocol/felica.h"
#include "firmware/protocol/transit_blocks.h"

// FeliCa Lite-S (RC-S966): its blocks, its commands, and the bytes its MACs are computed over
// (felica.md 8; Sony's Lite-S manual by way of excerpts). The cipher is not here: card and security
// module each hold their key and turn a message into its MAC.
namespace fw::lite_s
{

constexpr std::uint16_t system_code = 0x88B4;
constexpr std::uint16_t read_write_service = 0x0009;
constexpr std::uint16_t read_only_service = 0x000B;
constexpr std::size_t most_read = 4;   // blocks a command, MAC_A among them
constexpr std::size_t most_write = 2;  // a block and its MAC_A

// User blocks S_PAD0 to S_PAD13 are numbered 0 to 13.
enum BlockNumber : std::uint8_t {
    reg = 0x0E,
    rc = 0x80,   // the reader's challenge
    mac = 0x81,  // the older MAC, over data alone
    id = 0x82,
    d_id = 0x83,  // IDm and PMm
    ser_c = 0x84,
    sys_c = 0x85,
    ckv = 0x86,   // version of the card key
    ck = 0x87,    // card key
    mc = 0x88,    // what may be done to which block
    wcnt = 0x90,  // writes so far, 3 bytes, low first
    mac_a = 0x91,
    state = 0x92,  // 01: the reader has shown that it holds the card key
    crc_check = 0xA0,
};

constexpr std::size_t mac_size = 8;
using Mac = std::array<std::uint8_t, mac_size>;

// A message of whole groups of eight bytes, in the order of the wire.
struct Message {
    std::array<std::uint8_t, 8 + most_read * felica::block_size> bytes{};
    std::size_t size = 0;
    Bytes view() const { return {bytes.data(), size}; }
};

// What the MAC_A of a read is made of: the numbers of all blocks named, its own last, and the data
// in front of it. That its own number counts follows from the four pairs that fill the first group;
// no published number proves it (felica.md 17, 13).
Message read_message(Bytes numbers, Bytes data);
// What the MAC_A of a write is made of: the write counter, both block numbers, the data.
Message write_message(std::uint32_t count, std::uint8_t block, BlockBytes data);

// Commands. `numbers` as they shall come back, MAC_A last where it is wanted.
std::size_t make_read(const Idm& card, Bytes numbers, MutBytes out);
std::size_t make_write(const Idm& card, std::uint8_t block, BlockBytes data, MutBytes out);
std::size_t make_write(const Idm& card, std::uint8_t block, BlockBytes data, std::uint32_t count,
                       const Mac& mac, MutBytes out);

// The content of block STATE that makes a write with MAC_A the external authentication.
constexpr Block authenticated_state{1};

// Out of block WCNT, or of the second half of a MAC_A that is sent.
std::uint32_t write_count(const std::uint8_t* bytes);
Block encode_write_count(std::uint32_t count);

// A write that belongs to opening a session (to RC or STATE) and changes nothing of value.
bool opens_session(Bytes packet);

}  // namespace fw::lite_s
