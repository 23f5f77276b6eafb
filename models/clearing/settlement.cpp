// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/settlement.h"

namespace model
{

namespace
{

using sim::AccountKind;
using sim::PostingKind;

// The column of an operator's statement that a transfer counts in when it touches the operator's
// income. A cancel that waits in suspense has left that income already.
std::int64_t& column(sim::StatementRow& statement, PostingKind kind)
{
    switch (kind) {
        case PostingKind::cash_fare:
            return statement.cash_fares;
        case PostingKind::adjust:
            return statement.adjustments;
        case PostingKind::cancel:
        case PostingKind::suspend:
        case PostingKind::reverse:
            return statement.cancels;
        case PostingKind::cap:
            return statement.caps;
        case PostingKind::fare:
        case PostingKind::top_up:
        case PostingKind::settle:
        case PostingKind::pay_out:
        case PostingKind::award:
        case PostingKind::move:
            break;
    }
    return statement.fares;
}

bool gives_back(PostingKind kind)
{
    return kind == PostingKind::cancel || kind == PostingKind::suspend ||
           kind == PostingKind::reverse || kind == PostingKind::cap;
}

}  // namespace

std::int64_t pays(const sim::StatementRow& statement)
{
    return statement.fares + statement.cash_fares + statement.adjustments - statement.cancels -
           statement.caps;
}

std::vector<sim::StatementRow> Settlement::statements(std::int64_t t) const
{
    std::vector<sim::StatementRow> rows = statements_;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].t = t;
        rows[i].operator_index = static_cast<std::uint16_t>(i);
    }
    return rows;
}

void Settlement::add(const sim::PostingRow& transfer, int times)
{
    const auto side = [&](const sim::Account& account, std::int64_t gain) {
        const bool top_up =
            account.kind == AccountKind::cash && transfer.kind != PostingKind::cash_fare;
        if (account.kind != AccountKind::revenue && !top_up) return;
        if (account.number >= statements_.size()) statements_.resize(account.number + 1);
        sim::StatementRow& statement = statements_[account.number];
        if (top_up)
            statement.top_ups -= gain;
        else
            column(statement, transfer.kind) += gives_back(transfer.kind) ? -gain : gain;
    };
    const std::int64_t amount = std::int64_t{transfer.amount.count} * times;
    side(transfer.debit, -amount);
    side(transfer.credit, amount);
}

}  // namespace model
