// SPDX-License-Identifier: Apache-2.0
#include "sim/base/digest.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

namespace
{

// FIPS 180-4 example messages: "abc" and the empty message.
constexpr const char* sha256_of_abc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* sha256_of_nothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(Digest, IsSha256)
{
    sim::Digest digest;
    EXPECT_EQ(digest.hex(), sha256_of_nothing);

    digest.add(std::string("abc"));

    EXPECT_EQ(digest.hex(), sha256_of_abc);
}

TEST(Digest, DependsOnTheBytesAndNotOnHowTheyWereCut)
{
    const std::array<std::uint8_t, 2> tail{'b', 'c'};
    sim::Digest digest;
    digest.add(std::string("a"));
    digest.add(fw::Bytes(tail));

    EXPECT_EQ(digest.hex(), sha256_of_abc);
}

TEST(Digest, CanBeReadInBetweenWithoutBeingClosed)
{
    sim::Digest digest;
    digest.add(std::string("ab"));
    const std::string early = digest.hex();
    digest.add(std::string("c"));

    EXPECT_NE(early, sha256_of_abc);
    EXPECT_EQ(digest.hex(), sha256_of_abc);
}

}  // namespace
