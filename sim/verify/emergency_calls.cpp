// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/emergency_calls.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr const char* preparation =
    "CREATE TEMP TABLE emergency_words AS WITH RECURSIVE word (call, item, rest) AS (SELECT call, "
    "'',"
    " items || ' ' FROM emergency_call WHERE items <> '' UNION ALL SELECT call, substr(rest, 1,"
    " instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM word WHERE rest <> '')"
    " SELECT call, item FROM word WHERE item <> ''";

constexpr std::array<SqlCheck, 9> checks{{
    {"emergency_set_kept",
     "SELECT 0, 'call ' || call || ' was told ' || item || ', which is not in the set' FROM"
     " emergency_words WHERE item NOT IN (SELECT item FROM emergency_item)"},
    {"emergency_set_kept",
     "SELECT 0, 'call ' || c.call || ' was not told the whole set' FROM emergency_call c WHERE"
     " c.outcome = 'told' AND (SELECT count(*) FROM emergency_item) <> (SELECT count(*) FROM"
     " emergency_words w WHERE w.call = c.call)"},
    {"emergency_set_kept",
     "SELECT 0, 'call ' || call || ' was told though ' || hitch FROM emergency_call WHERE"
     " outcome = 'told' AND hitch <> ''"},
    {"emergency_set_kept",
     "SELECT 0, 'call ' || call || ' of the role ' || role || ' was told' FROM emergency_call WHERE"
     " outcome = 'told' AND role NOT IN (SELECT role FROM emergency_role)"},
    {"emergency_set_kept",
     "SELECT 0, 'call ' || call || ' was refused (' || reason || ') and nothing was wrong' FROM"
     " emergency_call WHERE outcome = 'refused' AND hitch = ''"},
    {"emergency_set_kept",
     "SELECT 0, 'the crew ' || l.crew || ' opened the data of call ' || l.call || ', which is that"
     " of ' || c.ambulance FROM emergency_log l JOIN emergency_call c USING (call) WHERE"
     " l.outcome = 'told' AND (l.crew <> c.ambulance OR l.person <> c.person)"},
    {"emergency_reported",
     "SELECT 0, 'call ' || c.call || ' was told and is not in the log' FROM emergency_call c WHERE"
     " c.outcome = 'told' AND 1 <> (SELECT count(*) FROM emergency_log l WHERE l.call = c.call AND"
     " l.outcome = 'told' AND l.items = c.items)"},
    {"emergency_reported",
     "SELECT 0, 'call ' || c.call || ' was ' || c.outcome || ' (' || c.reason || ') and is not in"
     " the log' FROM emergency_call c WHERE c.outcome = 'refused' AND c.reason <> 'no_card' AND NOT"
     " EXISTS (SELECT 1 FROM emergency_log l WHERE l.call = c.call AND l.outcome = c.reason)"},
    {"emergency_reported",
     "SELECT 0, 'resident ' || c.resident || ' never heard that call ' || l.call || ' opened their"
     " data' FROM emergency_log l JOIN emergency_call c USING (call) WHERE l.outcome = 'told' AND"
     " NOT EXISTS (SELECT 1 FROM emergency_report r WHERE r.call = l.call AND"
     " r.resident = c.resident)"},
}};

constexpr std::array<SqlSituation, 5> situations{{
    {"emergency_beyond_set_seen",
     "SELECT count(*) FROM emergency_call"
     " WHERE reason = 'beyond_the_set'"},
    {"emergency_role_refused_seen", "SELECT count(*) FROM emergency_call WHERE reason = 'role'"},
    {"emergency_off_duty_seen",
     "SELECT count(*) FROM emergency_call"
     " WHERE reason = 'not_on_this_call'"},
    // The radio answered later than the first request, or never.
    {"emergency_dead_zone_seen",
     "SELECT count(*) FROM emergency_call WHERE touched >= 0 AND (told"
     " < 0 OR told > touched + 20000000000)"},
    {"emergency_no_card_seen", "SELECT count(*) FROM emergency_call WHERE reason = 'no_card'"},
}};

}  // namespace

void judge_emergency_calls(Database& database, Findings& findings, ServiceFacts& facts)
{
    database.exec(preparation);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t calls = count("SELECT count(*) FROM emergency_call");
    const std::int64_t opened = count("SELECT count(*) FROM emergency_log WHERE outcome = 'told'");
    facts.counts["emergency_told"] = {
        count("SELECT count(*) FROM emergency_call WHERE outcome = 'told'"), calls};
    facts.counts["emergency_refused"] = {
        count("SELECT count(*) FROM emergency_log WHERE outcome <> 'told'"), calls};
    facts.properties.push_back(always("emergency_set_kept", calls, findings));
    facts.properties.push_back(always("emergency_reported", opened, findings));
    for (const SqlSituation& one : situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    facts.lengths["emergency_time"] =
        lengths_of(database, "SELECT arrived - called FROM emergency_call WHERE arrived >= 0");
    facts.lengths["emergency_lead"] =
        lengths_of(database, "SELECT arrived - presented FROM emergency_call WHERE presented >= 0");
}

}  // namespace sim
