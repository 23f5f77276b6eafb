// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/care_dates.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr const char* rule = "dates_right";

// `day` plus so many months: that day of the month, or the month's last one.
#define MONTHS_AFTER(day, months)                                            \
    "min(date(" day ", 'start of month', '+' || " months                     \
    " || ' months', '+' ||"                                                  \
    " (CAST(strftime('%d', " day ") AS INTEGER) - 1) || ' days'), date(" day \
    ", 'start of month', '+' || (" months " + 1) || ' months', '-1 day'))"

// The first night from a day on in which the timer ran.
#define NIGHT_OF(day) "(SELECT min(n.day) FROM care_ran n WHERE n.day >= " day ")"

constexpr std::array<const char*, 12> preparations{{
    // Copies with an index stand before the tables of the run.
    "CREATE TEMP TABLE care_message AS SELECT * FROM main.care_message",
    "CREATE TEMP TABLE care_dose AS SELECT * FROM main.care_dose",
    "CREATE TEMP TABLE care_plan AS SELECT * FROM main.care_plan ORDER BY rowid",
    "CREATE TEMP TABLE care_ran (day TEXT PRIMARY KEY) WITHOUT ROWID",
    "INSERT INTO care_ran SELECT day FROM care_night WHERE ran = 1",
    "CREATE TEMP TABLE care_wanted AS SELECT child, rule, 0 AS dose, due, " NIGHT_OF(
        "due") " AS day FROM (SELECT c.child, r.rule, c.joined, c.birth, r.unit, CASE r.unit WHEN "
               "'week'"
               " THEN date(c.week_zero, '+' || (7 * r.at) || ' days') ELSE " MONTHS_AFTER(
                   "c.birth", "r.at") " END AS due FROM care_child c, care_rule r) WHERE due >= "
                                      "joined AND (unit = 'month' OR"
                                      " due < birth)",
    "CREATE INDEX temp.care_message_of ON care_message (child, rule, dose)",
    "CREATE INDEX temp.care_dose_of ON care_dose (child, vaccine, dose)",
    "CREATE INDEX temp.care_plan_of ON care_plan (child, vaccine, dose)",
    // Of the plans for a dose the newest one before its day counts.
    "INSERT INTO care_wanted SELECT p.child, p.vaccine, p.dose, p.planned, " NIGHT_OF(
        "p.planned") " FROM care_plan p WHERE p.outcome = 'noted' AND NOT EXISTS (SELECT 1 FROM "
                     "care_plan q WHERE"
                     " q.child = p.child AND q.vaccine = p.vaccine AND q.dose = p.dose AND "
                     "q.outcome = 'noted' AND"
                     " q.rowid > p.rowid)",
    "CREATE TEMP TABLE care_limit AS SELECT d.rowid AS id, d.child, d.vaccine, d.dose, d.day, "
    "d.due,"
    " c.birth, r.from_month, r.after_days, " MONTHS_AFTER(
        "c.birth",
        "r.until_month") " AS until,"
                         " max(" MONTHS_AFTER(
                             "c.birth",
                             "r.from_month") ", coalesce((SELECT date(g.day, '+' ||"
                                             " r.after_days || ' days') FROM care_dose g WHERE "
                                             "g.child = d.child AND g.vaccine = d.vaccine"
                                             " AND g.dose = d.dose - 1), '')) AS wanted FROM "
                                             "care_due d JOIN care_child c USING (child)"
                                             " LEFT JOIN dose_rule r ON r.vaccine = d.vaccine AND "
                                             "r.dose = d.dose",
    "CREATE INDEX temp.care_limit_of ON care_limit (child, vaccine, dose)",
}};

constexpr std::array<SqlCheck, 8> checks{{
    {rule,
     "SELECT 0, 'child ' || w.child || ' was to be told of ' || w.rule || ' (' || w.dose ||"
     " ') on ' || w.day || ', due ' || w.due || ', and was told ' || coalesce((SELECT"
     " group_concat(m.day, ' ') FROM care_message m WHERE m.child = w.child AND m.rule = w.rule AND"
     " m.dose = w.dose), 'never') FROM care_wanted w WHERE w.day IS NOT NULL AND 1 <> (SELECT"
     " count(*) FROM care_message m WHERE m.child = w.child AND m.rule = w.rule AND"
     " m.dose = w.dose)"},
    {rule,
     "SELECT 0, 'child ' || m.child || ' was told of ' || m.rule || ' (' || m.dose || ') on ' ||"
     " m.day || ' instead of ' || coalesce(w.day, 'never') FROM care_message m LEFT JOIN"
     " care_wanted w USING (child, rule, dose) WHERE w.day IS NOT m.day"},
    {rule,
     "SELECT 0, 'dose ' || dose || ' of ' || vaccine || ' for child ' || child || ', born ' ||"
     " birth || ', was told for ' || due || ' instead of ' || wanted FROM care_limit WHERE"
     " wanted < until AND due <> wanted"},
    {rule,
     "SELECT 0, 'dose ' || dose || ' of ' || vaccine || ' for child ' || child || ' was told for '"
     " || due || ', after ' || coalesce(until, 'the last one') FROM care_limit WHERE due <> '' AND"
     " (until IS NULL OR due >= until)"},
    {rule,
     "SELECT 0, 'child ' || p.child || ': a date for ' || p.vaccine || ' (' || p.dose || ') on ' ||"
     " p.planned || ' was ' || p.outcome || ', due is ' || l.wanted FROM care_plan p JOIN"
     " care_limit l ON l.child = p.child AND l.vaccine = p.vaccine AND l.dose = p.dose WHERE"
     " (p.outcome = 'noted') <> (p.planned >= l.wanted AND p.planned >= p.entered AND"
     " p.planned < l.until)"},
    {rule,
     "SELECT 0, 'a date for ' || p.vaccine || ' of child ' || p.child || ' was noted without a due"
     " dose' FROM care_plan p WHERE p.outcome = 'noted' AND NOT EXISTS (SELECT 1 FROM care_limit l"
     " WHERE l.child = p.child AND l.vaccine = p.vaccine AND l.dose = p.dose AND l.due <> '')"},
    {rule,
     "SELECT 0, 'the phone of child ' || r.child || ' was told of ' || r.rule || ', which was not"
     " sent today' FROM care_read r WHERE NOT EXISTS (SELECT 1 FROM care_message m WHERE"
     " m.child = r.child AND m.rule = r.rule AND m.dose = r.dose AND m.day = (SELECT max(day) FROM"
     " care_night))"},
    {rule,
     "SELECT 0, 'dose ' || g.dose || ' of ' || g.vaccine || ' was given to child ' || g.child ||"
     " ' on ' || g.day || ', before ' || l.wanted FROM care_dose g JOIN care_limit l USING (child,"
     " vaccine, dose) WHERE g.day < l.wanted"},
}};

constexpr std::array<SqlSituation, 6> situations{{
    {"leap_birth_seen",
     "SELECT count(*) FROM care_child c JOIN care_message m USING (child) WHERE"
     " strftime('%m-%d', c.birth) = '02-29' AND m.dose = 0"},
    {"month_end_seen",
     "SELECT count(*) FROM care_wanted w JOIN care_child c USING (child) WHERE"
     " w.dose = 0 AND w.due > c.birth AND strftime('%d', w.due) <"
     " strftime('%d', c.birth)"},
    {"missed_night_seen", "SELECT count(*) FROM care_night WHERE ran = 0"},
    {"sent_after_missed_night_seen", "SELECT count(*) FROM care_wanted WHERE day > due"},
    {"date_refused_seen", "SELECT count(*) FROM care_plan WHERE outcome = 'refused'"},
    {"reminder_seen", "SELECT count(*) FROM care_message WHERE dose > 0"},
}};

#undef NIGHT_OF
#undef MONTHS_AFTER

}  // namespace

void judge_care_dates(Database& database, Findings& findings, ServiceFacts& facts)
{
    const auto count = [&](const char* sql) { return database.integer(sql); };
    for (const char* sql : preparations) database.exec(sql);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
    const std::int64_t sent = count("SELECT count(*) FROM care_message");
    const std::int64_t told = count("SELECT count(*) FROM care_due");
    facts.counts["care_messages"] = {sent, sent + told};
    facts.properties.push_back(
        always(rule, sent + told + count("SELECT count(*) FROM care_plan"), findings));
    for (const SqlSituation& one : situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
}

}  // namespace sim
