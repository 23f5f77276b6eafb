// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "firmware/protocol/felica_crc.h"

namespace
{

using fw::felica::add_crc;
using fw::felica::crc16;
using fw::felica::crc_ok;

// The plain long division, one bit at a time.
std::uint16_t divided(const std::vector<std::uint8_t>& bytes)
{
    std::uint32_t crc = 0;
    for (const std::uint8_t byte : bytes) {
        for (int bit = 7; bit >= 0; --bit) {
            const bool out = ((crc >> 15) ^ (byte >> bit & 1u)) != 0;
            crc = (crc << 1 & 0xFFFF) ^ (out ? 0x1021u : 0u);
        }
    }
    return static_cast<std::uint16_t>(crc);
}

TEST(FelicaCrc, GivesTheCheckValueOfThePolynomial)
{
    const std::vector<std::uint8_t> digits{'1', '2', '3', '4', '5', '6', '7', '8', '9'};
    EXPECT_EQ(crc16(digits), 0x31C3);  // CRC-16 catalogue: poly 1021h, init 0, not reflected
}

RC_GTEST_PROP(FelicaCrc, AgreesWithLongDivisionForAnyBytes, (std::vector<std::uint8_t> bytes))
{
    RC_ASSERT(crc16(bytes) == divided(bytes));
}

RC_GTEST_PROP(FelicaCrc, NoticesEverySingleBitError, (std::vector<std::uint8_t> bytes))
{
    RC_PRE(!bytes.empty());
    const std::size_t size = bytes.size();
    bytes.resize(size + 2);
    RC_ASSERT(add_crc(bytes, size) == size + 2);
    RC_ASSERT(crc_ok(bytes));
    const auto bit = *rc::gen::inRange<std::size_t>(0, bytes.size() * 8);
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ 1u << bit % 8);
    RC_ASSERT(!crc_ok(bytes));
}

TEST(FelicaCrc, IsNotAddedToAFrameWithoutRoom)
{
    std::vector<std::uint8_t> frame(11);
    EXPECT_EQ(add_crc(frame, 10), 0u);
    EXPECT_EQ(add_crc(frame, 9), 11u);
}

}  // namespace
