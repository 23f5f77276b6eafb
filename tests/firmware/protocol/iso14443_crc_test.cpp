// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/iso14443_crc.h"

#include <gtest/gtest.h>

#include <vector>

namespace fw::iso14443
{
namespace
{

using Frame = std::vector<std::uint8_t>;

Frame with_crc(Crc kind, Frame frame)
{
    const std::size_t size = frame.size();
    frame.resize(size + crc_size);
    EXPECT_EQ(add_crc(kind, frame, size), frame.size());
    return frame;
}

TEST(Iso14443Crc, ClosesTypeAFramesAsARealClientDoes)
{
    EXPECT_EQ(with_crc(Crc::a, {0xE0, 0x50}), (Frame{0xE0, 0x50, 0xBC, 0xA5}));
    EXPECT_EQ(with_crc(Crc::a, {0x50, 0x00}), (Frame{0x50, 0x00, 0x57, 0xCD}));
    EXPECT_EQ(with_crc(Crc::a, {0x93, 0x70, 8, 1, 2, 3, 8}),
              (Frame{0x93, 0x70, 8, 1, 2, 3, 8, 0x9F, 0x8C}));
}

TEST(Iso14443Crc, ClosesTypeBFramesAsTheStandardsExamples)
{
    EXPECT_EQ(with_crc(Crc::b, {0x00, 0x00, 0x00}), (Frame{0, 0, 0, 0xCC, 0xC6}));
    EXPECT_EQ(with_crc(Crc::b, {0x0F, 0xAA, 0xFF}), (Frame{0x0F, 0xAA, 0xFF, 0xFC, 0xD1}));
    EXPECT_EQ(with_crc(Crc::b, {0x0A, 0x12, 0x34, 0x56}),
              (Frame{0x0A, 0x12, 0x34, 0x56, 0x2C, 0xF6}));
}

TEST(Iso14443Crc, SeesEveryFlippedBit)
{
    for (const Crc kind : {Crc::a, Crc::b}) {
        Frame frame = with_crc(kind, {0x02, 0x90, 0x00});
        EXPECT_TRUE(crc_ok(kind, frame));
        for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
            frame[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
            EXPECT_FALSE(crc_ok(kind, frame)) << bit;
            frame[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
        }
    }
}

TEST(Iso14443Crc, RefusesWhatIsTooShortOrDoesNotFit)
{
    EXPECT_FALSE(crc_ok(Crc::a, Frame{}));
    EXPECT_FALSE(crc_ok(Crc::b, Frame{0x00, 0x00}));
    Frame full(4);
    EXPECT_EQ(add_crc(Crc::a, full, 3), 0u);
}

}  // namespace
}  // namespace fw::iso14443
