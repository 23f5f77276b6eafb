// SPDX-License-Identifier: Apache-2.0
#include "sim/base/cipher.h"

#include <gtest/gtest.h>

#include "sim/base/hex_text.h"

namespace sim
{

namespace
{

KeyBytes key(std::uint8_t first)
{
    return KeyBytes({first});
}

Bytes bytes(const char* hex)
{
    return *bytes_of_hex(hex);
}

}  // namespace

// RFC 7748, 5.2: one iteration, which begins with the base point as the scalar.
TEST(Cipher, MakesThePublicHalfOfTheStandardsExample)
{
    EXPECT_EQ(hex_of(public_half(key(9))),
              "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079");
}

TEST(Cipher, BothSidesAgreeOnOneKeyAndNobodyOnASmallPoint)
{
    EXPECT_EQ(agreed(key(9), public_half(key(16))), agreed(key(16), public_half(key(9))));
    EXPECT_NE(agreed(key(9), public_half(key(16))), agreed(key(9), public_half(key(32))));
    EXPECT_EQ(agreed(key(9), PublicHalf{}), std::nullopt);
}

// RFC 5869, A.1: the first 32 bytes.
TEST(Cipher, DerivesTheKeyOfTheStandardsExample)
{
    const Bytes secret(22, 0x0b);
    const Bytes salt = bytes("000102030405060708090a0b0c");
    const Bytes label = bytes("f0f1f2f3f4f5f6f7f8f9");
    EXPECT_EQ(
        hex_of(derived(secret, {salt.begin(), salt.end()}, {label.begin(), label.end()}).reveal()),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
}

// The GCM specification's test cases 13 and 14.
TEST(Cipher, SealsAsTheStandardsExamplesDo)
{
    EXPECT_EQ(hex_of(sealed(key(0), 0, "", {})), "530f8afbc74536b9a963b4f1c4cb738b");
    EXPECT_EQ(hex_of(sealed(key(0), 0, "", Bytes(16))),
              "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
}

TEST(Cipher, OpensWithTheSameKeyNumberAndContextAlone)
{
    const Bytes data = bytes("010203");
    const Bytes out = sealed(key(1), 7, "use 1", data);
    Bytes changed = out;
    changed[1] ^= 1;
    EXPECT_EQ(unsealed(key(1), 7, "use 1", out), data);
    EXPECT_EQ(unsealed(key(2), 7, "use 1", out), std::nullopt);
    EXPECT_EQ(unsealed(key(1), 8, "use 1", out), std::nullopt);
    EXPECT_EQ(unsealed(key(1), 7, "use 2", out), std::nullopt);
    EXPECT_EQ(unsealed(key(1), 7, "use 1", changed), std::nullopt);
    EXPECT_EQ(unsealed(key(1), 7, "use 1", Bytes(15)), std::nullopt);
    EXPECT_EQ(unsealed(key(1), 7, "", sealed(key(1), 7, "", {})), Bytes{});
}

TEST(Cipher, TakesAPublicHalfAs64DigitsOnly)
{
    EXPECT_TRUE(public_half_of_hex(std::string(64, 'a')));
    EXPECT_FALSE(public_half_of_hex(std::string(62, 'a')));
    EXPECT_FALSE(public_half_of_hex(std::string(64, 'A')));
    EXPECT_FALSE(public_half_of_hex(""));
}

}  // namespace sim
