// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/ledger.h"

namespace model
{

namespace
{

std::uint64_t key_of(std::uint32_t card, fw::ExecutionId execution)
{
    return static_cast<std::uint64_t>(execution.value) << 32 | card;
}

}  // namespace

Ledger::Ledger(PostingSink& sink, std::size_t expected_postings)
    : sink_(sink), executions_(expected_postings)
{
}

bool Ledger::post(const sim::PostingRow& transfer, fw::ExecutionId before)
{
    if (!first_time(transfer, before)) return false;
    const auto amount = transfer.amount.count;
    auto move = [&](const sim::Account& account, std::int32_t change) {
        if (account.kind != sim::AccountKind::card) {
            balance_of(account) += change;
            return;
        }
        if (account.number >= cards_.size()) cards_.resize(account.number + 1);
        cards_[account.number] += change;
    };
    move(transfer.debit, -amount);
    move(transfer.credit, amount);
    sink_.posting(transfer);
    return true;
}

bool Ledger::has(std::uint32_t card, fw::ExecutionId execution) const
{
    return executions_.find(key_of(card, execution)) != sim::FlatMap::absent;
}

void Ledger::replaced(std::uint32_t card, fw::ExecutionId execution, fw::ExecutionId before)
{
    replaced_[key_of(card, execution)] = before;
}

std::optional<fw::ExecutionId> Ledger::before(std::uint32_t card, fw::ExecutionId execution) const
{
    const std::uint64_t key = key_of(card, execution);
    if (const auto told = replaced_.find(key); told != replaced_.end()) return told->second;
    const std::uint32_t found = executions_.find(key);
    if (found == sim::FlatMap::absent) return std::nullopt;
    return fw::ExecutionId{found};
}

fw::Yen Ledger::balance(const sim::Account& account) const
{
    if (account.kind == sim::AccountKind::card)
        return {account.number < cards_.size() ? cards_[account.number] : 0};
    const auto found =
        others_.find(static_cast<std::uint64_t>(account.kind) << 32 | account.number);
    return {found == others_.end() ? 0 : static_cast<std::int32_t>(found->second)};
}

bool Ledger::first_time(const sim::PostingRow& transfer, fw::ExecutionId before)
{
    const std::uint64_t key = key_of(transfer.card, transfer.execution);
    switch (transfer.kind) {
        case sim::PostingKind::fare:
        case sim::PostingKind::top_up:
        case sim::PostingKind::suspend:
        case sim::PostingKind::cancel:
            return executions_.insert(key, before.value);
        case sim::PostingKind::cash_fare:
        case sim::PostingKind::cap:
        case sim::PostingKind::pay_out:
            return true;  // they follow no execution of a card; who posts them counts them
        case sim::PostingKind::settle:
        case sim::PostingKind::reverse:
        case sim::PostingKind::adjust:
            break;
    }
    // A suspended debit is either settled or reversed; an adjustment is made once.
    const auto step = static_cast<std::uint8_t>(transfer.kind == sim::PostingKind::adjust ? 1 : 2);
    std::uint8_t& done = followed_[key];
    if ((done & step) != 0) return false;
    done = static_cast<std::uint8_t>(done | step);
    return true;
}

std::int64_t& Ledger::balance_of(const sim::Account& account)
{
    return others_[static_cast<std::uint64_t>(account.kind) << 32 | account.number];
}

}  // namespace model
