// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>

#include "firmware/core/identity.h"

// Lists a fare box is given by the cloud: blocked cards, and the discount classes of linked cards.
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

struct AttributeEntry {
    std::uint64_t card = 0;
    std::uint8_t discount_class = 0;
};

struct AttributeList {
    std::uint32_t version = 0;
    std::span<const AttributeEntry> cards;

    // 0 = the card is not linked or its holder is in no class.
    std::uint8_t class_of(const Idm& card) const
    {
        const std::uint64_t key = list_key(card);
        const auto found = std::lower_bound(
            cards.begin(), cards.end(), key,
            [](const AttributeEntry& entry, std::uint64_t wanted) { return entry.card < wanted; });
        return found != cards.end() && found->card == key ? found->discount_class : std::uint8_t{0};
    }
};

}  // namespace fw
