// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/tap_scan.h"

namespace sim
{

std::string TapScan::sql(const DueSql& due)
{
    return std::string(
               "SELECT t.rowid, t.device, t.sequence, t.card, t.kind, t.verdict, t.decided_by,"
               " t.discount_class, t.operator, t.trip, t.true_board, t.true_alight, t.fare,"
               " t.balance_before, t.balance_after, t.execution, t.last_execution, ") +
           (due.passes() ? "t.pass" : "0") +
           ", t.closed_at, t.t0, t.d1, t.d2, t.d3, t.d4, t.d5, t.d6, t.d7, t.d8, t.d9, " +
           due.due() + " " + due.from() + " WHERE t.rowid > ?1 AND t.rowid <= ?2";
}

bool TapScan::asked(const TapFacts& tap) const
{
    return tap.decided_by == fw::DecidedBy::cloud || tap.decided_by == fw::DecidedBy::fallback ||
           (shops_ask_ && tap.kind == fw::TapKind::sale);
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
    take(facts.last_execution), take(facts.pass);
    facts.asked = asked(facts);
    // Asking for NULL costs as much as the value, so it is asked only of zeros.
    const auto time = [this, &column] {
        const std::int64_t value = query_.integer(column);
        const bool never = value == 0 && query_.is_null(column);
        ++column;
        return never ? -1 : value;
    };
    facts.closed_at = time();
    const std::int64_t t0 = time();
    facts.when = t0 < 0 ? facts.closed_at : t0;
    facts.t[0] = t0 < 0 ? -1 : 0;
    for (std::size_t point = 1; point < facts.t.size(); ++point) facts.t[point] = time();
    facts.due = static_cast<std::int32_t>(time());
    return true;
}

}  // namespace sim
