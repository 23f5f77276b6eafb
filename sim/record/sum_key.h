// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>

// The columns that name a row of sums, packed into one number to look it up by.
namespace sim
{

constexpr std::int64_t quarter_hour_ns = 900'000'000'000;

struct KeyPart {
    std::int64_t value = 0;
    unsigned bits = 0;
};

constexpr std::uint64_t sum_key(std::initializer_list<KeyPart> parts)
{
    std::uint64_t key = 0;
    for (const KeyPart& part : parts)
        key = key << part.bits |
              (static_cast<std::uint64_t>(part.value) & ((std::uint64_t{1} << part.bits) - 1));
    return key;
}

}  // namespace sim
