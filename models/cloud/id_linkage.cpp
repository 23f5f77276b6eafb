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

std::vector<fw::AttributeEntry> IdLinkage::attribute_list(fw::Nanos at) const
{
    std::vector<fw::AttributeEntry> list;
    for (const auto& [account, link] : links_)
        if (link.at <= at) list.push_back({link.card, {classes_[account]}});
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.card < b.card; });
    return list;
}

}  // namespace model
