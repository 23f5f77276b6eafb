// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "firmware/core/card_lists.h"
#include "firmware/core/units.h"
#include "models/cloud/pass_register.h"
#include "sim/base/flat_map.h"

// The shared cloud's register of cards: an account for each card ever seen, for linked cards the
// discount class of the holder with all its changes of the day, and the passes bound to cards. It
// keeps classes only, never a birth date or an address (services.md A.10, 8).
namespace model
{

enum class Membership : std::uint8_t { light, full };

// A card is linked, or no longer: then its class and version stay and `linked` is false.
struct LinkState {
    fw::Nanos at{};
    std::uint32_t version = 0;  // of the register, counts up with each change
    std::uint8_t discount_class = 0;
    Membership membership = Membership::full;
    bool linked = false;
};

class IdLinkage
{
public:
    explicit IdLinkage(std::size_t expected_cards) : accounts_(expected_cards) {}

    void enrol(const fw::Idm& card, std::uint32_t account)
    {
        accounts_.insert(fw::list_key(card), account);
    }
    // From `at` on, which is not before any other change of this card, it is linked and its holder
    // belongs to `discount_class`. The version; 0: a card the city has never seen.
    std::uint32_t link(const fw::Idm& card, std::uint8_t discount_class, fw::Nanos at,
                       Membership membership = Membership::full);
    // 0: it was not linked.
    std::uint32_t unlink(const fw::Idm& card, fw::Nanos at);
    // The card carries this pass all day, which ends at `until` (a whole minute; negative: not in
    // this service day).
    void give_pass(const fw::Idm& card, std::uint8_t pass, fw::Nanos until, std::uint16_t amount);

    // FlatMap::absent: a card the city has never seen.
    std::uint32_t account_of(const fw::Idm& card) const
    {
        return accounts_.find(fw::list_key(card));
    }
    // As it stood at any time so far; nothing before the first change.
    LinkState state_of(std::uint32_t account, fw::Nanos at) const;
    std::uint8_t class_of(std::uint32_t account, fw::Nanos at) const
    {
        if (account >= ever_linked_.size() || !ever_linked_[account]) return 0;
        const LinkState state = state_of(account, at);
        return state.linked ? state.discount_class : std::uint8_t{0};
    }
    std::uint32_t version() const { return version_; }
    // What the holder may claim at `at`, or nothing for an unknown account. A pass is told with its
    // end, whether that has come or not, as the fare box is told it.
    fw::Entitlement entitlement_of(std::uint32_t account, fw::Nanos at) const
    {
        return entitlement(account, at, true);
    }
    PassRegister& passes() { return passes_; }
    const PassRegister& passes() const { return passes_; }

    // The list a fare box caches: linked cards and those with a pass at that moment, sorted, as the
    // register knew them then.
    std::vector<fw::AttributeEntry> attribute_list(fw::Nanos at) const;

private:
    struct History {
        std::uint64_t card = 0;
        std::vector<LinkState> changes;  // in order of time
    };

    std::uint32_t change(const fw::Idm& card, LinkState state);
    fw::Entitlement entitlement(std::uint32_t account, fw::Nanos at, bool with_hindsight) const
    {
        fw::Entitlement holds;
        passes_.tell(account, at, with_hindsight, holds);
        holds.discount_class = class_of(account, at);
        return holds;
    }

    sim::FlatMap accounts_;
    std::uint32_t version_ = 0;
    std::vector<bool> ever_linked_;           // by account, false: most cards
    std::map<std::uint32_t, History> links_;  // by account
    PassRegister passes_;
};

}  // namespace model
