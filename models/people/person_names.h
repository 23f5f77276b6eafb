// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "sim/base/rng_stream.h"

// Names, households and other words for people, drawn from their numbers. All of them are invented;
// that three residents in a row share a household and its name is *assumed*.
namespace model
{

constexpr std::uint32_t household_of(std::uint32_t resident)
{
    return resident / 3;
}

inline std::string drawn_name(const sim::RngStream& stream, std::uint64_t who, std::size_t parts)
{
    constexpr std::array<const char*, 16> syllables{"ka", "ri", "mo", "se", "ta",  "no", "yu", "ha",
                                                    "mi", "ko", "sa", "ne", "tsu", "ro", "wa", "i"};
    std::string name;
    for (std::size_t i = 0; i < parts; ++i) name += syllables[stream.below(16, who, i)];
    return name;
}

inline std::string family_name_of(std::uint64_t seed, std::uint32_t resident)
{
    return drawn_name(sim::RngStream(seed, "family name"), household_of(resident), 4);
}

inline std::string given_name_of(std::uint64_t seed, std::uint32_t resident)
{
    return drawn_name(sim::RngStream(seed, "given name"), resident, 3);
}

// Sixteen hexadecimal digits: a name that says nothing.
inline std::string hex_name(const sim::RngStream& stream, std::uint64_t key, std::uint64_t draw = 0)
{
    constexpr const char* digits = "0123456789abcdef";
    std::uint64_t bits = stream.bits(key, draw);
    std::string name;
    for (int i = 0; i < 16; ++i, bits >>= 4) name += digits[bits & 15];
    return name;
}

}  // namespace model
