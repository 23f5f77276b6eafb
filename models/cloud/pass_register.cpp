// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/pass_register.h"

#include <algorithm>

namespace model
{

namespace
{

constexpr std::int64_t minute = 60'000'000'000;

}  // namespace

void PassRegister::give(std::uint32_t account, std::uint64_t card, const CardPass& pass)
{
    passes_[account] = {card, {pass}};
}

void PassRegister::bind(std::uint32_t account, std::uint64_t card, std::uint8_t pass,
                        fw::Nanos lasts, fw::Nanos at)
{
    CardPass bound;
    bound.pass = pass;
    bound.from = at;
    bound.lasts = lasts;
    Passes& passes = passes_[account];
    passes.card = card;
    passes.bound.push_back(bound);
}

void PassRegister::end(std::uint32_t account, fw::Nanos at)
{
    const auto found = passes_.find(account);
    if (found == passes_.end()) return;
    for (CardPass& pass : found->second.bound)
        if (pass.from != CardPass::always) pass.ended = std::min(pass.ended, at);
}

// It may hear of a later ride first.
void PassRegister::pass_used(std::uint32_t account, fw::Nanos touched, fw::Nanos at)
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

const CardPass* PassRegister::pass_of(std::uint32_t account, fw::Nanos at) const
{
    const auto found = passes_.find(account);
    const CardPass* newest = nullptr;
    if (found != passes_.end())
        for (const CardPass& pass : found->second.bound)
            if (pass.holds_for(at)) newest = &pass;
    return newest;
}

bool PassRegister::holds(std::uint32_t account, fw::Nanos at) const
{
    const CardPass* const pass = pass_of(account, at);
    return pass && (pass->until.count < 0 || at < pass->until);
}

void PassRegister::tell(std::uint32_t account, fw::Nanos at, bool with_hindsight,
                        fw::Entitlement& holds) const
{
    const CardPass* const pass = pass_of(account, at);
    if (!pass) return;
    holds.pass = pass->pass;
    holds.pass_amount = pass->amount;
    const bool known = pass->until.count >= 0 && (with_hindsight || pass->told <= at);
    if (known && pass->until.count / minute < fw::Entitlement::no_end)
        holds.pass_until = static_cast<std::uint16_t>(pass->until.count / minute);
}

void PassRegister::agree_to_perks(std::uint32_t account, fw::Nanos at, fw::Nanos until)
{
    perks_[account].insert_or_assign(at, until);
}

bool PassRegister::perks_agreed(std::uint32_t account, fw::Nanos at) const
{
    if (!perks_need_consent_) return true;
    const auto found = perks_.find(account);
    if (found == perks_.end()) return false;
    const auto after = found->second.upper_bound(at);
    return after != found->second.begin() && at < std::prev(after)->second;
}

}  // namespace model
