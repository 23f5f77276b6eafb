// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/mykey_points.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

// Of postings: kind 11 a move; accounts of kind 5 a card's points, 7 the platform.
constexpr std::array<const char*, 7> point_tables{{
    "CREATE TEMP TABLE point_change AS SELECT card, t, CASE WHEN credit_kind = 5 THEN amount ELSE"
    " -amount END AS points, kind = 11 AS moved FROM posting WHERE (credit_kind = 5) <> (debit_kind"
    " = 5)",
    "CREATE INDEX temp.point_change_of ON point_change (card, t)",
    "CREATE INDEX mykey_move_of ON mykey_move (execution)",
    "CREATE INDEX mykey_entry_for ON mykey_entry (receipt)",
    // What became of each execution at the office and at the platform.
    "CREATE TEMP TABLE moved AS SELECT m.execution, m.ticket, m.card, max(m.points) AS points,"
    " sum(m.step = 'out') AS outs, sum(m.step = 'done') AS dones, sum(m.step = 'back') AS backs,"
    " (SELECT count(*) FROM mykey_entry e WHERE e.entry = 'credit' AND e.receipt = m.execution)"
    " AS credits FROM mykey_move m GROUP BY m.execution",
    "CREATE TEMP TABLE receipt AS SELECT r.*, p.account, coalesce((SELECT sum(CASE e.entry WHEN"
    " 'spend' THEN 1 ELSE -1 END) FROM mykey_entry e WHERE e.receipt = r.receipt), 0) AS stands,"
    " EXISTS (SELECT 1 FROM mykey_void v WHERE v.receipt = r.receipt) AS voided FROM mykey_receipt"
    " r JOIN mykey_member p ON p.resident = r.resident",
    "CREATE UNIQUE INDEX temp.receipt_of ON receipt (receipt)",
}};

constexpr std::array<SqlCheck, 6> move_checks{{
    {"moves_once",
     "SELECT points, execution || ' took points from the account ' || outs || ' times, gave them"
     " back ' || backs || ' times' FROM moved WHERE outs <> 1 OR backs > 1 OR dones > 1"},
    {"moves_once",
     "SELECT points, execution || ' was credited ' || credits || ' times, came back ' || backs ||"
     " ' times and is done ' || dones || ' times' FROM moved WHERE credits + backs > 1 OR dones >"
     " credits"},
    {"moves_once",
     "SELECT m.points, m.execution || ' moved ' || m.points || ' points of card ' || m.card || ','"
     " || ' wanted were ' || coalesce(w.points, 0) FROM moved m LEFT JOIN mykey_wish w USING"
     " (execution) LEFT JOIN mykey_member p ON p.resident = w.resident WHERE w.points IS NOT"
     " m.points OR p.card IS NOT m.card"},
    {"moves_once",
     "SELECT e.points, 'account ' || e.account || ' was credited ' || e.points || ' points for ' ||"
     " e.receipt || ', which moved none there' FROM mykey_entry e WHERE e.entry = 'credit' AND NOT"
     " EXISTS (SELECT 1 FROM moved m JOIN mykey_member p ON p.card = m.card WHERE m.execution ="
     " e.receipt AND m.ticket = e.ticket AND m.points = e.points AND p.account = e.account)"},
    {"moves_once",
     "SELECT w.points, w.execution || ' was told as ' || w.heard || ' and stands ' ||"
     " coalesce(m.outs - m.backs, 0) || ' times' FROM mykey_wish w LEFT JOIN moved m USING"
     " (execution) WHERE (w.heard = 'refused' AND coalesce(m.outs - m.backs, 0) > 0) OR (w.heard ="
     " 'moved' AND coalesce(m.credits, 0) <> 1) OR (w.heard = 'on_way' AND coalesce(m.outs, 0) <>"
     " 1)"},
    {"moves_once",
     "SELECT points, execution || ' had more steps than one account and one ticket' FROM (SELECT"
     " execution, points, count(DISTINCT card) AS cards, count(DISTINCT ticket) AS tickets FROM"
     " mykey_move GROUP BY execution) WHERE cards <> 1 OR tickets <> 1"},
}};

constexpr std::array<SqlCheck, 5> sum_checks{{
    {"points_conserved",
     "SELECT sum(points), 'the ledger and the office are ' || sum(points) || ' points apart on card"
     " ' || card FROM (SELECT card, points FROM point_change WHERE moved UNION ALL SELECT card,"
     " CASE step WHEN 'out' THEN points WHEN 'back' THEN -points ELSE 0 END FROM mykey_move) GROUP"
     " BY card HAVING sum(points) <> 0"},
    {"points_conserved",
     "SELECT m.points, m.execution || ' took ' || m.points || ' points that card ' || m.card || '"
     " did not have' FROM mykey_move m WHERE m.step = 'out' AND (SELECT sum(c.points) FROM"
     " point_change c WHERE c.card = m.card AND c.t <= m.t) < 0"},
    {"points_conserved",
     "SELECT -least, 'account ' || account || ' paid ' || -least || ' points more than it had' FROM"
     " (SELECT account, min(held) AS least FROM (SELECT account, sum(CASE entry WHEN 'spend' THEN"
     " -points ELSE points END) OVER (PARTITION BY account ORDER BY rowid) AS held FROM"
     " mykey_entry) GROUP BY account) WHERE least < 0"},
    {"points_conserved",
     "SELECT b.points - s.points, 'account ' || account || ' closed with ' || b.points || ' points,"
     " its lines make ' || s.points FROM mykey_balance b JOIN (SELECT account, sum(CASE entry WHEN"
     " 'spend' THEN -points ELSE points END) AS points FROM mykey_entry GROUP BY account) s USING"
     " (account) WHERE b.points <> s.points"},
    {"points_conserved",
     "SELECT sum(points), 'shop ' || shop || ' was paid ' || sum(points) || ' points too much' FROM"
     " (SELECT shop, points FROM mykey_statement UNION ALL SELECT shop, CASE entry WHEN 'spend'"
     " THEN -points ELSE points END FROM mykey_entry WHERE entry <> 'credit') GROUP BY shop HAVING"
     " sum(points) <> 0"},
}};

constexpr std::array<SqlCheck, 4> receipt_checks{{
    {"receipts_once",
     "SELECT r.points, r.receipt || ' is paid ' || stands || ' times' FROM receipt r WHERE stands"
     " NOT IN (0, 1)"},
    {"receipts_once",
     "SELECT max(points), 'ticket ' || ticket || ' was used ' || count(*) || ' times' FROM"
     " mykey_entry WHERE entry <> 'void' GROUP BY ticket HAVING count(*) > 1"},
    {"receipts_once",
     "SELECT e.points, e.entry || ' of ' || e.points || ' points of account ' || e.account || ' for"
     " shop ' || e.shop || ' is not that of ' || e.receipt FROM mykey_entry e LEFT JOIN receipt r "
     "ON"
     " r.receipt = e.receipt WHERE e.entry <> 'credit' AND (r.account IS NOT e.account OR r.points"
     " IS NOT e.points OR r.shop IS NOT e.shop)"},
    {"receipts_once",
     "SELECT points, receipt || ' stands ' || stands || ' times, its till heard ' || heard FROM"
     " receipt WHERE stands <> (heard = 'paid') AND (heard <> 'none' OR voided)"},
}};

constexpr std::array<SqlSituation, 7> point_situations{{
    {"points_moved_seen", "SELECT count(*) FROM moved WHERE credits = 1"},
    // The answer was lost or the platform away, and the city asked again.
    {"move_on_way_seen", "SELECT count(*) FROM mykey_wish WHERE heard = 'on_way'"},
    {"move_returned_seen", "SELECT count(*) FROM moved WHERE backs = 1"},
    {"move_refused_seen",
     "SELECT count(*) FROM mykey_wish w WHERE heard = 'refused' AND execution NOT IN (SELECT"
     " execution FROM moved)"},
    {"receipt_paid_seen", "SELECT count(*) FROM receipt WHERE heard = 'paid'"},
    {"receipt_refused_seen", "SELECT count(*) FROM receipt WHERE heard = 'refused'"},
    // Points had been taken, and nobody at the till had heard of it.
    {"receipt_voided_seen", "SELECT count(*) FROM mykey_entry WHERE entry = 'void'"},
}};

// The ledger's account of the platform, less all that explains it.
constexpr const char* unexplained =
    "SELECT abs((SELECT coalesce(sum(CASE WHEN credit_kind = 7 THEN amount ELSE -amount END), 0)"
    " FROM posting WHERE (credit_kind = 7) <> (debit_kind = 7)) - (SELECT coalesce(sum(points), 0)"
    " FROM mykey_balance) - (SELECT coalesce(sum(points), 0) FROM mykey_statement) - (SELECT"
    " coalesce(sum(points), 0) FROM moved WHERE credits = 0 AND backs = 0))";

std::int64_t judge_reconciled(const Database& database, Findings& findings)
{
    const std::int64_t apart = database.integer(unexplained);
    if (apart != 0)
        findings.add({"points_conserved",
                      {},
                      "",
                      apart,
                      "the city's ledger and the platform's are " + std::to_string(apart) +
                          " points apart"});
    return apart;
}

}  // namespace

void judge_mykey_points(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : point_tables) database.exec(sql);
    for (const SqlCheck& check : move_checks) find_violations(database, check, findings);
    for (const SqlCheck& check : sum_checks) find_violations(database, check, findings);
    for (const SqlCheck& check : receipt_checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t moves = count("SELECT count(*) FROM moved");
    const std::int64_t entries = count("SELECT count(*) FROM mykey_entry");
    const std::int64_t receipts = count("SELECT count(*) FROM receipt");
    facts.counts["points_moved"] = {
        count("SELECT coalesce(sum(points), 0) FROM moved WHERE credits = 1"), moves};
    facts.counts["points_spent"] = {count("SELECT coalesce(sum(points), 0) FROM mykey_statement"),
                                    receipts};
    facts.counts["points_on_way"] = {
        count("SELECT coalesce(sum(points), 0) FROM moved WHERE dones = 0 AND backs = 0"), moves};
    facts.counts["points_difference"] = {judge_reconciled(database, findings), moves + entries};
    facts.counts["receipts_in_doubt"] = {
        count("SELECT count(*) FROM receipt WHERE heard = 'none' AND NOT voided"), receipts};
    facts.properties.push_back(
        always("moves_once", count("SELECT count(*) FROM mykey_wish"), findings));
    facts.properties.push_back(always("points_conserved", moves + entries, findings));
    facts.properties.push_back(always("receipts_once", receipts, findings));
    for (const SqlSituation& one : point_situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
}

}  // namespace sim
