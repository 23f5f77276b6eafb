// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/counter_queues.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 3> counter_preparations{{
    // Each ticket as it had to be; `ready`: from then on it can be called.
    "CREATE TEMP TABLE queued AS SELECT t.*, h.closes, max(t.arrived, h.opens) AS ready,"
    " t.procedure || '-' || t.number AS ticket, row_number() OVER (PARTITION BY t.day, t.procedure,"
    " t.arrived < h.closes ORDER BY t.arrived, t.number) AS place, lag(t.called) OVER (PARTITION BY"
    " t.day, t.procedure, t.arrived < h.closes ORDER BY t.arrived, t.number) AS called_before,"
    " lag(t.gone) OVER (PARTITION BY t.day, t.window ORDER BY t.called) AS busy_until FROM"
    " counter_ticket t, (SELECT min(opens) AS opens, max(closes) AS closes FROM counter_window) h",
    "CREATE INDEX temp.queued_at ON queued (day, window, called)",
    // For each ticket and each window that serves it: how long that window was busy meanwhile.
    "CREATE TEMP TABLE watched AS SELECT q.day, q.ticket, q.ready, q.called, w.window, (SELECT"
    " coalesce(sum(min(u.gone, q.called) - max(u.called, q.ready)), 0) FROM queued u WHERE"
    " u.day = q.day AND u.window = w.window AND u.called < q.called AND u.gone > q.ready) AS busy"
    " FROM queued q JOIN counter_window w ON w.procedure = q.procedure WHERE q.number > 0",
}};

constexpr std::array<SqlCheck, 12> counter_checks{{
    {"queue_right",
     "SELECT 0, day || ': who came for ' || procedure || ' at ' || arrived || ' has number ' ||"
     " number || ', expected ' || iif(arrived < closes, place, 0) FROM queued WHERE"
     " number <> iif(arrived < closes, place, 0)"},
    {"queue_right",
     "SELECT 0, day || ': ' || ticket || ' was called before a smaller number' FROM queued WHERE"
     " number > 0 AND called < called_before"},
    {"queue_right",
     "SELECT 0, day || ': ' || ticket || ' was called at ' || called || ', could be from ' || ready"
     " FROM queued WHERE number > 0 AND called < ready"},
    {"queue_right",
     "SELECT 0, day || ': ' || procedure || ' was called to ' || window || ' without a ticket' FROM"
     " queued WHERE number = 0 AND (called >= 0 OR outcome <> 'closed')"},
    {"queue_right",
     "SELECT 0, day || ': ' || ticket || ' was called to ' || window || ', which does not serve it'"
     " FROM queued q WHERE number > 0 AND NOT EXISTS (SELECT 1 FROM counter_window w WHERE"
     " w.window = q.window AND w.procedure = q.procedure)"},
    {"queue_right",
     "SELECT 0, day || ': ' || window || ' called ' || ticket || ' while it served somebody' FROM"
     " queued WHERE number > 0 AND (called < busy_until OR gone < called)"},
    {"queue_right",
     "SELECT 0, day || ': ' || ticket || ' waited ' || (called - ready) || ' ns while ' || window "
     "||"
     " ' was busy for ' || busy FROM watched WHERE busy < called - ready"},
    {"queue_right",
     "SELECT 0, q.day || ': ' || q.window || ' called ' || q.ticket || ' before ' || u.ticket ||"
     " ', who had waited longer' FROM queued q JOIN counter_window w ON w.window = q.window JOIN"
     " queued u ON u.day = q.day AND u.procedure = w.procedure WHERE q.number > 0 AND u.number > 0"
     " AND u.arrived < q.arrived AND u.ready <= q.called AND u.called > q.called"},
    {"queue_right",
     "SELECT 0, 'the day without has ' || coalesce(n.ticket, 'nobody') || ' where the day with has "
     "'"
     " || coalesce(q.ticket, 'nobody') FROM (SELECT * FROM queued WHERE day = 'with' AND EXISTS"
     " (SELECT 1 FROM counter_ticket WHERE day = 'without') AND procedure NOT IN (SELECT procedure"
     " FROM counter_window WHERE added = 1)) q FULL JOIN (SELECT * FROM queued WHERE"
     " day = 'without') n ON n.procedure = q.procedure AND n.arrived = q.arrived AND"
     " n.number = q.number AND n.resident = q.resident AND n.gone - n.called = q.gone - q.called"
     " WHERE n.ticket IS NULL OR q.ticket IS NULL"},
    {"applications_once",
     "SELECT 0, q.ticket || ' (' || q.outcome || ') is booked ' || count(b.ticket) || ' times' FROM"
     " queued q LEFT JOIN counter_book b ON b.ticket = q.ticket AND b.procedure = q.procedure WHERE"
     " q.day = 'with' AND q.number > 0 GROUP BY q.ticket HAVING count(b.ticket) > 1 OR"
     " (q.outcome = 'done') > count(b.ticket) OR (q.outcome = 'incomplete' AND count(b.ticket) > "
     "0)"},
    {"applications_once",
     "SELECT 0, 'application ' || application || ' is booked twice' FROM counter_book GROUP BY"
     " application HAVING count(*) > 1"},
    {"applications_once",
     "SELECT 0, b.ticket || ' is booked, and nobody had it' FROM counter_book b WHERE b.ticket NOT"
     " IN (SELECT ticket FROM queued WHERE day = 'with' AND number > 0)"},
}};

constexpr std::array<SqlSituation, 6> counter_situations{{
    {"counter_waited_seen", "SELECT count(*) FROM queued WHERE day = 'with' AND called > ready"},
    {"counter_early_seen",
     "SELECT count(*) FROM queued WHERE day = 'with' AND arrived <"
     " ready"},
    {"counter_closed_seen", "SELECT count(*) FROM queued WHERE day = 'with' AND number = 0"},
    {"counter_after_closing_seen",
     "SELECT count(*) FROM queued WHERE day = 'with' AND number > 0 AND called >= closes"},
    {"counter_incomplete_seen",
     "SELECT count(*) FROM queued WHERE day = 'with' AND"
     " outcome = 'incomplete'"},
    {"counter_card_seen",
     "SELECT count(*) FROM queued WHERE day = 'with' AND outcome = 'done' AND"
     " procedure IN (SELECT procedure FROM counter_window WHERE card = 1)"},
}};

// Of the procedures that both days have.
constexpr const char* waits_of = "SELECT called - ready FROM queued WHERE number > 0 AND day = ";

}  // namespace

void judge_counter_queues(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : counter_preparations) database.exec(sql);
    for (const SqlCheck& check : counter_checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t tickets = count("SELECT count(*) FROM queued");
    const std::int64_t booked = count("SELECT count(*) FROM counter_book");
    facts.counts["counter_served"] = {
        count("SELECT count(*) FROM queued WHERE day = 'with' AND outcome = 'done'"), tickets};
    facts.counts["counter_turned_away"] = {
        count("SELECT count(*) FROM queued WHERE day = 'with' AND number = 0"), tickets};
    facts.properties.push_back(always("queue_right", tickets, findings));
    facts.properties.push_back(always("applications_once", booked, findings));
    for (const SqlSituation& one : counter_situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    const std::string both = std::string(waits_of) +
                             "'with' AND procedure NOT IN (SELECT procedure FROM counter_window"
                             " WHERE added = 1)";
    facts.lengths["counter_wait"] =
        lengths_of(database, (std::string(waits_of) + "'with'").c_str());
    facts.lengths["counter_wait_old"] = lengths_of(database, both.c_str());
    facts.lengths["counter_wait_before"] =
        lengths_of(database, (std::string(waits_of) + "'without'").c_str());
}

}  // namespace sim
