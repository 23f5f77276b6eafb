// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/id_linkage.h"

#include <algorithm>

namespace model
{

namespace
{

constexpr std::int64_t minute = 60'000'000'000;

}  // namespace

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
    passes_[account] = {fw::list_key(card), {given}};
}

void IdLinkage::bind_pass(const fw::Idm& card, std::uint8_t pass, fw::Nanos lasts, fw::Nanos at)
{
    const std::uint32_t account = account_of(card);
    if (account == sim::FlatMap::absent) return;
    CardPass bound;
    bound.pass = pass;
    bound.from = at;
    bound.lasts = lasts;
    Passes& passes = passes_[account];
    passes.card = fw::list_key(card);
    passes.bound.push_back(bound);
}

void IdLinkage::end_portal_passes(std::uint32_t account, fw::Nanos at)
{
    const auto found = passes_.find(account);
    if (found == passes_.end()) return;
    for (CardPass& pass : found->second.bound)
        if (pass.from != CardPass::always) pass.ended = std::min(pass.ended, at);
}

// It may hear of a later ride first.
void IdLinkage::pass_used(std::uint32_t account, fw::Nanos touched, fw::Nanos at)
{
    const auto found = passes_.find(account);
    if (found == passes_.end()) return;
    for (CardPass& pass : found->second.bound) {
        if (pass.from == CardPass::always || !pass.holds_for(touched)) continue;
        const fw::Nanos until{(touched.count / minute) * minute + pass.lasts.count};
        if (pass.until.count >= 0 && pass.until <= until) continue;
        pass.until = until;
        pass.told = pass.told == CardPass::always ? at : std::min(pass.told, at);
    }
}

const CardPass* IdLinkage::pass_of(std::uint32_t account, fw::Nanos at) const
{
    const auto found = passes_.find(account);
    const CardPass* newest = nullptr;
    if (found != passes_.end())
        for (const CardPass& pass : found->second.bound)
            if (pass.holds_for(at)) newest = &pass;
    return newest;
}

bool IdLinkage::has_pass(std::uint32_t account, fw::Nanos at) const
{
    const CardPass* const pass = pass_of(account, at);
    return pass && (pass->until.count < 0 || at < pass->until);
}

void IdLinkage::agree_to_perks(std::uint32_t account, bool agrees, fw::Nanos at)
{
    perks_[account].insert_or_assign(at, agrees);
}

bool IdLinkage::perks_agreed(std::uint32_t account, fw::Nanos at) const
{
    if (!perks_need_consent_) return true;
    const auto found = perks_.find(account);
    if (found == perks_.end()) return false;
    const auto after = found->second.upper_bound(at);
    return after != found->second.begin() && std::prev(after)->second;
}

fw::Entitlement IdLinkage::entitlement(std::uint32_t account, fw::Nanos at,
                                       bool with_hindsight) const
{
    fw::Entitlement holds;
    holds.discount_class = class_of(account, at);
    const CardPass* const pass = pass_of(account, at);
    if (!pass) return holds;
    holds.pass = pass->pass;
    holds.pass_amount = pass->amount;
    const bool known = pass->until.count >= 0 && (with_hindsight || pass->told <= at);
    if (known && pass->until.count / minute < fw::Entitlement::no_end)
        holds.pass_until = static_cast<std::uint16_t>(pass->until.count / minute);
    return holds;
}

std::vector<fw::AttributeEntry> IdLinkage::attribute_list(fw::Nanos at) const
{
    std::vector<fw::AttributeEntry> list;
    for (const auto& [account, history] : links_)
        if (class_of(account, at) != 0)
            list.push_back({history.card, entitlement(account, at, false)});
    for (const auto& [account, passes] : passes_)
        if (class_of(account, at) == 0 && pass_of(account, at))
            list.push_back({passes.card, entitlement(account, at, false)});
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.card < b.card; });
    return list;
}

}  // namespace model
