// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/school_watches.h"

#include <fmt/format.h>

#include <array>

#include "sim/verify/declared_rate.h"
#include "sim/verify/school_watch_counts.h"
#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 6> watch_tables{{
    // From when to when somebody may hear of a child: nothing may be sent before it was pressed or
    // after its end was answered, and everything must be told from answered until the end is
    // pressed.
    "CREATE TEMP TABLE watch_consent AS SELECT a.child, a.receiver, a.t AS pressed, a.done AS "
    "given,"
    " min(coalesce(r.t, 9e18), coalesce(h.t, 9e18)) AS ends, min(iif(r.done >= 0, r.done, 9e18),"
    " iif(h.done >= 0, h.done, 9e18)) AS ended FROM watch_act a JOIN watch_child c USING (child)"
    " LEFT JOIN watch_act r ON r.act = 'revoke' AND r.child = a.child AND r.receiver = a.receiver"
    " LEFT JOIN watch_act h ON h.act = 'hide' AND h.child = a.child AND a.receiver <>"
    " c.guardian_name WHERE a.act = 'allow' AND a.outcome IN ('accepted', 'no_answer')",
    "CREATE INDEX temp.watch_consent_of ON watch_consent (child, receiver)",
    // Since when a child is protected, at the earliest and at the latest.
    "CREATE TEMP TABLE watch_hiding AS SELECT child, -1 AS begins, -1 AS stands FROM watch_child"
    " WHERE hidden = 1 UNION ALL SELECT child, t, iif(done >= 0, done, 9e18) FROM watch_act WHERE"
    " act = 'hide'",
    "CREATE INDEX watch_shown_of ON watch_shown (news)",
    "CREATE INDEX watch_news_of ON watch_news (child, receiver, what)",
    "CREATE INDEX watch_pass_of ON watch_pass (believed, camera, at)",
}};

constexpr std::array<SqlCheck, 13> watch_checks{{
    {"watch_receivers",
     "SELECT 0, s.news || ' of child ' || s.child || ' was shown to resident ' || s.owner ||"
     " ', who is no receiver of it' FROM watch_shown s LEFT JOIN watch_child c ON c.child = s.child"
     " AND ((c.guardian = s.owner AND c.guardian_name = s.receiver) OR (c.second = s.owner AND"
     " c.second_name = s.receiver)) WHERE s.effect = 'shown' AND c.child IS NULL"},
    {"watch_receivers",
     "SELECT 0, s.news || ' of child ' || s.child || ' was shown to ' || s.receiver || ' at ' ||"
     " s.t || ' without a live consent of the guardian' FROM watch_shown s WHERE s.effect = 'shown'"
     " AND NOT EXISTS (SELECT 1 FROM watch_consent w WHERE w.child = s.child AND w.receiver ="
     " s.receiver AND s.t BETWEEN w.pressed AND w.ended)"},
    {"watch_receivers",
     "SELECT 0, s.news || ' was shown at ' || s.t || ' on the phone of a guardian who had "
     "withdrawn'"
     " || ' at ' || r.t FROM watch_shown s JOIN watch_child c ON c.child = s.child AND"
     " c.guardian_name = s.receiver JOIN watch_act r ON r.act = 'revoke' AND r.child = s.child AND"
     " r.receiver = s.receiver WHERE s.effect = 'shown' AND s.t > r.t"},
    {"watch_receivers",
     "SELECT 0, 'who is no guardian of child ' || child || ' was let have its events' FROM"
     " watch_act WHERE act = 'intrude' AND outcome = 'accepted'"},
    {"watch_hidden",
     "SELECT 0, s.news || ' of child ' || s.child || ' reached ' || s.receiver || ', whom it is"
     " hidden from' FROM watch_shown s JOIN watch_child c USING (child) JOIN watch_hiding h USING"
     " (child) WHERE s.effect = 'shown' AND s.receiver <> c.guardian_name AND s.t > h.stands"},
    {"watch_hidden",
     "SELECT 0, s.news || ' told where protected child ' || s.child || ' is' FROM watch_shown s "
     "JOIN"
     " watch_hiding h USING (child) WHERE s.effect = 'shown' AND s.camera <> '' AND s.t >"
     " h.stands"},
    {"watch_hidden",
     "SELECT 0, n.news || ' has a camera for protected child ' || n.child FROM watch_news n JOIN"
     " watch_hiding h USING (child) WHERE n.camera <> '' AND n.t > h.stands"},
    {"watch_told_right",
     "SELECT 0, s.news || ' tells of child ' || s.child || ' at ' || s.camera || ', where no camera"
     " recognised it at ' || s.at FROM watch_shown s WHERE s.what IN ('seen', 'arrived') AND NOT"
     " EXISTS (SELECT 1 FROM watch_pass p WHERE p.believed = s.child AND p.at = s.at AND p.gate ="
     " (s.what = 'arrived') AND s.camera = iif(p.gate, '', p.camera))"},
    {"watch_told_right",
     "SELECT 0, 'camera ' || p.camera || ' recognised child ' || p.believed || ' at ' || p.at ||"
     " ', and ' || w.receiver || ' was to be told nothing of it' FROM watch_pass p JOIN"
     " watch_consent w ON w.child = p.believed AND w.given BETWEEN 0 AND p.at AND w.ends > p.told"
     " LEFT JOIN watch_hiding h ON h.child = p.believed WHERE p.told >= 0 AND (p.gate = 1 OR"
     " coalesce(h.begins, 9e18) > p.told) AND NOT EXISTS (SELECT 1 FROM watch_news n WHERE n.child "
     "="
     " p.believed AND n.receiver = w.receiver AND iif(p.gate, n.what = 'arrived', n.what = 'seen'"
     " AND n.camera = p.camera AND n.at = p.at))"},
    {"watch_told_right",
     "SELECT 0, n.news || ' of child ' || n.child || ' was neither shown nor given up' FROM"
     " watch_news n WHERE NOT EXISTS (SELECT 1 FROM watch_shown s WHERE s.news = n.news) AND NOT"
     " EXISTS (SELECT 1 FROM watch_stop t WHERE t.news = n.news)"},
    {"watch_told_once",
     "SELECT 0, news || ' was shown ' || count(*) || ' times' FROM watch_shown WHERE effect ="
     " 'shown' GROUP BY news HAVING count(*) > 1"},
    {"watch_told_once",
     "SELECT 0, 'child ' || child || ' has ' || count(*) || ' times the same news for ' || receiver"
     " FROM watch_news GROUP BY child, receiver, what, camera, iif(what = 'arrived', 0, at) HAVING"
     " count(*) > 1"},
    // Who was not counted at a gate when the roll was called, and nobody else.
    {"absences_right",
     "SELECT 0, 'child ' || w.child || iif(n.news IS NULL, ' was not counted at a gate before the"
     " roll was called, and ' || w.receiver || ' was to be told nothing', ' had been counted at a"
     " gate, and ' || w.receiver || ' was to be told of an absence') FROM watch_act r JOIN"
     " watch_consent w ON w.given BETWEEN 0 AND r.t LEFT JOIN watch_news n ON n.child = w.child AND"
     " n.receiver = w.receiver AND n.what = 'absent' WHERE r.act = 'roll_call' AND r.done >= 0 AND"
     " ((n.news IS NULL AND w.ends > r.done AND NOT EXISTS (SELECT 1 FROM watch_pass p WHERE p.gate"
     " = 1 AND p.believed = w.child AND p.at <= r.done)) OR (n.news IS NOT NULL AND EXISTS (SELECT "
     "1"
     " FROM watch_pass p WHERE p.gate = 1 AND p.believed = w.child AND p.told BETWEEN 0 AND "
     "r.t)))"},
}};

constexpr std::array<SqlSituation, 11> watch_situations{{
    {"watch_false_alarm_seen",
     "SELECT count(*) FROM watch_pass WHERE believed <> '' AND believed <> child"},
    {"watch_stranger_taken_seen",
     "SELECT count(*) FROM watch_pass WHERE believed <> '' AND child = ''"},
    {"watch_not_recognised_seen",
     "SELECT count(*) FROM watch_pass WHERE believed = '' AND child <> ''"},
    {"watch_kept_seen", "SELECT count(*) FROM watch_pass WHERE told - at > 60000000000"},
    {"watch_stopped_seen", "SELECT count(*) FROM watch_stop WHERE why = 'not_allowed'"},
    {"watch_in_flight_seen", "SELECT count(*) FROM watch_shown WHERE effect <> 'shown'"},
    {"watch_hidden_now_seen", "SELECT count(*) FROM watch_act WHERE act = 'hide' AND done >= 0"},
    {"watch_intruder_seen", "SELECT count(*) FROM watch_act WHERE act = 'intrude' AND done >= 0"},
    {"watch_keyed_in_seen", "SELECT count(*) FROM watch_pass WHERE by = 'keyed'"},
    {"watch_absence_seen", "SELECT count(*) FROM watch_news WHERE what = 'absent'"},
    {"watch_refused_seen",
     "SELECT count(*) FROM watch_pass WHERE answer IN ('not_allowed', 'hidden')"},
}};

// Mistaken for somebody else in some look of a pass, by the declared rates.
void check_watch_rates(const Database& database, const SchoolWatch& declared, Findings& findings)
{
    for (const int twin : {0, 1})
        for (const int gate : {0, 1}) {
            Query row = database.query(
                "SELECT count(*), coalesce(sum(by = 'face' AND believed <> child), 0) FROM"
                " watch_pass WHERE twin = ? AND gate = ?");
            row.bind(1, std::int64_t{twin}).bind(2, std::int64_t{gate});
            if (!row.step()) continue;
            const double look =
                (declared.faces.false_match_ppm + twin * declared.faces.twin_match_ppm) / 1e6;
            double never = 1;
            for (int i = 0; i < (gate ? declared.gate_looks : declared.street_looks); ++i)
                never *= 1 - look;
            const std::int64_t most = most_by_chance(row.integer(0), 1 - never);
            if (row.integer(1) > most)
                findings.add(
                    {"watch_rates_as_declared",
                     {},
                     "",
                     0,
                     fmt::format("{} of {} were taken for somebody else, the declared rates"
                                 " allow {}",
                                 row.integer(1), row.integer(0), most)});
        }
}

}  // namespace

void judge_school_watch(Database& database, const SchoolWatch& declared, Findings& findings,
                        ServiceFacts& facts)
{
    for (const char* sql : watch_tables) database.exec(sql);
    for (const SqlCheck& check : watch_checks) find_violations(database, check, findings);
    check_watch_rates(database, declared, findings);
    count_school_watch(database, facts);
    const auto checked = [&](const char* name, const char* sql) {
        facts.properties.push_back(always(name, database.integer(sql), findings));
    };
    checked("watch_receivers", "SELECT count(*) FROM watch_shown");
    checked("watch_hidden", "SELECT count(*) FROM watch_hiding");
    checked("watch_told_right", "SELECT count(*) FROM watch_news");
    checked("watch_told_once", "SELECT count(*) FROM watch_news");
    checked("absences_right",
            "SELECT count(*) FROM watch_consent, watch_act r WHERE r.act = 'roll_call'");
    checked("watch_rates_as_declared", "SELECT count(*) FROM watch_pass");
    for (const SqlSituation& one : watch_situations)
        facts.properties.push_back(sometimes(one.name, database.integer(one.sql)));
}

}  // namespace sim
