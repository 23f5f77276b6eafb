// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "firmware/core/card_lists.h"
#include "firmware/core/units.h"
#include "sim/base/flat_map.h"

// The shared cloud's register of cards: an account for each card ever seen, for linked cards the
// discount class of the holder, and the passes bound to cards. It keeps classes only, never a birth
// date or an address.
namespace model
{

class IdLinkage
{
public:
    explicit IdLinkage(std::size_t expected_cards) : accounts_(expected_cards) {}

    void enrol(const fw::Idm& card, std::uint32_t account)
    {
        accounts_.insert(fw::list_key(card), account);
    }
    // From `at` on the card is linked and its holder belongs to `discount_class`.
    void link(const fw::Idm& card, std::uint8_t discount_class, fw::Nanos at);
    // The card carries this pass all day, which ends at `until` (a whole minute; negative: not in
    // this service day).
    void give_pass(const fw::Idm& card, std::uint8_t pass, fw::Nanos until, std::uint16_t amount);

    // FlatMap::absent: a card the city has never seen.
    std::uint32_t account_of(const fw::Idm& card) const
    {
        return accounts_.find(fw::list_key(card));
    }
    std::uint8_t class_of(std::uint32_t account, fw::Nanos at) const
    {
        if (account >= classes_.size() || classes_[account] == 0) return 0;
        return at < links_.find(account)->second.at ? std::uint8_t{0} : classes_[account];
    }
    // What the holder may claim at `at`, or nothing for an unknown account. A pass is told with its
    // end, whether that has come or not, as the fare box is told it.
    fw::Entitlement entitlement_of(std::uint32_t account, fw::Nanos at) const
    {
        fw::Entitlement holds;
        if (const auto pass = passes_.find(account); pass != passes_.end())
            holds = pass->second.holds;
        holds.discount_class = class_of(account, at);
        return holds;
    }

    // The list a fare box caches: linked cards and those with a pass at that moment, sorted.
    std::vector<fw::AttributeEntry> attribute_list(fw::Nanos at) const;

private:
    struct Link {
        std::uint64_t card = 0;
        fw::Nanos at{};
    };

    sim::FlatMap accounts_;
    std::vector<std::uint8_t> classes_;    // by account, 0 = never linked: most cards
    std::map<std::uint32_t, Link> links_;  // by account
    std::map<std::uint32_t, fw::AttributeEntry> passes_;  // by account
};

}  // namespace model
