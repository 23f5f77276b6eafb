// SPDX-License-Identifier: Apache-2.0
#include "sim/record/recount.h"

#include <fmt/format.h>

#include <array>
#include <span>
#include <string>

namespace sim
{

namespace
{

constexpr std::size_t rows_at_once = 1024;

// Cells that sums are made of; the others stay empty, for reading them would take as long again.
constexpr std::array<std::size_t, 25> tap_cells{
    tap_cell::device,     tap_cell::sequence,       tap_cell::trip,        tap_cell::pattern,
    tap_cell::kind,       tap_cell::verdict,        tap_cell::half,        tap_cell::discount_class,
    tap_cell::riders,     tap_cell::operator_index, tap_cell::fare,        tap_cell::base_fare,
    tap_cell::true_board, tap_cell::true_alight,    tap_cell::true_riders, tap_cell::t0,
    tap_cell::d1,         tap_cell::d1 + 1,         tap_cell::d1 + 2,      tap_cell::d1 + 3,
    tap_cell::d1 + 4,     tap_cell::d1 + 5,         tap_cell::d1 + 6,      tap_cell::d1 + 7,
    tap_cell::d1 + 8};
constexpr std::array<std::size_t, 7> posting_cells{
    posting_cell::t,           posting_cell::kind,
    posting_cell::debit_kind,  posting_cell::debit_number,
    posting_cell::credit_kind, posting_cell::credit_number,
    posting_cell::amount};

std::span<const std::size_t> cells_of(BulkTable table)
{
    if (table == BulkTable::tap) return tap_cells;
    return posting_cells;
}

std::string select(const Database& database, BulkTable table)
{
    const Query names = database.query(fmt::format("SELECT * FROM {}", name_of(table)));
    std::string columns = "rowid";
    for (const std::size_t cell : cells_of(table))
        columns += ", " + names.name(static_cast<int>(cell));
    return fmt::format("SELECT {} FROM {} WHERE rowid > ? ORDER BY rowid", columns, name_of(table));
}

}  // namespace

bool Recount::advance(const Database& database)
{
    const bool taps = advance(database, BulkTable::tap, last_tap_);
    const bool postings = advance(database, BulkTable::posting, last_posting_);
    return taps || postings;
}

bool Recount::advance(const Database& database, BulkTable table, std::int64_t& last_row)
{
    const std::int64_t before = last_row;
    const auto cells = cells_of(table);
    const std::size_t width = columns_of(table);
    Query rows = database.query(select(database, table));
    rows.bind(1, last_row);
    Block block{table, {}};
    while (rows.step()) {
        last_row = rows.integer(0);
        block.cells.resize(block.cells.size() + width, null_cell);
        std::int64_t* const row = block.cells.data() + block.cells.size() - width;
        int column = 0;
        for (const std::size_t cell : cells) row[cell] = rows.integer_or(++column, null_cell);
        if (block.rows() < rows_at_once) continue;
        sums_.count(block);
        block.cells.clear();
    }
    sums_.count(block);
    return last_row != before;
}

}  // namespace sim
