// SPDX-License-Identifier: Apache-2.0
#include "sim/record/money_sums.h"

#include <algorithm>
#include <tuple>

#include "sim/record/row_cells.h"
#include "sim/record/sum_key.h"

namespace sim
{

namespace
{

bool is_operators(std::int64_t account)
{
    const auto kind = static_cast<AccountKind>(account);
    return kind == AccountKind::revenue || kind == AccountKind::cash || kind == AccountKind::owed;
}

std::int64_t operator_of(const std::int64_t* posting)
{
    if (is_operators(posting[posting_cell::debit_kind])) return posting[posting_cell::debit_number];
    return is_operators(posting[posting_cell::credit_kind]) ? posting[posting_cell::credit_number]
                                                            : -1;
}

auto key(const MoneyFlowRow& row)
{
    return std::tie(row.kind, row.debit_kind, row.credit_kind, row.operator_index,
                    row.quarter_hour);
}

}  // namespace

void MoneySums::count(const std::int64_t* posting)
{
    MoneyFlowRow one;
    one.kind = posting[posting_cell::kind];
    one.debit_kind = posting[posting_cell::debit_kind];
    one.credit_kind = posting[posting_cell::credit_kind];
    one.operator_index = operator_of(posting);
    one.quarter_hour = posting[posting_cell::t] / quarter_hour_ns;
    MoneyFlowRow& row = flows_
                            .try_emplace(sum_key({{one.kind, 8},
                                                  {one.debit_kind, 4},
                                                  {one.credit_kind, 4},
                                                  {one.operator_index, 24},
                                                  {one.quarter_hour, 24}}),
                                         one)
                            .first->second;
    ++row.times;
    row.yen += posting[posting_cell::amount];
}

std::vector<MoneyFlowRow> MoneySums::flows() const
{
    std::vector<MoneyFlowRow> rows;
    for (const auto& [packed, row] : flows_) rows.push_back(row);
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return key(a) < key(b); });
    return rows;
}

}  // namespace sim
