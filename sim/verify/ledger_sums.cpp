// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/ledger_sums.h"

#include <fmt/format.h>

#include "sim/record/rows.h"

namespace sim
{

namespace
{

enum Column {
    kind,
    debit_kind,
    debit_number,
    credit_kind,
    credit_number,
    amount,
    device,
    sequence,
    execution,
    card
};
constexpr char postings_sql[] =
    "SELECT kind, debit_kind, debit_number, credit_kind, credit_number, amount, device, sequence,"
    " execution, card FROM posting";

std::uint64_t key_of(std::uint32_t card, std::uint32_t execution)
{
    return (static_cast<std::uint64_t>(execution) << 32 | card) + 1;  // 0 is reserved
}

}  // namespace

LedgerSums::LedgerSums(Database& database, Findings& findings)
    : index_(static_cast<std::size_t>(database.integer("SELECT max(rowid) FROM posting")))
{
    entries_.reserve(static_cast<std::size_t>(database.integer("SELECT max(rowid) FROM posting")));
    Query rows = database.query(postings_sql);
    while (rows.step()) {
        check_shape(rows, findings);
        add(rows);
    }
}

LedgerEntry* LedgerSums::find(std::uint32_t card, std::uint32_t execution)
{
    const std::uint32_t at = index_.find(key_of(card, execution));
    return at == FlatMap::absent ? nullptr : &entries_[at];
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

void LedgerSums::add(const Query& row)
{
    const auto number = [&row](Column column) {
        return static_cast<std::uint32_t>(row.integer(column));
    };
    LedgerEntry& sums = entry(number(card), number(execution));
    if (sums.evidence.device == 0) sums.evidence = {number(device), number(sequence)};
    const auto yen = static_cast<std::int32_t>(row.integer(amount));
    const auto what = static_cast<PostingKind>(row.integer(kind));
    if (what == PostingKind::adjust) ++adjustments_;
    if (what == PostingKind::fare || what == PostingKind::top_up || what == PostingKind::settle)
        ++sums.final_postings;
    const auto move = [&](AccountKind account, std::uint32_t holder, std::int32_t gain) {
        if (account == AccountKind::suspense) sums.suspense += gain;
        if (account == AccountKind::card) sums.purse += gain;
        if (account != AccountKind::revenue) return;
        (what == PostingKind::adjust ? sums.adjusted : sums.revenue) += gain;
        sums.operator_index = holder;
    };
    move(static_cast<AccountKind>(row.integer(debit_kind)), number(debit_number), -yen);
    move(static_cast<AccountKind>(row.integer(credit_kind)), number(credit_number), yen);
}

void LedgerSums::check_shape(const Query& row, Findings& findings) const
{
    const bool same = row.integer(debit_kind) == row.integer(credit_kind) &&
                      row.integer(debit_number) == row.integer(credit_number);
    if (row.integer(amount) > 0 && !same) return;
    const fw::TapKey tap{static_cast<std::uint32_t>(row.integer(device)),
                         static_cast<std::uint32_t>(row.integer(sequence))};
    findings.add({"money_conserved", tap, "", row.integer(amount),
                  fmt::format("posting for tap {} moves {} yen {}", text_of(tap),
                              row.integer(amount), same ? "to the same account" : "")});
}

}  // namespace sim
