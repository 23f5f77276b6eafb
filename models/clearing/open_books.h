// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/clearing/ledger.h"
#include "models/clearing/settlement.h"

// The books of clearing at a moment. A server's answer lies a little ahead of the kernel's time, so
// what is posted for later than the moment asked for is left out again.
namespace model
{

struct BooksAt {
    std::int64_t ledger = 0;  // certain debits less top-ups and cancels
    std::int64_t suspense = 0;
    std::vector<sim::StatementRow> statements;
    std::int64_t paid = 0;  // to all operators
};

class OpenBooks
{
public:
    // `first`: the first moment that will be asked for, if it is known.
    OpenBooks(const Ledger& ledger, std::size_t operators, std::int64_t first = INT64_MAX)
        : ledger_(ledger), settlement_(operators), asked_next_(first)
    {
    }

    void count(const sim::PostingRow& transfer)
    {
        settlement_.count(transfer);
        if (transfer.t > asked_next_) later_.push_back(transfer);
    }
    // Everything posted up to and with `t`. `next`: the moment that will be asked for after it.
    BooksAt at(std::int64_t t, std::int64_t next = INT64_MAX);

private:
    const Ledger& ledger_;
    Settlement settlement_;
    std::int64_t asked_next_;
    std::vector<sim::PostingRow> later_;  // than asked_next_
};

}  // namespace model
