// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/health_books.h"

#include <array>

#include "sim/verify/health_sql.h"
#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<SqlSituation, 12> situations{{
    {"reading_late_seen",
     "SELECT count(*) FROM health_act WHERE act = 'upload' AND hitch = 'late'"},
    {"reading_repeated_seen",
     "SELECT count(*) FROM (SELECT reading FROM health_sent GROUP BY reading, version"
     " HAVING count(*) > 1)"},
    {"reading_corrected_seen", "SELECT count(*) FROM health_kept WHERE version > 1"},
    {"items_missing_seen",
     "SELECT count(*) FROM (SELECT reading / 100 FROM health_reading WHERE device = 0 AND"
     " fate = 'kept' GROUP BY reading / 100 HAVING count(DISTINCT item) < (SELECT count(*) FROM"
     " health_item WHERE origin <> 'history'))"},
    {"portal_busy_seen", "SELECT count(*) FROM health_act WHERE reason = 'portal_busy'"},
    {"portal_closed_seen", "SELECT count(*) FROM health_act WHERE reason = 'portal_closed'"},
    {"account_moved_seen", "SELECT count(*) FROM health_member WHERE event = 'moved'"},
    {"registration_refused_seen",
     "SELECT count(*) FROM health_act WHERE act IN ('join', 'upgrade') AND outcome = 'refused'"},
    {"consent_ended_seen", "SELECT count(*) FROM health_member WHERE event = 'left'"},
    {"wearable_lent_again_seen",
     "SELECT count(*) FROM (SELECT device FROM health_loan WHERE event = 'lent' GROUP BY device"
     " HAVING count(*) > 1)"},
    {"wearable_lost_seen", "SELECT count(*) FROM health_loan WHERE event = 'lost'"},
    {"advice_changed_seen",
     "SELECT count(*) FROM health_advice WHERE event = 'told' AND origin = 'nurse'"},
}};

void measure(const Database& database, ServiceFacts& facts)
{
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t members =
        count("SELECT count(*) FROM health_member WHERE event = 'entered'");
    facts.counts["members_joined"] = {members, members};
    const std::int64_t kept = count("SELECT count(*) FROM health_kept");
    facts.counts["readings_kept"] = {kept, kept};
    facts.lengths["data_age"] = lengths_of(
        database,
        "SELECT k.t - k.measured FROM health_kept k JOIN health_reading r ON r.reading = k.reading"
        " AND r.version = k.version WHERE r.device = 0 AND r.fate = 'kept' AND k.version = 1");
    facts.lengths["reading_age"] = lengths_of(
        database,
        "SELECT k.t - k.measured FROM health_kept k WHERE k.measured >= 0 AND k.version = 1 AND"
        " k.reading < 5000000000");
}

}  // namespace

void judge_health(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : health_preparations()) database.exec(sql);
    for (const SqlCheck& check : health_checks()) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    for (const SqlSituation& one : situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    const auto held = [&](const char* property, const char* sql) {
        facts.properties.push_back(always(property, count(sql), findings));
    };
    held("readings_once", "SELECT count(*) FROM health_reading WHERE fate IN ('kept', 'history')");
    held("mileage_right", "SELECT count(*) FROM health_view");
    held("dashboard_right", "SELECT count(*) FROM health_screen");
    held("device_clean", "SELECT count(*) FROM health_loan");
    held("advice_right", "SELECT count(*) FROM health_advice");
    measure(database, facts);
}

}  // namespace sim
