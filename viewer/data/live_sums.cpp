// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/live_sums.h"

#include <string>
#include <vector>

namespace view
{

namespace
{

// Those that sim::Aggregates writes.
constexpr const char* tables[] = {"latency_histogram", "latency_device",  "slow_tap",
                                  "ridership_tap",     "ridership_class", "money_flow"};

void lay_empty(sim::Database& database)
{
    database.exec("PRAGMA temp_store = MEMORY");
    for (const std::string table : tables) {
        std::string sql =
            database.text("SELECT sql FROM main.sqlite_schema WHERE name = '" + table + "'");
        sql.insert(sql.find("TABLE"), "TEMP ");
        database.exec(sql);
    }
}

}  // namespace

void LiveSums::advance(sim::Database& database)
{
    const bool more = recount_.advance(database);
    if (laid_ && !more) return;
    if (!laid_) lay_empty(database);
    laid_ = true;
    database.exec("BEGIN");
    for (const std::string table : tables) database.exec("DELETE FROM temp." + table);
    recount_.sums().write(database);
    database.exec("COMMIT");
}

void LiveSums::drop(sim::Database& database)
{
    for (const std::string table : tables) database.exec("DROP TABLE IF EXISTS temp." + table);
}

}  // namespace view
