// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/open_books.h"

#include <utility>

namespace model
{

namespace
{

std::int64_t suspended_by(const sim::PostingRow& transfer)
{
    const auto in = [](const sim::Account& account) {
        return account.kind == sim::AccountKind::suspense ? 1 : 0;
    };
    return std::int64_t{transfer.amount.count} * (in(transfer.credit) - in(transfer.debit));
}

}  // namespace

BooksAt OpenBooks::at(std::int64_t t, std::int64_t next)
{
    BooksAt books;
    books.ledger = ledger_.taken();
    books.suspense = ledger_.balance({sim::AccountKind::suspense, 0}).count;
    Settlement then = settlement_;
    std::vector<sim::PostingRow> still_later;
    for (const sim::PostingRow& row : later_) {
        if (row.t > next) still_later.push_back(row);
        if (row.t <= t) continue;
        books.ledger -= taken_by(row);
        books.suspense -= suspended_by(row);
        then.take_back(row);
    }
    later_ = std::move(still_later);
    asked_next_ = next;
    books.statements = then.statements(t);
    for (const sim::StatementRow& statement : books.statements) books.paid += pays(statement);
    return books;
}

}  // namespace model
