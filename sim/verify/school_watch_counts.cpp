// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/school_watch_counts.h"

#include <string>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

// Guardians who agreed all morning, and whose children were recognised or not.
constexpr const char* to_be_told =
    " FROM watch_pass p JOIN watch_child c ON c.child = p.child JOIN watch_consent w ON w.child ="
    " p.child AND w.receiver = c.guardian_name AND w.given BETWEEN 0 AND p.at AND w.ends = 9e18"
    " WHERE NOT EXISTS (SELECT 1 FROM watch_hiding h WHERE h.child = p.child)";

void count_events(const Database& database, ServiceFacts& facts)
{
    const auto count = [&](const std::string& sql) { return database.integer(sql.c_str()); };
    const std::string seen =
        "SELECT count(*) FROM watch_shown s WHERE s.effect = 'shown' AND"
        " s.what <> 'absent'";
    const std::string at_it =
        " EXISTS (SELECT 1 FROM watch_pass p WHERE p.child = s.child AND p.at = s.at)";
    const std::int64_t shown = count(seen);
    facts.counts["watch_shown"] = {shown, count("SELECT count(*) FROM watch_pass")};
    facts.counts["watch_false"] = {count(seen + " AND NOT" + at_it), shown};
    facts.counts["watch_missed"] = {
        count(
            std::string("SELECT count(*)") + to_be_told +
            " AND NOT EXISTS (SELECT 1 FROM watch_shown s WHERE s.child = p.child AND s.receiver ="
            " w.receiver AND s.at = p.at AND s.effect = 'shown')"),
        count(std::string("SELECT count(*)") + to_be_told)};
}

void count_absences(const Database& database, ServiceFacts& facts)
{
    const auto count = [&](const std::string& sql) { return database.integer(sql.c_str()); };
    const std::string absences =
        "SELECT count(*) FROM watch_shown s JOIN watch_child c ON c.child = s.child AND"
        " c.guardian_name = s.receiver WHERE s.effect = 'shown' AND s.what = 'absent'";
    const std::int64_t alarms = count(absences);
    facts.counts["absences_shown"] = {alarms, count("SELECT count(*) FROM watch_child")};
    facts.counts["absences_false"] = {
        count(absences + " AND EXISTS (SELECT 1 FROM watch_pass p WHERE p.gate = 1 AND p.child ="
                         " s.child AND p.at < s.at)"),
        alarms};
    facts.counts["absences_missed"] = {
        count(
            "SELECT count(*) FROM watch_child c JOIN watch_consent w ON w.child = c.child AND"
            " w.receiver = c.guardian_name AND w.given >= 0 AND w.ends = 9e18 WHERE c.absent = 1"
            " AND NOT EXISTS (SELECT 1 FROM watch_shown s WHERE s.child = c.child AND s.receiver ="
            " w.receiver AND s.what = 'absent' AND s.effect = 'shown')"),
        count("SELECT count(*) FROM watch_child WHERE absent = 1")};
}

}  // namespace

void count_school_watch(const Database& database, ServiceFacts& facts)
{
    count_events(database, facts);
    count_absences(database, facts);
    facts.lengths["watch_delay"] = lengths_of(
        database, "SELECT t - at FROM watch_shown WHERE effect = 'shown' AND what <> 'absent'");
}

}  // namespace sim
