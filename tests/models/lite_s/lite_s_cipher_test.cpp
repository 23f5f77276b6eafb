// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/lite_s/lite_s_desk.h"

// Numbers that nfcpy's tests publish for its key "0123456789abcdef" and challenge 00..0f, and our
// own, computed beside this code with `openssl enc -des-ede-cbc`.
namespace model
{
namespace
{

using fw::lite_s::Mac;

const fw::Block nfcpy_key{0x37, 0x36, 0x35, 0x34, 0x33, 0x32, 0x31, 0x30,
                          0x66, 0x65, 0x64, 0x63, 0x62, 0x61, 0x39, 0x38};
const fw::Block nfcpy_rc{7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8};
const fw::Block counted_key{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

std::array<std::uint8_t, 48> counted_data()
{
    std::array<std::uint8_t, 48> data{};
    for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::uint8_t>(0x10 + i);
    return data;
}

TEST(LiteSCipher, MakesThePublishedMacOfAnEmptyBlock)
{
    const LiteSKeys keys = lite_s_keys(nfcpy_key, nfcpy_rc);
    EXPECT_EQ(lite_s_mac(keys, MacOf::read, fw::Block{}),
              (Mac{0xCC, 0x97, 0xF1, 0xB9, 0x7B, 0x8B, 0xBC, 0x79}));
}

TEST(LiteSCipher, MakesThePublishedMacOfThreeBlocks)
{
    const std::string text(
        "\xD1\x02\x22Sp\x91\x01\x0EU\x03nfc-forum.orgQ\x01\x0CT\x02"
        "enNFC Forum\0\0\0\0\0\0\0\0\0",
        48);
    const LiteSKeys keys = lite_s_keys(nfcpy_key, nfcpy_rc);
    const Packet data(text.begin(), text.end());
    EXPECT_EQ(lite_s_mac(keys, MacOf::read, data),
              (Mac{0x9E, 0x2D, 0x7F, 0xE1, 0x5B, 0x2F, 0x5D, 0x1C}));
}

TEST(LiteSCipher, MakesThePublishedMacOfAnExternalAuthentication)
{
    const LiteSKeys keys = lite_s_keys(nfcpy_key, nfcpy_rc);
    const auto message =
        fw::lite_s::write_message(0xFFFE00, fw::lite_s::state, fw::lite_s::authenticated_state);
    EXPECT_EQ(lite_s_mac(keys, MacOf::write, message.view()),
              (Mac{0x17, 0xC1, 0x9E, 0x3B, 0xBD, 0xC3, 0xE8, 0xBD}));
}

TEST(LiteSCipher, MakesTheSessionKeyThatOpensslMakes)
{
    EXPECT_EQ(lite_s_keys(counted_key, some_rc).session,
              (fw::Block{0x98, 0xA8, 0xA7, 0xCA, 0x7B, 0xF9, 0x92, 0x7E, 0x10, 0x94, 0x76, 0x77,
                         0x1A, 0x74, 0x98, 0x05}));
}

TEST(LiteSCipher, MakesTheMacsOfReadsThatOpensslMakes)
{
    const LiteSKeys keys = lite_s_keys(counted_key, some_rc);
    const auto data = counted_data();
    const auto ring = fw::lite_s::read_message(Numbers{1, 2, 3, 0x91}, data);
    const auto holder = fw::lite_s::read_message(Numbers{0, 0x90, 0x91}, fw::Bytes(data).first(32));
    EXPECT_EQ(lite_s_mac(keys, MacOf::read, ring.view()),
              (Mac{0x0E, 0x6A, 0x2A, 0x45, 0x40, 0x62, 0x8B, 0x73}));
    EXPECT_EQ(lite_s_mac(keys, MacOf::read, holder.view()),
              (Mac{0x7B, 0x15, 0xBC, 0x8E, 0x0B, 0xC8, 0x8D, 0x25}));
}

TEST(LiteSCipher, MakesTheMacOfAWriteThatOpensslMakes)
{
    const LiteSKeys keys = lite_s_keys(counted_key, some_rc);
    const auto data = counted_data();
    const auto message = fw::lite_s::write_message(0x010203, 2, fw::Bytes(data).first<16>());
    EXPECT_EQ(lite_s_mac(keys, MacOf::write, message.view()),
              (Mac{0xAA, 0x0C, 0x59, 0x50, 0x28, 0x90, 0x9D, 0xBD}));
}

TEST(LiteSCipher, GivesEachCardItsOwnKey)
{
    const fw::Idm first{{0x0F, 0xBE, 0, 0, 0, 0, 0, 1}}, second{{0x0F, 0xBE, 0, 0, 0, 0, 0, 2}};
    EXPECT_EQ(lite_s_card_key(first), (fw::Block{0xC9, 0x20, 0x18, 0x66, 0x0E, 0xFE, 0x72, 0x5D,
                                                 0x8D, 0x42, 0x57, 0x75, 0xE3, 0x04, 0x2C, 0xC0}));
    EXPECT_NE(lite_s_card_key(first), lite_s_card_key(second));
}

}  // namespace
}  // namespace model
