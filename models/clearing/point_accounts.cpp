// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/point_accounts.h"

namespace model
{

namespace
{

constexpr sim::Account platform_account{sim::AccountKind::platform, 0};

// Between accounts that are still to be named.
sim::PostingRow move_posting(std::uint32_t card, std::int64_t points, fw::Nanos now)
{
    sim::PostingRow row;
    row.t = now.count;
    row.kind = sim::PostingKind::move;
    row.amount = {static_cast<std::int32_t>(points)};
    row.card = card;
    return row;
}

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
    sim::PostingRow row = move_posting(card, points, now);
    row.debit = {sim::AccountKind::points, card};
    row.credit = platform_account;
    ledger_.post(row);
}

void PointAccounts::move_back(std::uint32_t card, std::int64_t points, fw::Nanos now)
{
    sim::PostingRow row = move_posting(card, points, now);
    row.debit = platform_account;
    row.credit = {sim::AccountKind::points, card};
    ledger_.post(row);
}

}  // namespace model
