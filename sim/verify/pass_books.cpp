// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/pass_books.h"

#include <fmt/format.h>

#include "sim/verify/lists_taken.h"
#include "sim/verify/pass_sql.h"

namespace sim
{

PassBooks::PassBooks(Database& database, Findings& findings) : database_(database)
{
    database_.exec(pass_sql::preparation);
    judge_books(findings);
    judge_decisions(findings);
    measure();
}

void PassBooks::judge_books(Findings& findings) const
{
    for (const char* sql : pass_sql::checks)
        find_violations(database_, {"passes_right", sql}, findings);
}

void PassBooks::judge_decisions(Findings& findings)
{
    Query query = database_.query(pass_sql::decisions);
    for (; query.step(); ++fresh_checked_) {
        const std::int64_t given = query.integer(2), known = query.integer(3);
        const bool by_list = query.integer(6) != 0;
        if (given != query.integer(5)) ++stale_;
        if (given == known || (!by_list && given == query.integer(4))) continue;
        const fw::TapKey tap{static_cast<std::uint32_t>(query.integer(0)),
                             static_cast<std::uint32_t>(query.integer(1))};
        findings.add({"pass_fresh", tap, "decision", 0,
                      fmt::format("tap {}-{} was given pass {}, but what decided knew {}",
                                  tap.device, tap.sequence, given, known)});
    }
}

void PassBooks::measure()
{
    const ListsTaken lists(database_);
    Query bound = database_.query(
        "SELECT f.u0, b.t FROM pass_bound b JOIN pass_wish w ON w.request = b.request AND"
        " w.resident = b.resident JOIN flow f ON f.flow = w.flow ORDER BY b.rowid");
    while (bound.step()) {
        const auto heard = lists.heard(bound.integer(1));
        if (!heard) continue;
        lengths_["pass_usable"].push_back(heard->first - bound.integer(0));
        lengths_["pass_propagation"].push_back(heard->last - bound.integer(1));
    }
}

void PassBooks::add_to(ServiceFacts& facts, const Findings& findings) const
{
    const std::int64_t wishes = count("SELECT count(*) FROM pass_wish");
    const std::int64_t free_rides =
        count("SELECT count(*) FROM tap WHERE pass <> 0 AND kind IN (1, 2) AND verdict IN (0, 1)");
    facts.counts["passes_sold"] = {count("SELECT count(*) FROM pass_sale"), wishes};
    facts.counts["passes_refused"] = {
        count("SELECT count(*) FROM pass_wish WHERE outcome = 'refused'"), wishes};
    facts.counts["pass_revenue"] = {count("SELECT coalesce(sum(yen), 0) FROM pass_account"),
                                    wishes};
    facts.counts["free_rides"] = {free_rides, free_rides};
    facts.properties.push_back(always("passes_right", wishes + free_rides, findings));
    facts.properties.push_back(always("pass_fresh", fresh_checked_, findings));
    for (const SqlSituation& one : pass_sql::situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    facts.properties.push_back(sometimes("stale_pass_seen", stale_));
    for (const auto& [name, lengths] : lengths_) facts.lengths[name] = lengths;
}

}  // namespace sim
