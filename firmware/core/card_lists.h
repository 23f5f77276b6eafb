// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>

#include "firmware/core/identity.h"
#include "firmware/core/units.h"

// Lists a fare box is given by the cloud: blocked cards, and what the
// holders of linked cards and passes may claim.
// Both are sorted by card number as a big-endian integer; size and refresh period are assumed
// (felica.md section 10 has no published figure).
namespace fw
{

constexpr std::uint64_t list_key(const Idm& card)
{
    return get_be64(card.bytes.data());
}

struct NegativeList {
    std::uint32_t version = 0;
    std::span<const std::uint64_t> cards;

    bool has(const Idm& card) const
    {
        return std::binary_search(cards.begin(), cards.end(), list_key(card));
    }
};

// What a card's holder may claim today: a discount class, and a pass bound to the card.
struct Entitlement {
    static constexpr std::uint16_t no_end = 0xFFFF;
    static constexpr std::uint8_t some_pass = 0xFF;  // of a product that is not told

    std::uint8_t discount_class = 0;    // 0 = not linked, or in no class
    std::uint8_t pass = 0;              // number of the product in the tariff, 0 = none
    std::uint16_t pass_until = no_end;  // first minute of the service day without it
    std::uint16_t pass_amount = 0;      // yen of each ride an amount pass covers

    bool pass_holds_at(Nanos now) const;
};

struct AttributeEntry {
    std::uint64_t card = 0;
    Entitlement holds;
};

struct AttributeList {
    std::uint32_t version = 0;
    std::span<const AttributeEntry> cards;

    Entitlement of(const Idm& card) const
    {
        const std::uint64_t key = list_key(card);
        const auto found = std::lower_bound(
            cards.begin(), cards.end(), key,
            [](const AttributeEntry& entry, std::uint64_t wanted) { return entry.card < wanted; });
        return found != cards.end() && found->card == key ? found->holds : Entitlement{};
    }
};

}  // namespace fw
