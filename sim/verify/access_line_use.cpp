// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/access_line_use.h"

#include <fmt/format.h>

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

// A queue without gaps ends, after its n-th message, with the work so far and the longest time that
// the line had stood still before one of them.
constexpr std::array<const char*, 3> preparations{{
    "CREATE TEMP TABLE on_line AS SELECT u.rowid AS n, u.*, u.bytes * 8000000 / a.kbps AS takes,"
    " a.packet * 8000000 / a.kbps AS packet, a.classes FROM line_use u, access_rule a",
    "CREATE TEMP TABLE in_turn AS SELECT *, work + max(t - work + takes) OVER (PARTITION BY inward"
    " ORDER BY n) AS through FROM (SELECT *, sum(takes) OVER (PARTITION BY inward ORDER BY n) AS"
    " work FROM on_line)",
    "CREATE TEMP TABLE prompt AS SELECT *, own + max(t - own + takes) OVER way AS soonest,"
    " own + max(t + packet - own + takes) OVER way AS latest FROM (SELECT *, sum(takes) OVER"
    " (PARTITION BY inward ORDER BY n) AS own FROM in_turn WHERE bulk = 0 AND classes = 1)"
    " WINDOW way AS (PARTITION BY inward ORDER BY n)",
}};

constexpr std::array<SqlCheck, 2> checks{{
    {"access_line_fair",
     "SELECT 0, iif(inward, 'in', 'out') || ' message ' || n || ' was through at ' || sent ||"
     " ' ns, in its turn at ' || through || ' ns' FROM in_turn WHERE (bulk = 1 OR classes = 0) AND"
     " sent <> through"},
    {"access_line_fair",
     "SELECT 0, iif(inward, 'in', 'out') || ' message ' || n || ' goes before bulk and was through"
     " at ' || sent || ' ns, not from ' || soonest || ' to ' || min(latest, through) || ' ns'"
     " FROM prompt WHERE sent NOT BETWEEN soonest AND min(latest, through)"},
}};

}  // namespace

void judge_access_line(Database& database, const AccessLine& line, Findings& findings,
                       ServiceFacts& facts)
{
    database.exec(
        fmt::format("CREATE TEMP TABLE access_rule AS SELECT {} AS kbps, {} AS packet, {} AS"
                    " classes",
                    line.rate_kbps, line.packet_bytes, line.classes ? 1 : 0));
    for (const char* sql : preparations) database.exec(sql);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    facts.properties.push_back(
        always("access_line_fair", count("SELECT count(*) FROM in_turn"), findings));
    facts.properties.push_back(sometimes(
        "busy_access_line_seen",
        count("SELECT count(*) FROM in_turn WHERE bulk = 0 AND through > t + takes + packet")));
    facts.lengths["prompt_wait"] =
        lengths_of(database, "SELECT sent - t - takes FROM in_turn WHERE bulk = 0");
    facts.lengths["bulk_wait"] =
        lengths_of(database, "SELECT sent - t - takes FROM in_turn WHERE bulk = 1");
}

}  // namespace sim
