// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

// The key pairs that all city IDs draw from. The table itself is written at build time by
// key_pair_maker; only phone_key.cpp includes this header.
namespace model
{

struct KeyPair {
    std::array<std::uint8_t, 32> secret;  // 1 to n - 1, most significant byte first
    std::array<std::uint8_t, 65> point;   // uncompressed
};

extern const std::array<KeyPair, 256> key_pairs;

}  // namespace model
