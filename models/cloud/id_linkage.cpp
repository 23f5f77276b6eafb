// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/id_linkage.h"

namespace model
{

void IdLinkage::link(const fw::Idm& card, std::uint8_t discount_class, fw::Nanos at)
{
    const std::uint32_t account = account_of(card);
    if (account == sim::FlatMap::absent || discount_class == 0) return;
    if (account >= classes_.size()) classes_.resize(account + 1);
    classes_[account] = discount_class;
    links_[account] = {fw::list_key(card), at};
}

void IdLinkage::give_pass(const fw::Idm& card, std::uint8_t pass, fw::Nanos until,
                          std::uint16_t amount)
{
    constexpr std::int64_t minute = 60'000'000'000;
    const std::uint32_t account = account_of(card);
    if (account == sim::FlatMap::absent || pass == 0) return;
    const bool ends = until.count >= 0 && until.count / minute < fw::Entitlement::no_end;
    const auto end =
        ends ? static_cast<std::uint16_t>(until.count / minute) : fw::Entitlement::no_end;
    passes_[account] = {fw::list_key(card), {0, pass, end, amount}};
}

std::vector<fw::AttributeEntry> IdLinkage::attribute_list(fw::Nanos at) const
{
    std::vector<fw::AttributeEntry> list;
    for (const auto& [account, link] : links_)
        if (link.at <= at) list.push_back({link.card, entitlement_of(account, at)});
    for (const auto& [account, pass] : passes_)
        if (class_of(account, at) == 0) list.push_back(pass);
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.card < b.card; });
    return list;
}

}  // namespace model
