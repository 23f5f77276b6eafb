// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/shelter_ways.h"

#include <array>

#include "sim/verify/open_ways.h"
#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<SqlCheck, 6> way_checks{{
    {"ways_known",
     "SELECT 0, search || ' was told at ' || told || ' what was known at ' || known || ', and asked"
     " at ' || asked FROM way_search WHERE basis = 'network' AND known NOT BETWEEN asked AND told"},
    {"ways_known",
     "SELECT 0, s.search || ' was answered from a map of ' || s.known || ', the newest on ' ||"
     " s.phone || ' is of ' || coalesce((SELECT m.made FROM way_map m WHERE m.phone = s.phone AND"
     " m.t <= s.asked ORDER BY m.t DESC LIMIT 1), 'never') FROM way_search s WHERE"
     " s.basis = 'phone' AND s.known IS NOT (SELECT m.made FROM way_map m WHERE m.phone = s.phone"
     " AND m.t <= s.asked ORDER BY m.t DESC LIMIT 1)"},
    {"ways_known",
     "SELECT 0, s.search || ' failed though ' || s.phone || ' has a map' FROM way_search s WHERE"
     " s.outcome = 'failed' AND EXISTS (SELECT 1 FROM way_map m WHERE m.phone = s.phone AND"
     " m.t <= s.asked)"},
    {"places_once",
     "SELECT 0, s.search || ' was told shelter ' || s.shelter || ', its place is counted in ' ||"
     " coalesce(b.shelter, 'none') FROM way_search s LEFT JOIN (SELECT search, shelter, max(rowid)"
     " FROM way_book GROUP BY search) b ON b.search = s.search WHERE s.outcome = 'told' AND"
     " b.shelter IS NOT s.shelter"},
    {"places_once",
     "SELECT 0, search || ' has a place counted in shelter ' || shelter || ' twice over' FROM"
     " (SELECT *, lag(shelter) OVER (PARTITION BY search ORDER BY rowid) AS before FROM way_book)"
     " WHERE shelter = before"},
    {"places_once",
     "SELECT 0, 'a place is counted for ' || search || ', which nobody made' FROM way_book WHERE"
     " search NOT IN (SELECT search FROM way_search)"},
}};

constexpr std::array<SqlSituation, 6> way_situations{{
    {"way_from_map_seen", "SELECT count(*) FROM way_search WHERE basis = 'phone'"},
    // The map of the phone did not know of a street on the way that was closed by then.
    {"way_outdated_seen",
     "SELECT count(DISTINCT s.search) FROM way_search s JOIN way_street t ON t.closed BETWEEN"
     " s.known + 1 AND s.told WHERE s.basis = 'phone' AND (instr(' ' || s.way || ' ', ' ' || t.one"
     " || ' ' || t.other || ' ') > 0 OR instr(' ' || s.way || ' ', ' ' || t.other || ' ' || t.one"
     " || ' ') > 0)"},
    {"way_shelter_full_seen",
     "SELECT count(*) FROM (SELECT shelter FROM way_book GROUP BY shelter HAVING count(*) >= "
     "(SELECT"
     " capacity FROM way_shelter LIMIT 1))"},
    {"way_told_later_seen",
     "SELECT count(*) FROM way_search s JOIN way_book b USING (search, shelter) WHERE"
     " s.basis = 'phone' AND b.t > s.told"},
    {"way_street_closed_seen", "SELECT count(*) FROM way_street WHERE closed >= 0"},
    {"way_answer_lost_seen",
     "SELECT count(*) FROM (SELECT search FROM way_book GROUP BY search HAVING count(*) > 1)"},
}};

std::int64_t check_ways(const Database& database, Findings& findings)
{
    const OpenWays ways(database);
    std::int64_t checked = 0;
    Query searches = database.query(
        "SELECT search, basis, way, crossing, known, shelter, metres FROM way_search WHERE"
        " basis <> ''");
    while (searches.step()) {
        const ToldWay told{searches.text(0),    searches.text(1),    searches.text(2),
                           searches.integer(3), searches.integer(4), searches.integer(5),
                           searches.integer(6)};
        ++checked;
        if (const std::string wrong = ways.wrong(told); !wrong.empty())
            findings.add({"ways_shortest", {}, "", 0, told.search + " " + wrong});
    }
    return checked;
}

}  // namespace

void judge_shelter_ways(Database& database, Findings& findings, ServiceFacts& facts)
{
    database.exec("CREATE INDEX way_map_of ON way_map (phone, t)");
    for (const SqlCheck& check : way_checks) find_violations(database, check, findings);
    const std::int64_t answered = check_ways(database, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t searches = count("SELECT count(*) FROM way_search");
    facts.counts["ways_told"] = {count("SELECT count(*) FROM way_search WHERE outcome = 'told'"),
                                 searches};
    facts.counts["ways_from_map"] = {count("SELECT count(*) FROM way_search WHERE basis = 'phone'"),
                                     searches};
    facts.properties.push_back(always("ways_shortest", answered, findings));
    facts.properties.push_back(always("ways_known", searches, findings));
    facts.properties.push_back(
        always("places_once", count("SELECT count(*) FROM way_book"), findings));
    for (const SqlSituation& one : way_situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    facts.lengths["way_time"] =
        lengths_of(database, "SELECT told - asked FROM way_search WHERE told >= 0");
    facts.lengths["way_map_age"] =
        lengths_of(database, "SELECT asked - known FROM way_search WHERE basis = 'phone'");
}

}  // namespace sim
