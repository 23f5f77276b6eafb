// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/dead_ends.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/service_tries.h"

namespace sim
{

namespace
{

// How the try `one` (resident, subject) ended: empty when it came to its end, else the reason; no
// row when the service never heard of it. Verdicts and kinds as in tap_verdict and tap_kind.
struct Ending {
    const char* service;
    const char* sql;
};

constexpr const char* of_flow =
    "SELECT iif(outcome = 'done', '', reason) FROM flow JOIN one USING (resident) WHERE service ="
    " ?3";
// Bought and shown.
constexpr const char* of_two_flows =
    "SELECT max(iif(outcome = 'done', '', reason)) FROM flow JOIN one USING (resident) WHERE"
    " service = ?3 HAVING count(*) = 2";
// All others end as their flow does.
constexpr Ending endings[] = {
    {"bus",
     "SELECT CASE WHEN sum(t.verdict IN (0, 1) AND t.kind IN (1, 2, 4)) > 0 THEN ''"
     " ELSE max(v.name) END FROM one JOIN tap t ON t.rider = one.subject"
     " AND t.bus IN (SELECT bus FROM bus)"
     " JOIN tap_verdict v ON v.number = t.verdict HAVING count(*) > 0"},
    {"shop",
     "SELECT CASE WHEN sum(t.verdict IN (0, 1)) > 0 THEN ''"
     " ELSE coalesce(max(v.name), 'no_card_read') END FROM one"
     " JOIN slip p ON p.sale = one.subject LEFT JOIN tap t ON t.rider = one.subject"
     " AND t.bus IN (SELECT shop FROM shop) LEFT JOIN tap_verdict v ON v.number = t.verdict"
     " HAVING count(*) > 0"},
    {"taxi",
     "SELECT iif(outcome = 'counted', '', reason) FROM taxi_rider JOIN one USING (resident)"},
    // Who is registered has vouchers, and rides.
    {"voucher",
     "SELECT coalesce((SELECT iif(outcome = 'counted', '', reason) FROM taxi_rider JOIN one USING"
     " (resident)), 'no_voucher') FROM one WHERE EXISTS (SELECT 1 FROM taxi_rider JOIN one USING"
     " (resident)) OR NOT EXISTS (SELECT 1 FROM taxi_applicant JOIN one USING (resident))"},
    {"auto_bus",
     "SELECT CASE WHEN believed = resident THEN '' WHEN registered THEN 'not_recognised'"
     " ELSE 'not_registered' END FROM face_boarding JOIN one USING (resident)"},
    {"demand",
     "SELECT iif(outcome = 'done', '', reason) FROM demand_ride JOIN one USING (resident)"},
    {"ticket", of_two_flows},
    {"lecture", of_two_flows},
    // The guardian was shown that the child arrived.
    {"school",
     "SELECT iif(EXISTS (SELECT 1 FROM watch_shown s WHERE s.child = c.child AND s.receiver ="
     " c.guardian_name AND s.what = 'arrived' AND s.effect = 'shown'), '', 'not_told') FROM"
     " watch_child c JOIN one ON one.resident IN (c.resident, c.guardian)"},
    {"shelter",
     "SELECT iif(acknowledged >= 0, '', 'not_received') FROM shelter_event"
     " JOIN one USING (resident)"},
    {"notice",
     "SELECT iif(EXISTS (SELECT 1 FROM portal_shown JOIN one USING (resident)), '', 'not_shown')"
     " FROM portal_member JOIN one USING (resident)"},
};

bool has(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string expected_of(const Everyone& everyone, const TriedService& one)
{
    for (const DeadEnd& end : everyone.dead_ends)
        if (has(end.kinds, one.kind) && has(end.services, one.service)) return end.reason;
    return "";
}

std::string ending(const Database& database, const std::string& service, std::int64_t resident,
                   std::int64_t subject)
{
    const char* sql = of_flow;
    for (const Ending& one : endings)
        if (service == one.service) sql = one.sql;
    Query query = database.query(
        std::string("WITH one AS (SELECT ?1 AS resident, ?2 AS subject, ?3 AS row) ") + sql);
    query.bind(1, resident).bind(2, subject).bind(3, row_of_try(service));
    return query.step() ? query.text(0) : "never_tried";
}

std::string objection(const TriedService& one)
{
    const std::string who = fmt::format("{} at {}", one.kind, one.service);
    if (one.done) return who + " comes to its end, not to " + one.expected;
    if (one.expected.empty()) return who + " is a dead end: " + one.reason;
    return fmt::format("{} is a dead end for {}, not for {}", who, one.reason, one.expected);
}

}  // namespace

std::vector<TriedService> tried_services(const Database& database, const Everyone& everyone,
                                         Findings& findings)
{
    std::vector<TriedService> tried;
    Query rows = database.query(
        "SELECT kind, service, resident, coalesce(subject, -1), lacks FROM attempt ORDER BY rowid");
    while (rows.step()) {
        TriedService one{rows.text(0), rows.text(1), false, "", ""};
        one.reason = ending(database, one.service, rows.integer(2), rows.integer(3));
        if (one.reason == "never_tried" && !rows.text(4).empty()) one.reason = rows.text(4);
        one.done = one.reason.empty();
        one.expected = expected_of(everyone, one);
        if (one.reason != one.expected)
            findings.add({"dead_ends_as_told", {}, "", 0, objection(one)});
        tried.push_back(std::move(one));
    }
    if (tried.size() != everyone.kinds.size() * everyone.services.size())
        findings.add({"dead_ends_as_told",
                      {},
                      "",
                      0,
                      fmt::format("{} tries were made, not each of {} kinds at each of {} services",
                                  tried.size(), everyone.kinds.size(), everyone.services.size())});
    return tried;
}

void write_dead_ends(Database& database, const std::vector<TriedService>& tried)
{
    Query insert = database.query("INSERT INTO dead_end VALUES (?, ?, ?, ?, nullif(?, ''))");
    for (const TriedService& one : tried)
        insert.insert(one.kind, one.service, one.done ? "done" : "dead_end", one.reason,
                      one.expected);
}

}  // namespace sim
