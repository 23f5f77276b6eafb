// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/lectures_held.h"

#include <fmt/format.h>

#include <array>

#include "sim/verify/declared_rate.h"
#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 2> lecture_tables{{
    // Whose ticket was used up by which visit.
    "CREATE TEMP TABLE lecture_in AS SELECT e.*, CAST(substr(e.request, 7) AS INTEGER) AS visit,"
    " b.resident AS buyer FROM lecture_entry e LEFT JOIN lecture_buy b ON b.guest = e.guest",
    "CREATE INDEX temp.lecture_in_of ON lecture_in (visit)",
}};

constexpr std::array<SqlCheck, 12> lecture_checks{{
    {"lecture_person_right",
     "SELECT 0, 'a ticket was sold to resident ' || b.resident || ' by a card that is ' ||"
     " b.trouble || b.hitch FROM lecture_buy b JOIN lecture_ticket t ON t.guest = b.guest WHERE"
     " b.trouble <> '' OR b.hitch IN ('forgotten_pin', 'wrong_card')"},
    {"lecture_person_right",
     "SELECT 0, 'resident ' || b.resident || ' was sold no ticket (' || b.reason || ') without"
     " cause' FROM lecture_buy b WHERE b.ticket = '' AND NOT (b.reason IN ('no_answer',"
     " 'authority_away') OR b.reason = b.trouble OR b.hitch = 'wrong_card' OR (b.hitch ="
     " 'forgotten_pin' AND b.reason = 'pin_blocked'))"},
    {"lecture_person_right",
     "SELECT 0, 'visit ' || v.visit || ' of resident ' || v.resident || ' was let in by the card of"
     " resident ' || coalesce(i.buyer, -1) FROM lecture_visit v JOIN lecture_in i USING (visit)"
     " WHERE v.outcome = 'admitted' AND i.way = 'card' AND i.buyer IS NOT v.resident"},
    {"lecture_person_right",
     "SELECT 0, 'visit ' || v.visit || ' was let in by face as ' || i.guest || ', the door had seen"
     " ' || v.believed FROM lecture_visit v JOIN lecture_in i USING (visit) WHERE i.way = 'face' "
     "AND"
     " i.guest <> v.believed"},
    {"lecture_person_right",
     "SELECT 0, 'visit ' || v.visit || ' of a buyer was refused (' || v.reason || ') without cause'"
     " FROM lecture_visit v JOIN lecture_buy b ON b.resident = v.resident AND b.ticket <> '' WHERE"
     " v.outcome = 'refused' AND NOT EXISTS (SELECT 1 FROM lecture_entry e WHERE e.guest = b.guest"
     " AND e.t <= v.ended)"},
    {"lecture_once",
     "SELECT 0, ticket || ' let ' || count(*) || ' people in' FROM lecture_entry GROUP BY ticket"
     " HAVING count(*) > 1"},
    {"lecture_once",
     "SELECT 0, 'visit ' || v.visit || ' was let in by ' || count(i.visit) || ' tickets' FROM"
     " lecture_visit v LEFT JOIN lecture_in i USING (visit) WHERE v.outcome = 'admitted' GROUP BY"
     " v.visit HAVING count(i.visit) <> 1"},
    {"lecture_once",
     "SELECT 0, i.ticket || ' was used up by visit ' || i.visit || ', which was ' ||"
     " coalesce(v.outcome, 'never made') FROM lecture_in i LEFT JOIN lecture_visit v USING (visit)"
     " WHERE v.outcome IS NOT 'admitted' AND v.outcome IS NOT 'failed'"},
    {"lecture_once",
     "SELECT 0, 'a guest has ' || count(*) || ' tickets' FROM lecture_ticket GROUP BY guest HAVING"
     " count(*) > 1"},
    {"lecture_once",
     "SELECT 0, 'resident ' || b.resident || ' bought ' || b.ticket || ', the office sold ' ||"
     " coalesce(t.ticket, 'none') FROM lecture_buy b LEFT JOIN lecture_ticket t ON t.guest ="
     " b.guest WHERE b.ticket <> '' AND t.ticket IS NOT b.ticket"},
    {"lecture_queue_right",
     "SELECT 0, 'visit ' || visit || ' was served at door ' || door || ' before it was its turn' "
     "FROM"
     " lecture_line WHERE begun < max(waits_from, coalesce(free, 0))"},
    {"lecture_queue_right",
     "SELECT 0, 'visit ' || visit || ' began at ' || begun || ', door ' || door || ' was free from "
     "'"
     " || max(waits_from, coalesce(free, 0)) FROM lecture_line WHERE begun > max(waits_from,"
     " coalesce(free, 0))"},
}};

constexpr std::array<SqlSituation, 8> lecture_situations{{
    {"lecture_resold_refused_seen",
     "SELECT count(*) FROM lecture_visit WHERE buyer >= 0 AND buyer <> resident AND outcome ="
     " 'refused'"},
    {"lecture_lookalike_let_in_seen",
     "SELECT count(*) FROM lecture_visit WHERE buyer >= 0 AND buyer <> resident AND outcome ="
     " 'admitted'"},
    {"lecture_again_refused_seen",
     "SELECT count(*) FROM lecture_visit WHERE reason = 'already_in'"},
    {"lecture_without_refused_seen",
     "SELECT count(*) FROM lecture_visit WHERE buyer < 0 AND outcome = 'refused'"},
    {"lecture_card_instead_seen",
     "SELECT count(*) FROM lecture_visit WHERE way = 'card' AND outcome = 'admitted'"},
    {"lecture_bought_twice_seen", "SELECT count(*) FROM lecture_buy WHERE hitch = 'sent_again'"},
    {"lecture_queue_seen", "SELECT count(*) FROM lecture_line WHERE begun > waits_from"},
    {"lecture_sale_refused_seen", "SELECT count(*) FROM lecture_buy WHERE ticket = ''"},
}};

// Who was let in by face on somebody else's ticket; those with a face like a buyer's apart.
void check_lecture_rates(const Database& database, const Lectures& declared, Findings& findings)
{
    Query row = database.query(
        "SELECT v.lookalike, count(*), coalesce(sum(i.way = 'face' AND i.buyer <> v.resident), 0)"
        " FROM lecture_visit v LEFT JOIN lecture_in i USING (visit) GROUP BY v.lookalike");
    while (row.step()) {
        const auto like = static_cast<std::int32_t>(row.integer(0));
        const double look =
            (declared.faces.false_match_ppm + like * declared.faces.twin_match_ppm) / 1e6;
        double never = 1;
        for (int i = 0; i < declared.looks; ++i) never *= 1 - look;
        const std::int64_t most = most_by_chance(row.integer(1), 1 - never);
        if (row.integer(2) > most)
            findings.add({"lecture_rates_as_declared",
                          {},
                          "",
                          0,
                          fmt::format("{} of {} were let in by face as somebody else, the declared"
                                      " rates allow {}",
                                      row.integer(2), row.integer(1), most)});
    }
}

void count_lectures(const Database& database, std::int64_t visits, ServiceFacts& facts)
{
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t admitted =
        count("SELECT count(*) FROM lecture_visit WHERE outcome = 'admitted'");
    facts.counts["lecture_tickets"] = {count("SELECT count(*) FROM lecture_ticket"),
                                       count("SELECT count(*) FROM lecture_buy")};
    facts.counts["lecture_admitted"] = {admitted, visits};
    facts.counts["lecture_wrong"] = {
        count("SELECT count(*) FROM lecture_visit v JOIN lecture_in i USING (visit) WHERE v.outcome"
              " = 'admitted' AND i.buyer IS NOT v.resident"),
        admitted};
    facts.counts["lecture_refused"] = {
        count("SELECT count(*) FROM lecture_visit WHERE outcome = 'refused'"), visits};
    facts.lengths["lecture_wait"] =
        lengths_of(database, "SELECT begun - waits_from FROM lecture_line");
}

}  // namespace

void judge_lectures(Database& database, const Lectures& declared, Findings& findings,
                    ServiceFacts& facts)
{
    for (const char* sql : lecture_tables) database.exec(sql);
    const std::string line = fmt::format(
        "CREATE TEMP TABLE lecture_line AS SELECT v.*, max(arrives, {}) AS waits_from, row_number()"
        " OVER (PARTITION BY door ORDER BY arrives, visit) AS place, lag(ended) OVER (PARTITION BY"
        " door ORDER BY arrives, visit) AS free FROM lecture_visit v",
        declared.opens.count);
    database.exec(line.c_str());
    for (const SqlCheck& check : lecture_checks) find_violations(database, check, findings);
    check_lecture_rates(database, declared, findings);
    const std::int64_t visits = database.integer("SELECT count(*) FROM lecture_visit");
    count_lectures(database, visits, facts);
    facts.properties.push_back(always("lecture_person_right", visits, findings));
    facts.properties.push_back(always("lecture_rates_as_declared", visits, findings));
    facts.properties.push_back(
        always("lecture_once", database.integer("SELECT count(*) FROM lecture_entry"), findings));
    facts.properties.push_back(always("lecture_queue_right", visits, findings));
    for (const SqlSituation& one : lecture_situations)
        facts.properties.push_back(sometimes(one.name, database.integer(one.sql)));
}

}  // namespace sim
