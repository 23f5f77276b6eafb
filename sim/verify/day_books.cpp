// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/day_books.h"

#include <fmt/format.h>

#include <algorithm>

namespace sim
{

namespace
{

constexpr char caps_sql[] =
    "SELECT c.cap, c.id, c.amount FROM tariff_cap c,"
    " (SELECT CAST(value AS INTEGER) AS day FROM tariff_setting WHERE key = 'day') n"
    " WHERE c.valid_from_day <= n.day AND coalesce(c.valid_until_day, n.day) >= n.day"
    " ORDER BY c.cap";
constexpr char operators_sql[] =
    "SELECT NOT EXISTS (SELECT 1 FROM tariff_cap_operator x WHERE x.cap = ?1)"
    " OR o.id IN (SELECT x.operator_id FROM tariff_cap_operator x WHERE x.cap = ?1)"
    " FROM operator o ORDER BY o.operator";

}  // namespace

DayBooks::DayBooks(const Database& database, LedgerSums& ledger, Findings& findings,
                   BookTotals& totals)
    : ledger_(ledger),
      findings_(findings),
      totals_(totals),
      pays_out_(database.text("SELECT value FROM tariff_setting WHERE key = 'pay_out'") ==
                "points_at_day_end"),
      minimum_(std::max<std::int64_t>(
          1, database.integer("SELECT value FROM tariff_setting WHERE key = 'pay_out_minimum'")))
{
    Query rules = database.query(caps_sql);
    while (rules.step()) {
        Cap& cap = caps_.emplace_back(Cap{rules.text(1), rules.integer(2), {}});
        Query operators = database.query(operators_sql);
        operators.bind(1, rules.integer(0));
        while (operators.step()) cap.operators.push_back(operators.integer(0) != 0);
    }
}

void DayBooks::judge(std::uint32_t card, const fw::TapKey& blame,
                     const std::vector<RideCost>& rides)
{
    if (!caps_.empty() || ledger_.owed(card).capped != 0) judge_caps(card, blame, rides);
    judge_pay_out(card, blame);
}

void DayBooks::judge_unseen(const std::vector<bool>& seen)
{
    for (std::uint32_t card = 0; card < ledger_.cards_owed(); ++card)
        if (card >= seen.size() || !seen[card]) judge(card, {}, {});
}

std::int64_t DayBooks::given_back(const std::vector<RideCost>& rides) const
{
    std::vector<RideCost> left = rides;
    std::int64_t back = 0;
    for (const Cap& cap : caps_) {
        std::int64_t room = cap.amount;
        for (RideCost& ride : left) {
            if (ride.operator_index >= cap.operators.size() || !cap.operators[ride.operator_index])
                continue;
            const std::int64_t above = std::max<std::int64_t>(0, ride.yen - room);
            room -= ride.yen - above;
            ride.yen -= above;
            back += above;
        }
    }
    return back;
}

void DayBooks::judge_caps(std::uint32_t card, const fw::TapKey& blame,
                          const std::vector<RideCost>& rides)
{
    const std::int64_t due = given_back(rides);
    const std::int64_t posted = ledger_.owed(card).capped;
    ++totals_.caps_checked;
    if (due == posted) return;
    findings_.add({"caps_kept", blame, "", posted - due,
                   fmt::format("card {} was given {} yen back for caps, {} are due; first seen at"
                               " tap {}",
                               card, posted, due, text_of(blame))});
}

void DayBooks::judge_pay_out(std::uint32_t card, const fw::TapKey& blame)
{
    const CardOwed owed = ledger_.owed(card);
    if (owed.owed == 0 && owed.paid_out == 0) return;
    ++totals_.cards_owed;
    const std::int64_t due = pays_out_ && owed.owed >= minimum_ ? owed.owed : 0;
    if (owed.paid_out == due) return;
    findings_.add({"pay_out_right", blame, "", owed.paid_out - due,
                   fmt::format("card {} is owed {} yen and was paid {} as points, {} are due;"
                               " first seen at tap {}",
                               card, owed.owed, owed.paid_out, due, text_of(blame))});
}

}  // namespace sim
