// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/mother_registrations.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr const char* rule = "registration_right";

constexpr std::array<const char*, 2> preparations{{
    // Each account of the day with whose certificate opened it and whose visit it was told in.
    R"(CREATE TEMP TABLE mother_state AS SELECT a.account, a.handbook, h.resident,
        sum(a.change = 'opened') AS opened, sum(a.change = 'started') AS started,
        sum(a.change = 'lapsed') AS lapsed, max(a.app) AS app,
        min(CASE a.change WHEN 'opened' THEN a.t END) AS opened_at,
        min(CASE a.change WHEN 'started' THEN a.t END) AS started_at
    FROM mother_account a LEFT JOIN mother_holder h ON h.serial = a.serial
    GROUP BY a.account, a.handbook)",
    // The password commands of a presence of a card, counted.
    R"(CREATE TEMP TABLE password_try AS SELECT flow, presence, resident, status,
        lag(status) OVER (PARTITION BY flow ORDER BY begins) AS before
    FROM card_command WHERE instruction = 32 AND flow IN (SELECT flow FROM flow
        WHERE service = 'S43'))",
}};

constexpr std::array<SqlCheck, 11> checks{{
    {rule,
     "SELECT 0, 'resident ' || resident || ' has ' || count(*) || ' accounts' FROM mother_state"
     " GROUP BY resident HAVING count(*) > 1 OR resident IS NULL"},
    {rule,
     "SELECT 0, 'account ' || account || ' was opened ' || opened || ', started ' || started ||"
     " ' and lapsed ' || lapsed || ' times' FROM mother_state"
     " WHERE opened <> 1 OR started + lapsed <> 1"},
    {rule,
     "SELECT 0, 'account ' || s.account || ' was opened for handbook ' || s.handbook ||"
     " ', which is not that of resident ' || s.resident FROM mother_state s WHERE NOT EXISTS"
     " (SELECT 1 FROM mother_bearer b WHERE b.handbook = s.handbook AND b.child = -1"
     " AND b.resident = s.resident)"},
    {rule,
     "SELECT 0, 'account ' || s.account || ' was started by a phone that is not hers' FROM"
     " mother_state s WHERE s.started > 0 AND NOT EXISTS (SELECT 1 FROM mother_visit v"
     " WHERE v.resident = s.resident AND v.app = s.app)"},
    {rule,
     "SELECT 0, 'visit ' || v.visit || ' ended (' || v.outcome || ' ' || v.reason || ') and its"
     " account was ' || CASE WHEN s.started THEN 'started' ELSE 'never started' END FROM"
     " mother_visit v LEFT JOIN mother_state s ON s.resident = v.resident WHERE"
     " (v.outcome = 'done') <> coalesce(s.started, 0) AND v.reason <> 'no_answer'"},
    {rule,
     "SELECT 0, 'visit ' || visit || ' ended without an account and without a reason' FROM"
     " mother_visit WHERE outcome <> 'done' AND reason = ''"},
    {rule,
     "SELECT 0, 'visit ' || visit || ' was done though step ' || lost_step || ' was left out' FROM"
     " mother_visit WHERE outcome = 'done' AND lost_step NOT IN (0, 8)"},
    {rule,
     "SELECT 0, 'visit ' || a.visit || ' came to step ' || a.step || ' before step ' ||"
     " (a.step - 1) FROM mother_step a WHERE a.step > 1 AND NOT EXISTS (SELECT 1 FROM mother_step b"
     " WHERE b.visit = a.visit AND b.step = a.step - 1 AND b.t <= a.t) AND NOT (a.step = 4 AND"
     " EXISTS (SELECT 1 FROM mother_visit v WHERE v.visit = a.visit AND v.lost_step = 3)) AND NOT"
     " (a.step = 5 AND EXISTS (SELECT 1 FROM mother_visit v WHERE v.visit = a.visit AND"
     " v.lost_step = 4))"},
    {rule,
     "SELECT 0, 'visit ' || s.visit || ' let a code be read twice' FROM mother_scan s WHERE"
     " s.outcome = 'started' GROUP BY s.visit HAVING count(*) > 1"},
    {rule,
     "SELECT 0, 'visit ' || visit || ' let the phone ' || app || ' of somebody else begin' FROM"
     " mother_scan WHERE outcome = 'started' AND hers = 0"},
    // 63Cx: x tries are left.
    {rule,
     "SELECT 0, 'the card of resident ' || resident || ' answered a wrong password with ' ||"
     " printf('%04X', status) || ' after ' || printf('%04X', before) FROM password_try WHERE"
     " before BETWEEN 25536 AND 25551 AND NOT (status = 36864 AND before > 25536 OR"
     " status = before - 1 OR before = 25536 AND status = 27012)"},
}};

constexpr std::array<SqlSituation, 6> situations{{
    {"mother_step_lost_seen",
     "SELECT count(DISTINCT lost_step) FROM mother_visit"
     " WHERE lost_step > 0 AND outcome <> 'done'"},
    {"mother_step_twice_seen",
     "SELECT count(DISTINCT twice_step) FROM mother_visit"
     " WHERE twice_step > 0 AND outcome = 'done'"},
    {"mother_other_phone_seen", "SELECT count(*) FROM mother_scan WHERE reason = 'other_phone'"},
    {"mother_code_twice_seen", "SELECT count(*) FROM mother_scan WHERE reason = 'used'"},
    {"mother_wrong_password_seen",
     "SELECT count(*) FROM password_try"
     " WHERE status BETWEEN 25536 AND 25551"},
    {"mother_certificate_refused_seen",
     "SELECT count(*) FROM mother_visit"
     " WHERE reason IN ('revoked', 'expired')"},
}};

}  // namespace

void judge_mother_registrations(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : preparations) database.exec(sql);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t visits = count("SELECT count(*) FROM mother_visit");
    const std::int64_t scans = count("SELECT count(*) FROM mother_scan");
    facts.counts["mother_accounts"] = {count("SELECT count(*) FROM mother_state WHERE started > 0"),
                                       visits};
    facts.counts["mother_refused"] = {
        count("SELECT count(*) FROM mother_visit WHERE outcome <> 'done'"), visits};
    facts.counts["mother_scans_refused"] = {
        count("SELECT count(*) FROM mother_scan WHERE outcome = 'refused'"), scans};
    facts.properties.push_back(always(rule, visits, findings));
    for (const SqlSituation& one : situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
}

}  // namespace sim
