// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "sim/record/rows.h"

// Rows on their way to the result file: a fixed number of 64-bit cells each, in the column order
// of schema.sql.
namespace sim
{

enum class BulkTable : std::uint8_t {
    tap,
    duplicate_delivery,
    posting,
    card,
    stop_visit,
    waiting,
    batch,
    checkpoint,
    statement
};
constexpr std::size_t bulk_tables = 9;

const char* name_of(BulkTable table);
std::size_t columns_of(BulkTable table);

constexpr std::int64_t null_cell = std::numeric_limits<std::int64_t>::min();

// Positions of some cells of a tap row.
namespace tap_cell
{
constexpr std::size_t device = 0, sequence = 1, trip = 5, pattern = 6, kind = 7, verdict = 8,
                      half = 11, discount_class = 12, riders = 13, operator_index = 14, fare = 17,
                      base_fare = 18, true_board = 24, true_alight = 25, true_riders = 28, t0 = 30,
                      d1 = 31;
}
// The same of a posting.
namespace posting_cell
{
constexpr std::size_t t = 0, kind = 1, debit_kind = 2, debit_number = 3, credit_kind = 4,
                      credit_number = 5, amount = 6;
}

// Rows of one table.
struct Block {
    BulkTable table = BulkTable::tap;
    std::vector<std::int64_t> cells;

    std::size_t rows() const { return cells.size() / columns_of(table); }
};

void append_tap(Block& block, const TapRow& tap, const CloudRow* cloud);
void append_duplicate(Block& block, const CloudRow& cloud, bool known);
void append_posting(Block& block, const PostingRow& row);
void append_card(Block& block, const CardRow& row);
void append_stop_visit(Block& block, const StopVisitRow& row);
// A row for each five-minute mark at which somebody waited for this bus.
void append_waiting(Block& block, const StopVisitRow& row);
void append_batch(Block& block, const BatchRow& row);
void append_checkpoint(Block& block, const CheckpointRow& row);
void append_statement(Block& block, const StatementRow& row);

}  // namespace sim
