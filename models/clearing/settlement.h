// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/record/rows.h"

// What clearing pays each operator, counted transfer by transfer as they are posted and never read
// from the ledger's balances. Cash is kept by the operator that took it: cash fares are its own,
// top-ups it owes to the fund behind the purses.
namespace model
{

// The operator's own income.
std::int64_t pays(const sim::StatementRow& statement);

class Settlement
{
public:
    explicit Settlement(std::size_t operators) : statements_(operators) {}

    void count(const sim::PostingRow& transfer) { add(transfer, 1); }
    void take_back(const sim::PostingRow& transfer) { add(transfer, -1); }
    // One statement an operator, in their order.
    std::vector<sim::StatementRow> statements(std::int64_t t) const;

private:
    void add(const sim::PostingRow& transfer, int times);

    std::vector<sim::StatementRow> statements_;
};

}  // namespace model
