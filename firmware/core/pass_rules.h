// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

// Passes as the fare box has them: numbers and bits, compiled from the city's tariff file.
namespace fw
{

enum class PassKind : std::uint8_t {
    area,    // a ride with both ends inside costs nothing
    amount,  // covers so many yen of each ride inside
};

// A pass product: the stops it is good for, one bit a stop code (bit 0 of byte 0 is code 0).
// Excluded routes and operators have no stop inside. Where the fare is taken at boarding only the
// boarding stop is known and counts (assumed).
struct PassRules {
    PassKind kind = PassKind::area;
    std::span<const std::uint8_t> inside{};

    bool covers(std::uint16_t code) const
    {
        const std::size_t byte = code / 8U;
        return byte < inside.size() && (inside[byte] >> (code % 8U) & 1) != 0;
    }
};

}  // namespace fw
