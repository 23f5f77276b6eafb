// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "firmware/core/bytes.h"
#include "firmware/protocol/felica.h"
#include "sim/base/rng_stream.h"

namespace hil
{

// What mix64() was given.
constexpr std::uint64_t unmix64(std::uint64_t x)
{
    constexpr std::uint64_t inverse = 0xCFEE444D8B59A89BULL;  // of mix64's factor, modulo 2^64
    x ^= x >> 32;
    x *= inverse;
    x ^= x >> 32;
    x *= inverse;
    x ^= x >> 32;
    return x;
}
static_assert(unmix64(sim::mix64(0x0123456789ABCDEFULL)) == 0x0123456789ABCDEFULL);

// The entropy with which a card under the stand-in cipher would give this answer to
// Authentication1, none for other commands: the scenario's card follows a card of another process
// with it. Both challenges are the last eight bytes.
inline std::optional<std::uint64_t> entropy_behind(fw::Bytes command, fw::Bytes answer)
{
    constexpr std::size_t least = 18;
    if (command.size() < least || answer.size() < least) return std::nullopt;
    if (command[1] != fw::felica::authentication1) return std::nullopt;
    const std::uint64_t asked = fw::get_be64(&command[command.size() - 8]);
    const std::uint64_t given = fw::get_be64(&answer[answer.size() - 8]);
    return unmix64(given) - sim::mix64(asked);
}

}  // namespace hil
