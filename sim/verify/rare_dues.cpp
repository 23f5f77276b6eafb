// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/rare_dues.h"

#include <algorithm>

namespace sim
{

namespace
{

constexpr std::int64_t clock_error = 2'000'000'000;

Query due_query(const Database& database, const DueSql& sql, const DueCase& asked)
{
    return database.query("SELECT coalesce(" + sql.due() + ", -1) " + sql.from(asked) +
                          " WHERE t.rowid = ?");
}

DueCase boarded_at(bool first_stop)
{
    DueCase asked;
    if (first_stop) asked.board = "0";
    return asked;
}

}  // namespace

RareDues::RareDues(const Database& database, const DueSql& sql)
    : first_stop_(due_query(database, sql, boarded_at(true))),
      cloud_price_(database.query("SELECT coalesce(cloud_due, -1) FROM tap WHERE rowid = ?"))
{
    for (const bool first_stop : {false, true}) {
        DueCase asked = boarded_at(first_stop);
        if (sql.editions().size() > 1 || sql.passes())
            for (const std::int64_t shift : {-clock_error, clock_error}) {
                asked.later_ns = shift;
                near_[first_stop].push_back(due_query(database, sql, asked));
            }
        asked.later_ns = 0;
        if (sql.editions().size() > 1)
            for (const DueSql::Edition& edition : sql.editions()) {
                asked.edition = static_cast<int>(edition.number);
                cash_[first_stop].push_back(due_query(database, sql, asked));
            }
    }
}

bool RareDues::allows(std::int64_t row, std::int64_t paid, bool in_cash, bool at_first_stop)
{
    const auto costs = [&](Query& query) { return paid >= 0 && ask(query, row) == paid; };
    auto& near = near_[at_first_stop];
    auto& cash = cash_[at_first_stop];
    return std::any_of(near.begin(), near.end(), costs) ||
           (in_cash && std::any_of(cash.begin(), cash.end(), costs));
}

std::int64_t RareDues::when_settled(std::int64_t row, std::int64_t fare)
{
    const std::int32_t price = ask(cloud_price_, row);
    return price < 0 ? fare : price;
}

std::int32_t RareDues::ask(Query& query, std::int64_t row)
{
    query.reset();
    query.bind(1, row);
    return query.step() ? static_cast<std::int32_t>(query.integer(0)) : -1;
}

}  // namespace sim
