// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/ledger.h"

namespace model
{

namespace
{

using sim::AccountKind;
using sim::PostingKind;

std::uint64_t key_of(std::uint32_t card, fw::ExecutionId execution)
{
    return static_cast<std::uint64_t>(execution.value) << 32 | card;
}

}  // namespace

std::int64_t taken_by(const sim::PostingRow& transfer)
{
    switch (transfer.kind) {
        case PostingKind::fare:
            return transfer.amount.count;
        case PostingKind::top_up:
        case PostingKind::cancel:
            return -transfer.amount.count;
        case PostingKind::settle:
            return transfer.credit.kind == AccountKind::card ? -transfer.amount.count
                                                             : transfer.amount.count;
        case PostingKind::suspend:
        case PostingKind::reverse:
        case PostingKind::adjust:
        case PostingKind::cash_fare:
        case PostingKind::cap:
        case PostingKind::pay_out:
        case PostingKind::award:
        case PostingKind::move:
            break;
    }
    return 0;
}

Ledger::Ledger(PostingSink& sink, std::size_t expected_postings)
    : sink_(sink), executions_(expected_postings)
{
}

bool Ledger::post(const sim::PostingRow& transfer)
{
    if (!first_time(transfer)) return false;
    if (transfer.amount.count == 0) return true;
    move(transfer.debit, transfer.card, -transfer.amount.count);
    move(transfer.credit, transfer.card, transfer.amount.count);
    taken_ += taken_by(transfer);
    sink_.posting(transfer);
    return true;
}

bool Ledger::has(std::uint32_t card, fw::ExecutionId execution) const
{
    return executions_.find(key_of(card, execution)) != sim::FlatMap::absent;
}

fw::Yen Ledger::balance(const sim::Account& account) const
{
    if (account.kind == AccountKind::card)
        return {account.number < cards_.size() ? cards_[account.number] : 0};
    const auto found =
        others_.find(static_cast<std::uint64_t>(account.kind) << 32 | account.number);
    return {found == others_.end() ? 0 : static_cast<std::int32_t>(found->second)};
}

std::vector<Ledger::Owed> Ledger::owed() const
{
    std::vector<Owed> found;
    for (const auto& [whom, yen] : owed_)
        if (yen != 0) found.push_back({whom.first, whom.second, yen});
    return found;
}

bool Ledger::first_time(const sim::PostingRow& transfer)
{
    const std::uint64_t key = key_of(transfer.card, transfer.execution);
    switch (transfer.kind) {
        case PostingKind::fare:
        case PostingKind::top_up:
        case PostingKind::suspend:
        case PostingKind::cancel:
            return executions_.insert(key, 0);
        case PostingKind::settle:
        case PostingKind::reverse:  // what is suspended is either settled or reversed
            return followed_.insert(key).second;
        case PostingKind::cash_fare:
            return cash_taps_.insert(static_cast<std::uint64_t>(transfer.evidence.device) << 32 |
                                         transfer.evidence.sequence,
                                     0);
        case PostingKind::adjust:
        case PostingKind::cap:
        case PostingKind::pay_out:
        case PostingKind::award:
        case PostingKind::move:
            break;
    }
    return true;
}

void Ledger::move(const sim::Account& account, std::uint32_t card, std::int32_t change)
{
    if (account.kind == AccountKind::card) {
        if (account.number >= cards_.size()) cards_.resize(account.number + 1);
        cards_[account.number] += change;
        return;
    }
    others_[static_cast<std::uint64_t>(account.kind) << 32 | account.number] += change;
    if (account.kind == AccountKind::owed) owed_[{card, account.number}] += change;
}

}  // namespace model
