// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/crc16.h"

#include <array>

namespace fw
{

namespace
{

using Table = std::array<std::uint16_t, 256>;

// tables[n][b]: the CRC of byte b followed by n zero bytes, so eight bytes go in one step.
constexpr std::array<Table, 8> make_tables()
{
    std::array<Table, 8> tables{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        unsigned crc = byte << 8;
        for (int bit = 0; bit < 8; ++bit) crc = (crc << 1) ^ ((crc & 0x8000) != 0 ? 0x1021U : 0U);
        tables[0][byte] = static_cast<std::uint16_t>(crc);
    }
    for (unsigned n = 1; n < 8; ++n) {
        for (unsigned byte = 0; byte < 256; ++byte) {
            const unsigned before = tables[n - 1][byte];
            tables[n][byte] =
                static_cast<std::uint16_t>((before << 8) ^ tables[0][(before >> 8) & 0xFF]);
        }
    }
    return tables;
}

constexpr std::array<Table, 8> tables = make_tables();

}  // namespace

std::uint16_t crc16(Bytes bytes)
{
    const std::uint8_t* p = bytes.data();
    std::size_t left = bytes.size();
    unsigned crc = 0;
    for (; left >= 8; left -= 8, p += 8) {
        crc = static_cast<unsigned>(tables[7][p[0] ^ (crc >> 8)]) ^ tables[6][p[1] ^ (crc & 0xFF)] ^
              tables[5][p[2]] ^ tables[4][p[3]] ^ tables[3][p[4]] ^ tables[2][p[5]] ^
              tables[1][p[6]] ^ tables[0][p[7]];
    }
    for (; left > 0; --left, ++p) crc = ((crc << 8) & 0xFFFF) ^ tables[0][((crc >> 8) ^ *p) & 0xFF];
    return static_cast<std::uint16_t>(crc);
}

}  // namespace fw
