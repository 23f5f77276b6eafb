// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/crc16.h"

#include <array>

namespace fw
{

namespace
{

constexpr std::size_t slices = 8;
using Table = std::array<std::array<std::uint16_t, 256>, slices>;

// table[k][b]: the CRC of byte b followed by k zero bytes, so that eight bytes need no carry
// from one to the next.
constexpr Table make_table()
{
    Table table{};
    for (unsigned b = 0; b < 256; ++b) {
        unsigned crc = b << 8;
        for (int bit = 0; bit < 8; ++bit) crc = (crc << 1) ^ ((crc & 0x8000) != 0 ? 0x1021u : 0u);
        table[0][b] = static_cast<std::uint16_t>(crc);
    }
    for (std::size_t k = 1; k < slices; ++k) {
        for (std::size_t b = 0; b < 256; ++b) {
            const unsigned before = table[k - 1][b];
            table[k][b] = static_cast<std::uint16_t>((before << 8) ^ table[0][before >> 8]);
        }
    }
    return table;
}

constexpr Table table = make_table();

}  // namespace

std::uint16_t crc16(Bytes packet)
{
    unsigned crc = 0;
    const std::uint8_t* p = packet.data();
    std::size_t left = packet.size();
    for (; left >= slices; left -= slices, p += slices) {
        // Six of the eight look-ups do not wait for the CRC so far.
        const unsigned ahead = (table[5][p[2]] ^ table[4][p[3]]) ^
                               (table[3][p[4]] ^ table[2][p[5]]) ^
                               (table[1][p[6]] ^ table[0][p[7]]);
        crc = (table[7][p[0] ^ (crc >> 8)] ^ table[6][p[1] ^ (crc & 0xFF)]) ^ ahead;
    }
    for (; left > 0; --left, ++p) crc = ((crc << 8) & 0xFFFF) ^ table[0][(crc >> 8) ^ *p];
    return static_cast<std::uint16_t>(crc);
}

}  // namespace fw
