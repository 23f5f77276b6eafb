// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/posting_shape.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

bool is_between(const PostingRow& row, AccountKind from, AccountKind to)
{
    return row.debit.kind == from && row.credit.kind == to;
}

// Whichever way, on the points of the posting's own card.
bool is_with_points(const PostingRow& row, AccountKind other)
{
    return (is_between(row, other, AccountKind::points) && row.credit.number == row.card) ||
           (is_between(row, AccountKind::points, other) && row.debit.number == row.card);
}

// Kinds that no sum of a debit would catch on the wrong accounts.
bool is_on_its_accounts(const PostingRow& row)
{
    switch (row.kind) {
        case PostingKind::cash_fare:
            return is_between(row, AccountKind::cash, AccountKind::revenue) &&
                   row.debit.number == row.credit.number;
        case PostingKind::adjust:
        case PostingKind::cap:
            return is_between(row, AccountKind::revenue, AccountKind::owed) ||
                   is_between(row, AccountKind::owed, AccountKind::revenue);
        case PostingKind::pay_out:
            return is_with_points(row, AccountKind::owed);
        case PostingKind::award:
            return is_with_points(row, AccountKind::subsidy);
        case PostingKind::move:
            return is_with_points(row, AccountKind::platform);
        case PostingKind::cancel:
            return is_between(row, AccountKind::revenue, AccountKind::card) &&
                   row.credit.number == row.card;
        default:
            return true;
    }
}

}  // namespace

void check_shape(const PostingRow& row, Findings& findings)
{
    const bool same = row.debit.kind == row.credit.kind && row.debit.number == row.credit.number;
    if (row.amount.count > 0 && !same && is_on_its_accounts(row)) return;
    const char* const where = same                   ? "to the same account"
                              : row.amount.count > 0 ? "between accounts not its own"
                                                     : "";
    findings.add({"money_conserved", row.evidence, "", row.amount.count,
                  fmt::format("posting for tap {} moves {} yen {}", text_of(row.evidence),
                              row.amount.count, where)});
}

}  // namespace sim
