// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/portal_limits.h"

#include <fmt/format.h>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr const char* portal_limit =
    "CREATE TEMP TABLE portal_limit AS SELECT {} AS per_minute, {} AS closed_from, {} AS"
    " closed_until";

// It answers in the instant it decides, and numbers its answers in that order.
constexpr const char* portal_calls =
    "CREATE TEMP TABLE portal_call AS SELECT message, sent AS t, sent / 60000000000 AS minute,"
    " json_extract(CAST(bytes AS TEXT), '$.kind') AS kind, sent >= closed_from AND sent <"
    " closed_until AS closed FROM message, portal_limit WHERE sender = 'mynaportal' AND answers > "
    "0";

constexpr const char* portal_dues =
    "CREATE TEMP TABLE portal_due AS SELECT *, CASE WHEN closed THEN 'portal.closed' WHEN"
    " row_number() OVER (PARTITION BY minute, closed ORDER BY t, message) > per_minute THEN"
    " 'portal.busy' ELSE 'served' END AS due, CASE WHEN kind IN ('portal.closed', 'portal.busy')"
    " THEN kind ELSE 'served' END AS did FROM portal_call, portal_limit";

constexpr SqlCheck kept{"portal_limits_kept",
                        "SELECT 0, 'message ' || message || ' of the portal is ' || kind || ' at ' "
                        "|| t || ' ns, due was '"
                        " || due FROM portal_due WHERE did <> due"};

}  // namespace

void judge_portal_limits(Database& database, const RecordPortal& portal, Findings& findings,
                         ServiceFacts& facts)
{
    database.exec(fmt::format(fmt::runtime(portal_limit), portal.per_minute,
                              portal.closed_from.count,
                              (portal.closed_from + portal.closed_for).count));
    database.exec(portal_calls);
    database.exec(portal_dues);
    find_violations(database, kept, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t calls = count("SELECT count(*) FROM portal_due");
    facts.counts["portal_calls"] = {calls, calls};
    facts.counts["portal_calls_refused"] = {
        count("SELECT count(*) FROM portal_due WHERE did <> 'served'"), calls};
    facts.properties.push_back(always("portal_limits_kept", calls, findings));
    facts.properties.push_back(
        sometimes("portal_limit_met_seen", count("SELECT count(*) FROM portal_due WHERE due ="
                                                 " 'portal.busy'")));
    facts.properties.push_back(
        sometimes("portal_maintenance_seen", count("SELECT count(*) FROM portal_due WHERE due ="
                                                   " 'portal.closed'")));
}

}  // namespace sim
