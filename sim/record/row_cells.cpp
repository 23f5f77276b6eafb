// SPDX-License-Identifier: Apache-2.0
#include "sim/record/row_cells.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace sim
{

namespace
{

struct Shape {
    const char* name;
    std::size_t columns;
};
constexpr std::array<Shape, bulk_tables> shapes{{{"tap", 42},
                                                 {"duplicate_delivery", 6},
                                                 {"posting", 11},
                                                 {"card", 8},
                                                 {"stop_visit", 12},
                                                 {"waiting", 3},
                                                 {"batch", 10},
                                                 {"checkpoint", 6},
                                                 {"statement", 8}}};

template <typename... Values>
void put(Block& block, Values... values)
{
    (block.cells.push_back(static_cast<std::int64_t>(values)), ...);
}

std::int64_t or_null(std::int64_t time)
{
    return time < 0 ? null_cell : time;
}

void put_times(Block& block, const TapRow& tap, const CloudRow* cloud)
{
    const std::int64_t base = tap.t[0] < 0 ? 0 : tap.t[0];
    const auto difference = [base](std::int64_t t) { return t < 0 ? null_cell : t - base; };
    put(block, or_null(tap.t[0]));
    for (std::size_t i = 1; i < tap.t.size(); ++i) put(block, difference(tap.t[i]));
    put(block, cloud == nullptr ? null_cell : difference(cloud->t8),
        cloud == nullptr ? null_cell : difference(cloud->t9),
        cloud == nullptr ? null_cell : cloud->due.count);
}

}  // namespace

const char* name_of(BulkTable table)
{
    return shapes[static_cast<std::size_t>(table)].name;
}
std::size_t columns_of(BulkTable table)
{
    return shapes[static_cast<std::size_t>(table)].columns;
}

void append_tap(Block& block, const TapRow& tap, const CloudRow* cloud)
{
    const fw::TapEvent& e = tap.event;
    put(block, e.key.device, e.key.sequence, tap.card, tap.rider, tap.bus, e.trip, tap.pattern);
    put(block, e.kind, e.verdict, e.decided_by, e.rule, e.half, e.discount_class, e.riders);
    put(block, e.operator_id, e.board_code, e.alight_code, e.fare.count, e.base_fare.count);
    put(block, e.balance_before.count, e.balance_after.count, e.execution.value,
        e.last_execution.value, e.closed_at.count);
    put(block, tap.true_board, tap.true_alight, tap.true_class, tap.true_half, tap.true_riders,
        tap.attempt);
    put_times(block, tap, cloud);
    put(block, e.pass);
}

void append_duplicate(Block& block, const CloudRow& cloud, bool known)
{
    put(block, cloud.key.device, cloud.key.sequence, or_null(cloud.t8), or_null(cloud.t9),
        cloud.due.count, known);
}

void append_posting(Block& block, const PostingRow& row)
{
    put(block, row.t, row.kind, row.debit.kind, row.debit.number, row.credit.kind,
        row.credit.number, row.amount.count, row.evidence.device, row.evidence.sequence,
        row.execution.value, row.card);
}

void append_card(Block& block, const CardRow& row)
{
    put(block, row.card, row.pseudonym, row.profile, row.purse_before.count, row.purse_after.count,
        row.pass, or_null(row.pass_until), row.pass_amount);
}

void append_stop_visit(Block& block, const StopVisitRow& row)
{
    put(block, row.trip, row.bus, row.index, row.scheduled_arrival, row.scheduled_departure,
        row.arrival, row.departure, row.boarded, row.alighted, row.boarded_cash, row.alighted_cash,
        row.load);
}

void append_waiting(Block& block, const StopVisitRow& row)
{
    constexpr std::int64_t mark = 300;  // s
    std::map<std::int64_t, std::int64_t> riders;
    for (const StopVisitRow::Waiter& waiter : row.waited) {
        const std::int64_t first = (std::max(waiter.since, 0) + mark - 1) / mark;
        for (std::int64_t at = first; at * mark * 1'000'000'000 < row.departure; ++at)
            riders[at] += waiter.riders;
    }
    for (const auto& [at, count] : riders) put(block, row.stop, at, count);
}

void append_batch(Block& block, const BatchRow& row)
{
    put(block, row.bus, row.first_record, row.end_record, row.events, row.attempt,
        or_null(row.sent), or_null(row.at_depot), or_null(row.at_cloud), or_null(row.served),
        or_null(row.acknowledged));
}

void append_checkpoint(Block& block, const CheckpointRow& row)
{
    put(block, row.t, row.purses, row.journals, row.ledger, row.suspense, row.statements);
}

void append_statement(Block& block, const StatementRow& row)
{
    put(block, row.t, row.operator_index, row.fares, row.cash_fares, row.adjustments, row.cancels,
        row.caps, row.top_ups);
}

}  // namespace sim
