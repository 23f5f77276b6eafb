// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/ledger_sums.h"

#include <algorithm>
#include <cstdlib>

#include "sim/verify/posting_shape.h"

namespace sim
{

namespace
{

constexpr char postings_sql[] =
    "SELECT kind, debit_kind, debit_number, credit_kind, credit_number, amount, device, sequence,"
    " execution, card FROM posting";

PostingRow posting_of(const Query& row)
{
    const auto number = [&row](int column) {
        return static_cast<std::uint32_t>(row.integer(column));
    };
    PostingRow posting;
    posting.kind = static_cast<PostingKind>(number(0));
    posting.debit = {static_cast<AccountKind>(number(1)), number(2)};
    posting.credit = {static_cast<AccountKind>(number(3)), number(4)};
    posting.amount = {static_cast<std::int32_t>(row.integer(5))};
    posting.evidence = {number(6), number(7)};
    posting.execution = {number(8)};
    posting.card = number(9);
    return posting;
}

std::uint64_t key_of(std::uint32_t card, std::uint32_t execution)
{
    return (static_cast<std::uint64_t>(execution) << 32 | card) + 1;  // 0 is reserved
}

std::uint64_t key_of(const fw::TapKey& tap)
{
    return static_cast<std::uint64_t>(tap.device) << 32 | tap.sequence;
}

// Yen this posting adds to all accounts of a kind.
std::int32_t gain(const PostingRow& row, AccountKind account)
{
    return (row.credit.kind == account ? row.amount.count : 0) -
           (row.debit.kind == account ? row.amount.count : 0);
}

std::uint32_t operator_of(const PostingRow& row)
{
    return row.credit.kind == AccountKind::revenue ? row.credit.number : row.debit.number;
}

}  // namespace

LedgerSums::LedgerSums(Database& database, Findings& findings)
    : index_(static_cast<std::size_t>(database.integer("SELECT max(rowid) FROM posting")))
{
    entries_.reserve(static_cast<std::size_t>(database.integer("SELECT max(rowid) FROM posting")));
    Query rows = database.query(postings_sql);
    while (rows.step()) {
        const PostingRow row = posting_of(rows);
        check_shape(row, findings);
        add(row);
    }
}

LedgerEntry* LedgerSums::find(std::uint32_t card, std::uint32_t execution)
{
    const std::uint32_t at = index_.find(key_of(card, execution));
    return at == FlatMap::absent ? nullptr : &entries_[at];
}

TapMoney* LedgerSums::find(const fw::TapKey& tap)
{
    const auto found = taps_.find(key_of(tap));
    return found == taps_.end() ? nullptr : &found->second;
}

CardPoints LedgerSums::points(std::uint32_t card) const
{
    const auto found = points_.find(card);
    return found == points_.end() ? CardPoints{} : found->second;
}

std::int64_t LedgerSums::cards_adjusted() const
{
    return std::count_if(owed_.begin(), owed_.end(),
                         [](const CardOwed& one) { return one.adjusted; });
}

LedgerEntry& LedgerSums::entry(std::uint32_t card, std::uint32_t execution)
{
    if (LedgerEntry* const found = find(card, execution)) return *found;
    index_.insert(key_of(card, execution), static_cast<std::uint32_t>(entries_.size()));
    LedgerEntry made;
    made.card = card;
    made.execution = execution;
    return entries_.emplace_back(made);
}

void LedgerSums::add(const PostingRow& row)
{
    if (row.kind == PostingKind::award) {
        CardPoints& points = points_[row.card];
        points.yen += gain(row, AccountKind::points);
        points.evidence = row.evidence;
        return;
    }
    if (row.kind == PostingKind::move) return;  // judged with the platform's own ledger
    const bool debt = row.kind == PostingKind::cap || row.kind == PostingKind::pay_out;
    if (debt || row.kind == PostingKind::adjust) add_to_card(row);
    if (debt) return;
    if (row.execution.value == 0)
        add_to_tap(row);
    else
        add_to_entry(row);
}

void LedgerSums::add_to_entry(const PostingRow& row)
{
    LedgerEntry& sums = entry(row.card, row.execution.value);
    if (sums.evidence.device == 0) sums.evidence = row.evidence;
    if (row.kind == PostingKind::fare || row.kind == PostingKind::top_up ||
        row.kind == PostingKind::settle || row.kind == PostingKind::cancel)
        ++sums.final_postings;
    sums.suspense += gain(row, AccountKind::suspense);
    sums.purse += gain(row, AccountKind::card);
    const std::int32_t revenue = gain(row, AccountKind::revenue);
    (row.kind == PostingKind::adjust ? sums.adjusted : sums.revenue) += revenue;
    if (revenue != 0) sums.operator_index = operator_of(row);
}

void LedgerSums::add_to_tap(const PostingRow& row)
{
    TapMoney& sums = taps_[key_of(row.evidence)];
    sums.card = row.card;
    sums.operator_index = operator_of(row);
    if (row.kind == PostingKind::adjust) {
        sums.adjusted += gain(row, AccountKind::revenue);
    } else {
        sums.cash += gain(row, AccountKind::revenue);
        ++sums.cash_postings;
    }
}

void LedgerSums::add_to_card(const PostingRow& row)
{
    if (row.card >= owed_.size()) owed_.resize(row.card + 1);
    CardOwed& sums = owed_[row.card];
    const std::int32_t yen = gain(row, AccountKind::owed);
    if (row.kind == PostingKind::pay_out) {
        sums.paid_out -= yen;
        return;
    }
    sums.owed += yen;
    if (row.kind == PostingKind::cap) {
        sums.capped += yen;
        ++caps_;
        return;
    }
    sums.adjusted = true;
    ++adjustments_;
    adjusted_yen_ += std::abs(yen);
}

}  // namespace sim
