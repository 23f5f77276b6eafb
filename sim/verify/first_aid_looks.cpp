// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/first_aid_looks.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 4> aid_preparations{{
    "CREATE INDEX aid_version_of ON aid_version (resident, t)",
    "CREATE INDEX aid_log_of ON aid_log (look)",
    // The items on each screen, word by word.
    "CREATE TEMP TABLE aid_word AS WITH RECURSIVE word (look, item, rest) AS (SELECT look, '',"
    " contents || ' ' FROM aid_look WHERE contents <> '' UNION ALL SELECT look, substr(rest, 1,"
    " instr(rest, '=') - 1), substr(rest, instr(rest, ' ') + 1) FROM word WHERE rest <> '')"
    " SELECT look, item FROM word WHERE item <> ''",
    // Each look with its medic's duty and how many this tablet showed within the hour before it.
    "CREATE TEMP TABLE aid_looked AS SELECT k.*, m.medic AS on_duty, m.shelter AS at_shelter,"
    " m.opens, m.closes, m.most_looks, count(*) FILTER (WHERE k.outcome = 'shown') OVER (PARTITION"
    " BY k.tablet ORDER BY k.at RANGE BETWEEN 3599999999999 PRECEDING AND 1 PRECEDING) AS before,"
    " (SELECT v.shelter FROM aid_version v WHERE v.resident = k.resident LIMIT 1) AS expected_in,"
    " (SELECT max(v.version) FROM aid_version v WHERE v.resident = k.resident AND v.t <= k.at) AS"
    " newest_at, (SELECT max(v.version) FROM aid_version v WHERE v.resident = k.resident AND"
    " v.t <= k.shown) AS newest_shown, (SELECT f.made FROM aid_fetch f WHERE f.tablet = k.tablet"
    " AND f.t <= k.at ORDER BY f.t DESC LIMIT 1) AS fetched FROM aid_look k LEFT JOIN aid_medic m"
    " ON m.tablet = k.tablet",
}};

constexpr std::array<SqlCheck, 15> aid_checks{{
    {"aid_set_kept",
     "SELECT 0, look || ' showed ' || item || ', which is not in the set' FROM aid_word WHERE item"
     " NOT IN (SELECT item FROM aid_item)"},
    {"aid_set_kept",
     "SELECT 0, k.look || ' at ' || k.tablet || ' showed other data than version ' || k.version ||"
     " ' of resident ' || k.resident FROM aid_look k LEFT JOIN aid_version v ON"
     " v.resident = k.resident AND v.version = k.version WHERE k.outcome = 'shown' AND"
     " v.contents IS NOT k.contents"},
    {"aid_set_kept",
     "SELECT 0, look || ' of the role ' || role || ' was shown' FROM aid_look WHERE"
     " outcome = 'shown' AND role NOT IN (SELECT role FROM aid_role)"},
    {"aid_set_kept",
     "SELECT 0, look || ' was shown to ' || medic || ' at ' || tablet || ', where ' ||"
     " coalesce(on_duty, 'nobody') || ' is on duty' FROM aid_looked WHERE outcome = 'shown' AND"
     " medic IS NOT on_duty"},
    {"aid_set_kept",
     "SELECT 0, look || ' was shown while the shelter was closed' FROM aid_looked WHERE"
     " outcome = 'shown' AND (at < opens OR at >= closes)"},
    {"aid_set_kept",
     "SELECT 0, look || ' was shown though ' || hitch FROM aid_look WHERE outcome = 'shown' AND"
     " hitch <> ''"},
    {"aid_set_kept",
     "SELECT 0, look || ' was the ' || (before + 1) || 'th of ' || tablet || ' within an hour'"
     " FROM aid_looked WHERE outcome = 'shown' AND before >= most_looks"},
    {"aid_set_kept",
     "SELECT 0, look || ' was refused (' || reason || ') and nothing was wrong' FROM aid_looked"
     " WHERE outcome = 'refused' AND hitch = '' AND NOT (reason = 'too_many' AND"
     " before >= most_looks) AND NOT (reason = 'shelter_closed' AND at + 60000000000 >= closes)"},
    {"aid_set_kept",
     "SELECT 0, look || ': ' || tablet || ' held data of resident ' || resident || ', whom another"
     " shelter expects' FROM aid_looked WHERE basis = 'tablet' AND expected_in <> at_shelter"},
    {"aid_newest",
     "SELECT 0, look || ' showed version ' || version || ' of resident ' || resident || ', the"
     " register had ' || newest_at FROM aid_looked WHERE basis = 'register' AND version NOT BETWEEN"
     " newest_at AND newest_shown"},
    {"aid_newest",
     "SELECT 0, look || ' showed version ' || version || ' of resident ' || resident || ', ' ||"
     " tablet || ' had fetched ' || coalesce((SELECT max(v.version) FROM aid_version v WHERE"
     " v.resident = k.resident AND v.t <= k.fetched), 'nothing') FROM aid_looked k WHERE"
     " basis = 'tablet' AND version IS NOT (SELECT max(v.version) FROM aid_version v WHERE"
     " v.resident = k.resident AND v.t <= k.fetched)"},
    {"aid_newest",
     "SELECT 0, look || ' failed (' || reason || ') though ' || tablet || ' had fetched the data of"
     " resident ' || resident FROM aid_looked WHERE outcome = 'failed' AND fetched IS NOT NULL AND"
     " expected_in = at_shelter"},
    {"aid_reported",
     "SELECT 0, k.look || ' (' || k.outcome || ' ' || k.reason || ') is in the log ' || (SELECT"
     " count(*) FROM aid_log l WHERE l.look = k.look) || ' times' FROM aid_look k WHERE k.reason <>"
     " 'no_card' AND 1 <> (SELECT count(*) FROM aid_log l WHERE l.look = k.look)"},
    {"aid_reported",
     "SELECT 0, k.look || ' of resident ' || k.resident || ' at ' || k.at || ' is logged as ' ||"
     " l.outcome || ' by ' || l.medic || ' at ' || l.at FROM aid_look k JOIN aid_log l USING (look)"
     " WHERE l.medic <> k.medic OR l.role <> k.role OR l.person IS NOT (SELECT v.person FROM"
     " aid_version v WHERE v.resident = k.resident LIMIT 1) OR l.at < k.at OR (k.outcome = 'shown'"
     " AND l.outcome <> 'told') OR (k.outcome = 'refused' AND l.outcome <> k.reason) OR"
     " (k.basis = 'tablet' AND l.at > k.shown + 60000000000)"},
    {"aid_reported",
     "SELECT 0, 'resident ' || k.resident || ' never heard of ' || k.look FROM aid_look k JOIN"
     " aid_log l USING (look) WHERE l.outcome = 'told' AND NOT EXISTS (SELECT 1 FROM aid_report r"
     " WHERE r.look = k.look AND r.resident = k.resident)"},
}};

constexpr std::array<SqlSituation, 10> aid_situations{{
    {"aid_offline_seen", "SELECT count(*) FROM aid_look WHERE basis = 'tablet'"},
    {"aid_app_offline_seen",
     "SELECT count(*) FROM aid_look WHERE basis = 'tablet' AND way = 'app'"},
    // What the tablet held was older than what the register had.
    {"aid_stale_seen",
     "SELECT count(*) FROM aid_looked WHERE basis = 'tablet' AND version <"
     " newest_at"},
    {"aid_not_held_seen", "SELECT count(*) FROM aid_look WHERE reason = 'not_held'"},
    {"aid_role_refused_seen", "SELECT count(*) FROM aid_look WHERE reason = 'role'"},
    {"aid_off_duty_seen", "SELECT count(*) FROM aid_look WHERE reason = 'not_on_duty'"},
    {"aid_closed_seen", "SELECT count(*) FROM aid_look WHERE reason = 'shelter_closed'"},
    {"aid_beyond_set_seen", "SELECT count(*) FROM aid_look WHERE reason = 'beyond_the_set'"},
    {"aid_too_many_seen", "SELECT count(*) FROM aid_look WHERE reason = 'too_many'"},
    {"aid_logged_later_seen",
     "SELECT count(*) FROM aid_log WHERE outcome = 'told' AND t > at +"
     " 60000000000"},
}};

}  // namespace

void judge_first_aid_looks(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : aid_preparations) database.exec(sql);
    for (const SqlCheck& check : aid_checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t looks = count("SELECT count(*) FROM aid_look");
    const std::int64_t shown = count("SELECT count(*) FROM aid_look WHERE outcome = 'shown'");
    facts.counts["aid_shown"] = {shown, looks};
    facts.counts["aid_held_shown"] = {count("SELECT count(*) FROM aid_look WHERE basis = 'tablet'"),
                                      looks};
    facts.counts["aid_refused"] = {count("SELECT count(*) FROM aid_look WHERE outcome = 'refused'"),
                                   looks};
    facts.properties.push_back(always("aid_set_kept", looks, findings));
    facts.properties.push_back(always("aid_newest", shown, findings));
    facts.properties.push_back(
        always("aid_reported", count("SELECT count(*) FROM aid_log"), findings));
    for (const SqlSituation& one : aid_situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    facts.lengths["aid_time"] =
        lengths_of(database, "SELECT shown - at FROM aid_look WHERE shown >= 0");
    facts.lengths["aid_age"] = lengths_of(
        database, "SELECT at - fetched FROM aid_looked WHERE basis = 'tablet' AND fetched >= 0");
}

}  // namespace sim
