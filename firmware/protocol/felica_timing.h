// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/identity.h"
#include "firmware/core/units.h"

// How long FeliCa takes on air and how long a card may think: counted in cycles of the carrier
// (fc = 13.56 MHz) and rounded once, to the nearest nanosecond. Sources: felica.md 1 (frame, slots)
// and 2 (PMm formula of Sony M617).
namespace fw::felica
{

// 1/fc = 25000/339 ns exactly.
constexpr Nanos carrier_cycles(std::int64_t cycles)
{
    return {(cycles * 50000 + 339) / 678};
}

// Preamble 6, sync 2, packet (its own length byte counted in), CRC 2; a bit is 64 cycles at 212
// kbps and 32 at 424.
constexpr Nanos air_time(std::size_t len, int kbps)
{
    const auto bits = static_cast<std::int64_t>(6 + 2 + len + 2) * 8;
    return carrier_cycles(bits * (kbps >= 424 ? 32 : 64));
}

// Answers to Polling: the first slot opens this long after the command's end, the others follow at
// the pitch. Not scaled with the bit rate.
constexpr Nanos first_slot = carrier_cycles(512 * 64);
constexpr Nanos slot_pitch = carrier_cycles(256 * 64);

constexpr Nanos slot_start(int slot)
{
    return carrier_cycles((512 + 256 * std::int64_t{slot}) * 64);
}
// From the command's end until the last slot is over.
constexpr Nanos polling_timeout(int slots)
{
    return slot_start(slots);
}

// The time-slot number that asks for 1, 2, 4, 8 or 16 slots, and back; 0 = no such number.
constexpr std::uint8_t slot_code(int slots)
{
    return static_cast<std::uint8_t>(slots - 1);
}
constexpr int slot_count(std::uint8_t code)
{
    const bool defined = code <= 0x0F && (code & (code + 1)) == 0;
    return defined ? code + 1 : 0;
}

// The longest time from a command's end to the answer's start that the card declares:
// T * ((B + 1) * n + (A + 1)) * 4^E, T = 256 * 16 / fc, with A, B, E from the PMm byte of this
// command. n: nodes (Request Service), areas + services (Authentication1), blocks (read, write);
// without effect where only the constant part counts. Polling: see polling_timeout.
Nanos longest_response(const Pmm& pmm, std::uint8_t code, unsigned n);

}  // namespace fw::felica
