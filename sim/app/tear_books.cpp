// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_books.h"

#include <fmt/format.h>

namespace app
{

namespace
{

std::pair<int, std::uint32_t> key_of(const sim::Account& account)
{
    return {static_cast<int>(account.kind), account.number};
}

}  // namespace

void TearBooks::posting(const sim::PostingRow& row)
{
    sums_[key_of(row.debit)] -= row.amount.count;
    sums_[key_of(row.credit)] += row.amount.count;
}

void TearBooks::accepted(const sim::CloudRow& row)
{
    ++taken_[{row.key.device, row.key.sequence}];
}

std::int64_t TearBooks::sum(const sim::Account& account) const
{
    const auto found = sums_.find(key_of(account));
    return found == sums_.end() ? 0 : found->second;
}

std::string TearBooks::lost_taps() const
{
    for (const Key& key : promised_)
        if (!taken_.contains(key))
            return fmt::format("tap {}-{} never reached the cloud", key.first, key.second);
    std::map<std::uint32_t, std::uint32_t> next;  // by device; sequences count from 1
    for (const auto& [key, times] : taken_) {
        if (times > 1) return fmt::format("tap {}-{} was taken twice", key.first, key.second);
        const std::uint32_t expected = ++next[key.first];
        if (key.second != expected)
            return fmt::format("tap {}-{} is missing in the cloud", key.first, expected);
    }
    return {};
}

}  // namespace app
