// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/lite_s.h"

#include <algorithm>

namespace fw::lite_s
{
namespace
{

using felica::BlockRef;

constexpr std::array<std::uint16_t, 1> reading{read_only_service};
constexpr std::array<std::uint16_t, 1> writing{read_write_service};
constexpr std::size_t first_block_at = 15;  // of a command that names one service

void append(Message& message, Bytes more)
{
    const std::size_t room = message.bytes.size() - message.size;
    const std::size_t size = std::min(more.size(), room);
    std::copy_n(more.begin(), size,
                message.bytes.begin() + static_cast<std::ptrdiff_t>(message.size));
    message.size += size;
}

void put_count(std::uint8_t* p, std::uint32_t count)
{
    put_le16(p, count);
    p[2] = static_cast<std::uint8_t>(count >> 16);
}

}  // namespace

Message read_message(Bytes numbers, Bytes data)
{
    Message message;
    message.size = 8;
    std::fill_n(message.bytes.begin(), 8, std::uint8_t{0xFF});
    for (std::size_t i = 0; i < std::min(numbers.size(), most_read); ++i) {
        message.bytes[2 * i] = numbers[i];
        message.bytes[2 * i + 1] = 0;
    }
    append(message, data);
    return message;
}

Message write_message(std::uint32_t count, std::uint8_t block, BlockBytes data)
{
    Message message;
    message.size = 8;
    put_count(message.bytes.data(), count);
    message.bytes[4] = block;
    message.bytes[6] = mac_a;
    append(message, data);
    return message;
}

std::size_t make_read(const Idm& card, Bytes numbers, MutBytes out)
{
    std::array<BlockRef, most_read> list{};
    if (numbers.empty() || numbers.size() > list.size()) return 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) list[i].block = numbers[i];
    return felica::make_read(card, reading, std::span(list).first(numbers.size()), out);
}

std::size_t make_write(const Idm& card, std::uint8_t block, BlockBytes data, MutBytes out)
{
    return felica::make_write(card, writing, std::array{BlockRef{0, 0, block}}, data, out);
}

std::size_t make_write(const Idm& card, std::uint8_t block, BlockBytes data, std::uint32_t count,
                       const Mac& mac, MutBytes out)
{
    std::array<std::uint8_t, 2 * felica::block_size> both{};
    std::copy(data.begin(), data.end(), both.begin());
    std::copy(mac.begin(), mac.end(), both.begin() + felica::block_size);
    put_count(&both[felica::block_size + mac_size], count);
    return felica::make_write(card, writing,
                              std::array{BlockRef{0, 0, block}, BlockRef{0, 0, mac_a}}, both, out);
}

std::uint32_t write_count(const std::uint8_t* bytes)
{
    return get_le16(bytes) | std::uint32_t{bytes[2]} << 16;
}

Block encode_write_count(std::uint32_t count)
{
    Block block{};
    put_count(block.data(), count);
    return block;
}

bool opens_session(Bytes packet)
{
    if (packet.size() <= first_block_at || packet[1] != felica::write_plain) return false;
    return packet[first_block_at] == rc || packet[first_block_at] == state;
}

}  // namespace fw::lite_s
