// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/point_accounts.h"

namespace model
{

namespace
{

constexpr sim::Account platform_account{sim::AccountKind::platform, 0};

}  // namespace

void PointAccounts::count(const sim::PostingRow& posting)
{
    std::int64_t gain = 0;
    if (posting.credit.kind == sim::AccountKind::points) gain += posting.amount.count;
    if (posting.debit.kind == sim::AccountKind::points) gain -= posting.amount.count;
    if (gain != 0) changes_[posting.card].push_back({posting.t, gain});
}

std::int64_t PointAccounts::balance(std::uint32_t card, fw::Nanos now) const
{
    std::int64_t sum = 0;
    if (const auto found = changes_.find(card); found != changes_.end())
        for (const Change& one : found->second)
            if (one.t <= now.count) sum += one.points;
    return sum;
}

void PointAccounts::move_out(std::uint32_t card, std::int64_t points, fw::Nanos now)
{
    ledger_.post({now.count,
                  sim::PostingKind::move,
                  {sim::AccountKind::points, card},
                  platform_account,
                  {static_cast<std::int32_t>(points)},
                  {},
                  {},
                  card});
}

void PointAccounts::move_back(std::uint32_t card, std::int64_t points, fw::Nanos now)
{
    ledger_.post({now.count,
                  sim::PostingKind::move,
                  platform_account,
                  {sim::AccountKind::points, card},
                  {static_cast<std::int32_t>(points)},
                  {},
                  {},
                  card});
}

}  // namespace model
