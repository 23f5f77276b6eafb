// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

// Where the yen went: the rows of money_flow (schema.sql).
namespace sim
{

struct MoneyFlowRow {
    std::int64_t kind = 0, debit_kind = 0, credit_kind = 0, operator_index = -1, quarter_hour = 0;
    std::int64_t times = 0, yen = 0;
};

class MoneySums
{
public:
    void count(const std::int64_t* posting);  // the cells of one row of table posting
    std::vector<MoneyFlowRow> flows() const;  // by the columns of the key

private:
    std::unordered_map<std::uint64_t, MoneyFlowRow> flows_;
};

}  // namespace sim
