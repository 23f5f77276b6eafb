// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/city_returns.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 2> preparations{{
    // The last time the city told of a bearer and the operator could still take it.
    "CREATE TEMP TABLE city_told AS SELECT e.handbook, e.account, max(e.t) AS t FROM city_extract e"
    " WHERE e.outcome = 'told' GROUP BY e.handbook, e.account",
    "CREATE TEMP TABLE city_back AS SELECT r.*, c.city_number AS holder, c.entered,"
    " b.city_number AS wanted, b.kind, b.protection FROM returned_record r LEFT JOIN city_record c"
    " ON c.record = r.record AND c.what = r.what AND c.day = r.day LEFT JOIN mother_bearer b"
    " ON b.handbook = r.handbook",
}};

constexpr std::array<SqlCheck, 7> checks{{
    {"returns_right",
     "SELECT 0, 'account ' || account || ' holds record ' || record || ' (' || what || ' of ' ||"
     " day || '), which the city does not' FROM city_back WHERE holder IS NULL"},
    {"returns_right",
     "SELECT 0, 'account ' || t.account || ' lacks ' || c.what || ' of ' || c.day || ' for "
     "handbook '"
     " || t.handbook || ', which the city held when it told' FROM city_told t JOIN mother_bearer b"
     " ON b.handbook = t.handbook JOIN city_record c ON c.city_number = b.city_number AND"
     " c.entered <= t.t WHERE EXISTS (SELECT 1 FROM returned_record r WHERE r.handbook = "
     "t.handbook)"
     " AND NOT EXISTS (SELECT 1 FROM returned_record r WHERE r.handbook = t.handbook AND"
     " r.record = c.record)"},
    {"returns_right",
     "SELECT 0, 'record ' || record || ' was in account ' || account || ' before the city entered"
     " it' FROM city_back WHERE entered > t"},
    {"returns_right",
     "SELECT 0, 'record ' || record || ' stands ' || count(*) || ' times in account ' || account"
     " FROM returned_record GROUP BY account, record HAVING count(*) > 1"},
    {"children_apart",
     "SELECT 0, 'account ' || account || ' was given record ' || record || ' of ' || holder ||"
     " ' for ' || coalesce(wanted, 'nobody') || ' (' || coalesce(kind, '') || ')' FROM city_back"
     " WHERE holder IS NOT wanted AND holder IS NOT NULL"},
    {"children_apart",
     "SELECT 0, 'record ' || record || ' of handbook ' || handbook || CASE WHEN kind = 'moved'"
     " THEN ' was given back though the family has moved' ELSE ' tells a place of somebody"
     " protected' END FROM city_back WHERE kind = 'moved' OR protection = 1 AND placed = 1"},
    {"children_apart",
     "SELECT 0, 'one record of the city, ' || record || ', stands in ' || count(DISTINCT account)"
     " || ' accounts' FROM returned_record GROUP BY record HAVING count(DISTINCT account) > 1"},
}};

constexpr std::array<SqlSituation, 7> situations{{
    {"returned_twins_seen", "SELECT count(*) FROM city_back WHERE kind = 'twin'"},
    {"returned_namesake_seen", "SELECT count(*) FROM city_back WHERE kind = 'namesake'"},
    {"returned_moved_seen", "SELECT count(*) FROM city_extract WHERE reason = 'moved'"},
    {"returned_protected_seen", "SELECT count(*) FROM city_back WHERE protection = 1"},
    {"returned_late_record_seen",
     "SELECT count(*) FROM city_record c WHERE c.entered > 0 AND NOT"
     " EXISTS (SELECT 1 FROM returned_record r WHERE"
     " r.record = c.record)"},
    {"return_ended_seen",
     "SELECT count(*) FROM message WHERE instr(CAST(bytes AS TEXT), 'return.end') > 0"},
    {"return_claim_refused_seen",
     "SELECT count(*) FROM flow WHERE service = 'S45' AND"
     " reason = 'not_yours'"},
}};

}  // namespace

void judge_city_returns(Database& database, const MotherChild& service, Findings& findings,
                        ServiceFacts& facts)
{
    for (const char* sql : preparations) database.exec(sql);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t returned = count("SELECT count(*) FROM returned_record");
    const std::int64_t asked = count("SELECT count(*) FROM city_extract");
    facts.counts["returned_records"] = {returned, asked};
    facts.properties.push_back(always("returns_right", returned, findings));
    facts.properties.push_back(always("children_apart", returned, findings));
    if (!service.returns) return;
    for (const SqlSituation& one : situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    const std::string from = std::to_string(service.returns->at.count);
    facts.lengths["return_time"] = lengths_of(
        database, ("SELECT t - " + from + " FROM returned_record WHERE t >= " + from).c_str());
}

}  // namespace sim
