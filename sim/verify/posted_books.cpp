// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/posted_books.h"

#include <utility>

namespace sim
{

namespace
{

enum StatementColumn : std::size_t { fares, cash_fares, adjustments, cancels, caps, top_ups };

constexpr char postings_sql[] =
    "SELECT t, kind, debit_kind, debit_number, credit_kind, credit_number, amount, device,"
    " sequence, execution, card FROM posting";

PostingRow posting_of(const Query& row)
{
    const auto number = [&row](int column) {
        return static_cast<std::uint32_t>(row.integer(column));
    };
    return {row.integer(0),
            static_cast<PostingKind>(number(1)),
            {static_cast<AccountKind>(number(2)), number(3)},
            {static_cast<AccountKind>(number(4)), number(5)},
            {static_cast<std::int32_t>(row.integer(6))},
            {number(7), number(8)},
            {number(9)},
            number(10)};
}

std::uint64_t key_of(std::uint32_t card, std::uint32_t execution)
{
    return (static_cast<std::uint64_t>(execution) << 32 | card) + 1;  // 0 is reserved
}

// Yen a transfer takes from its card for certain, by the accounts it moves between.
std::int32_t certainly_taken(const PostingRow& row)
{
    if (row.kind == PostingKind::suspend || row.kind == PostingKind::reverse) return 0;
    if (row.credit.kind == AccountKind::card) return -row.amount.count;
    const bool from_card = row.debit.kind == AccountKind::card;
    return from_card || row.kind == PostingKind::settle ? row.amount.count : 0;
}

// Column of the statement, and whether it lists what the operator loses.
struct Place {
    StatementColumn column;
    int sign;
};

Place place_of(PostingKind kind)
{
    switch (kind) {
        case PostingKind::cash_fare:
            return {cash_fares, 1};
        case PostingKind::adjust:
            return {adjustments, 1};
        case PostingKind::cap:
            return {caps, -1};
        case PostingKind::suspend:
        case PostingKind::reverse:
        case PostingKind::cancel:
            return {cancels, -1};
        default:
            return {fares, 1};
    }
}

}  // namespace

PostedBooks::PostedBooks(const Database& database, const Cuts& cuts)
    : cuts_(cuts),
      ledger_(cuts),
      suspense_(cuts),
      index_(static_cast<std::size_t>(database.integer("SELECT max(rowid) FROM posting")))
{
    const std::int64_t operators = database.integer("SELECT count(*) FROM operator");
    while (std::cmp_less(operators_.size(), operators)) operators_.emplace_back(cuts_);
    if (cuts_.empty()) return;
    Query rows = database.query(postings_sql);
    while (rows.step()) add(posting_of(rows));
}

Posted* PostedBooks::find(std::uint32_t card, std::uint32_t execution)
{
    const std::uint32_t at = index_.find(key_of(card, execution));
    return at == FlatMap::absent ? nullptr : &posted_[at];
}

Waiting PostedBooks::waiting(std::uint32_t card, std::uint32_t execution) const
{
    const auto found = waiting_.find(key_of(card, execution));
    return found == waiting_.end() ? Waiting{} : found->second;
}

void PostedBooks::add(const PostingRow& row)
{
    const std::int32_t taken = certainly_taken(row);
    ledger_.gain(row.t, taken);
    if (row.execution.value != 0) add_to_execution(row, taken);
    add_to_operator(row, row.debit, -row.amount.count);
    add_to_operator(row, row.credit, row.amount.count);
    if (row.credit.kind == AccountKind::suspense) suspense_.gain(row.t, row.amount.count);
    if (row.debit.kind == AccountKind::suspense) suspense_.gain(row.t, -row.amount.count);
}

void PostedBooks::add_to_execution(const PostingRow& row, std::int32_t taken)
{
    const std::uint64_t key = key_of(row.card, row.execution.value);
    if (row.kind == PostingKind::suspend) waiting_[key].suspended = row.t;
    if (row.kind == PostingKind::settle) waiting_[key].settled = row.t;
    if (row.kind == PostingKind::reverse) waiting_[key].reversed = row.t;
    if (taken == 0) return;
    if (index_.insert(key, static_cast<std::uint32_t>(posted_.size()))) {
        Posted first;
        first.evidence = row.evidence;
        first.card = row.card;
        first.execution = row.execution.value;
        first.at = row.t;
        posted_.push_back(first);
    }
    Posted& posted = posted_[index_.find(key)];
    posted.yen += taken;
    posted.settled = posted.settled || row.kind == PostingKind::settle;
    ++posted.times;
}

void PostedBooks::add_to_operator(const PostingRow& row, const Account& account, std::int64_t gain)
{
    const bool income = account.kind == AccountKind::revenue;
    const bool top_up = account.kind == AccountKind::cash && row.kind != PostingKind::cash_fare;
    if (!income && !top_up) return;
    while (operators_.size() <= account.number) operators_.emplace_back(cuts_);
    OperatorBooks& own = operators_[account.number];
    if (top_up) {
        own.columns[top_ups].gain(row.t, -gain);
        return;
    }
    const Place place = place_of(row.kind);
    own.columns[place.column].gain(row.t, place.sign * gain);
    own.revenue.gain(row.t, gain);
}

}  // namespace sim
