// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/iso14443_crc.h"

#include <array>

namespace fw::iso14443
{
namespace
{

constexpr auto make_table()
{
    std::array<std::uint16_t, 256> table{};
    for (unsigned b = 0; b < table.size(); ++b) {
        unsigned crc = b;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x8408u : 0u);
        table[b] = static_cast<std::uint16_t>(crc);
    }
    return table;
}

constexpr auto table = make_table();

}  // namespace

std::uint16_t crc16(Crc kind, Bytes bytes)
{
    unsigned crc = kind == Crc::a ? 0x6363 : 0xFFFF;
    for (const std::uint8_t byte : bytes) crc = (crc >> 8) ^ table[(crc ^ byte) & 0xFF];
    return static_cast<std::uint16_t>(kind == Crc::a ? crc : ~crc);
}

std::size_t add_crc(Crc kind, MutBytes frame, std::size_t size)
{
    if (frame.size() < size + crc_size) return 0;
    put_le16(&frame[size], crc16(kind, frame.first(size)));
    return size + crc_size;
}

bool crc_ok(Crc kind, Bytes frame)
{
    if (frame.size() <= crc_size) return false;
    const std::size_t size = frame.size() - crc_size;
    return get_le16(&frame[size]) == crc16(kind, frame.first(size));
}

}  // namespace fw::iso14443
