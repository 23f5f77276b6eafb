// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/id_linkage.h"

#include <algorithm>

namespace model
{

std::uint32_t IdLinkage::link(const fw::Idm& card, std::uint8_t discount_class, fw::Nanos at,
                              Membership membership)
{
    return change(card, {at, 0, discount_class, membership, true});
}

std::uint32_t IdLinkage::unlink(const fw::Idm& card, fw::Nanos at)
{
    LinkState state = state_of(account_of(card), at);
    if (!state.linked) return 0;
    state.at = at;
    state.linked = false;
    return change(card, state);
}

std::uint32_t IdLinkage::change(const fw::Idm& card, LinkState state)
{
    const std::uint32_t account = account_of(card);
    if (account == sim::FlatMap::absent) return 0;
    if (account >= ever_linked_.size()) ever_linked_.resize(account + 1);
    ever_linked_[account] = true;
    state.version = ++version_;
    History& history = links_[account];
    history.card = fw::list_key(card);
    history.changes.push_back(state);
    return state.version;
}

LinkState IdLinkage::state_of(std::uint32_t account, fw::Nanos at) const
{
    LinkState state;
    const auto found = links_.find(account);
    if (found == links_.end()) return state;
    for (const LinkState& change : found->second.changes)
        if (change.at <= at) state = change;
    return state;
}

void IdLinkage::give_pass(const fw::Idm& card, std::uint8_t pass, fw::Nanos until,
                          std::uint16_t amount)
{
    const std::uint32_t account = account_of(card);
    if (account == sim::FlatMap::absent || pass == 0) return;
    CardPass given;
    given.pass = pass;
    given.amount = amount;
    given.until = until;
    passes_.give(account, fw::list_key(card), given);
}

std::vector<fw::AttributeEntry> IdLinkage::attribute_list(fw::Nanos at) const
{
    std::vector<fw::AttributeEntry> list;
    for (const auto& [account, history] : links_)
        if (class_of(account, at) != 0)
            list.push_back({history.card, entitlement(account, at, false)});
    for (const auto& [account, passes] : passes_.all())
        if (class_of(account, at) == 0 && passes_.pass_of(account, at))
            list.push_back({passes.card, entitlement(account, at, false)});
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.card < b.card; });
    return list;
}

}  // namespace model
