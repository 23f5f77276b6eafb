// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/tap_scan.h"

#include "sim/verify/fare_oracle.h"

namespace sim
{

// LEFT JOIN keeps the taps outermost, in rowid order: the planner's own order is 70 times slower
// (performance.md 7).
std::string TapScan::sql()
{
    return std::string(
               "SELECT t.rowid, t.device, t.sequence, t.card, t.kind, t.verdict, t.decided_by,"
               " t.discount_class, t.operator, t.trip, t.true_board, t.true_alight, t.fare,"
               " t.balance_before, t.balance_after, t.execution, t.last_execution,"
               " coalesce(t.t0, t.closed_at), iif(t.t0 IS NULL, -1, 0),"
               " coalesce(t.d1, -1), coalesce(t.d2, -1), coalesce(t.d3, -1), coalesce(t.d4, -1),"
               " coalesce(t.d5, -1), coalesce(t.d6, -1), coalesce(t.d7, -1), coalesce(t.d8, -1),"
               " coalesce(t.d9, -1), coalesce(") +
           due_expression + ", -1) " + due_joins("t.true_board");
}

bool TapScan::next(TapFacts& facts)
{
    if (!query_.step()) return false;
    int column = 0;
    const auto take = [this, &column](auto& field) {
        field = static_cast<std::remove_reference_t<decltype(field)>>(query_.integer(column++));
    };
    take(facts.row), take(facts.key.device), take(facts.key.sequence), take(facts.card);
    take(facts.kind), take(facts.verdict), take(facts.decided_by), take(facts.discount_class);
    take(facts.operator_index), take(facts.trip), take(facts.true_board), take(facts.true_alight);
    take(facts.fare), take(facts.before), take(facts.after), take(facts.execution);
    take(facts.last_execution), take(facts.when);
    for (std::int64_t& time : facts.t) take(time);
    take(facts.due);
    return true;
}

}  // namespace sim
