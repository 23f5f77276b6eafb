// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "firmware/core/bytes.h"

// Who a card, a tap and a debit are. Card identifiers have no conversion to text other than the
// two leading bytes (the manufacturer code), so that a log can never hold a whole one.
namespace fw
{

// FeliCa manufacture id: 2 bytes manufacturer code (top nibble of byte 0 = number of the system
// inside the card), 6 bytes card number (JIS X 6319-4).
struct Idm {
    std::array<std::uint8_t, 8> bytes{};

    constexpr auto operator<=>(const Idm&) const = default;
    constexpr std::uint16_t printable_part() const { return get_be16(bytes.data()); }
};

// FeliCa manufacture parameter: ROM and IC type, then six bytes that declare the longest response
// times (see firmware/protocol/felica_timing.h).
struct Pmm {
    std::array<std::uint8_t, 8> bytes{};
    constexpr auto operator<=>(const Pmm&) const = default;
};

// What kind of card a fare box serves: mutual-use transit cards (system 0003), or FeliCa Lite-S
// with the bench's own purse, which stands in where a real card has to be debited.
enum class CardSystem : std::uint8_t { transit, lite_s };

// Names one debit for ever: the card stores it and ignores a second debit under the same id, the
// ledger posts it once. Unique per fare box and count; 0 is never issued.
struct ExecutionId {
    std::uint32_t value = 0;
    constexpr auto operator<=>(const ExecutionId&) const = default;
};

// Names one tap for ever: the reader that saw it and that reader's own count.
struct TapKey {
    std::uint32_t device = 0;    // reader number in the city, from 1
    std::uint32_t sequence = 0;  // from 1, never reused, kept over resets
    constexpr auto operator<=>(const TapKey&) const = default;
};

}  // namespace fw
