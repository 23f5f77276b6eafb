// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/ticket_books.h"

namespace sim
{

namespace
{

// Each row is a violation: what to say.
constexpr const char* checks[] = {
    "SELECT 'ticket ' || ticket || ' opened ' || count(*) || ' gates, last ' || max(gate)"
    " FROM ticket_use WHERE outcome = 'admitted' GROUP BY ticket HAVING count(*) > 1",
    "SELECT 'gate ' || u.gate || ' opened for ticket ' || u.ticket || ', which nobody sold before'"
    " FROM ticket_use u WHERE u.outcome = 'admitted' AND NOT EXISTS (SELECT 1 FROM ticket t"
    " WHERE t.ticket = u.ticket AND t.t <= u.until)",
    "SELECT 'gate ' || u.gate || ' opened for ticket ' || u.ticket || ', its issuer''s book says '"
    " || coalesce((SELECT CASE b.used WHEN -1 THEN 'not used' ELSE 'used for ' || b.request END"
    " FROM ticket_book b WHERE b.ticket = u.ticket), 'nothing') FROM ticket_use u"
    " WHERE u.outcome = 'admitted' AND NOT EXISTS (SELECT 1 FROM ticket_book b"
    " WHERE b.ticket = u.ticket AND b.request = u.request AND b.used BETWEEN u.t AND u.until)",
    "SELECT 'ticket ' || u.ticket || ' was turned down at ' || u.gate || ' (' || u.reason ||"
    " ') without that being so' FROM ticket_use u WHERE u.outcome = 'refused' AND CASE u.reason"
    " WHEN 'used' THEN NOT EXISTS (SELECT 1 FROM ticket_book b WHERE b.ticket = u.ticket AND"
    " b.used >= 0 AND b.used <= u.until AND b.request <> u.request)"
    " WHEN 'unknown_ticket' THEN EXISTS (SELECT 1 FROM ticket t WHERE t.ticket = u.ticket)"
    " ELSE 1 END",
    "SELECT 'ticket ' || b.ticket || ' is written off for ' || b.request || ', which was turned"
    " down or never shown' FROM ticket_book b WHERE b.used >= 0 AND NOT EXISTS (SELECT 1"
    " FROM ticket_use u WHERE u.request = b.request AND u.ticket = b.ticket AND"
    " u.outcome <> 'refused')",
    "SELECT 'ticket ' || t.ticket || ' of ' || t.issuer || ' is in ' || (SELECT count(*)"
    " FROM ticket_book b WHERE b.ticket = t.ticket) || ' books' FROM ticket t WHERE"
    " (SELECT count(*) FROM ticket_book b WHERE b.ticket = t.ticket AND b.issuer = t.issuer) <> 1"
    " OR (SELECT count(*) FROM ticket_book b WHERE b.ticket = t.ticket) <> 1",
};

constexpr const char* other_gate =
    "((t.issuer = 'gunmaas') <> (CAST(substr(u.gate, 6) AS INTEGER) % 2 = 1))";

}  // namespace

void judge_tickets(const Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : checks) {
        Query query = database.query(sql);
        while (query.step()) findings.add({"tickets_once", {}, "", 0, query.text(0)});
    }
    const auto uses = [&](const std::string& where) {
        return database.integer(
            "SELECT count(*) FROM ticket_use u LEFT JOIN ticket t"
            " ON t.ticket = u.ticket WHERE " +
            where);
    };
    const std::int64_t shown = uses("1");
    facts.counts["tickets_refused"] = {uses("u.outcome = 'refused'"), shown};
    facts.properties.push_back(always("tickets_once", shown, findings));
    facts.properties.push_back(sometimes(
        "ticket_across_seen", uses(std::string("u.outcome = 'admitted' AND ") + other_gate)));
    facts.properties.push_back(sometimes("ticket_shared_seen", uses("u.reason = 'used'")));
    facts.properties.push_back(
        sometimes("ticket_forged_seen", uses("u.reason = 'unknown_ticket'")));
    facts.properties.push_back(
        sometimes("ticket_stranded_seen",
                  uses("u.outcome = 'failed' AND EXISTS (SELECT 1 FROM ticket_book b WHERE"
                       " b.request = u.request AND b.ticket = u.ticket)")));
}

}  // namespace sim
