// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/shelter_lists.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 7> preparations{{
    // Each booking with the shelter it took the person from; "older" ones changed nothing.
    "CREATE TEMP TABLE counted AS SELECT t, rowid AS n, person, shelter, at, coalesce(lag(shelter)"
    " OVER (PARTITION BY person ORDER BY rowid), 0) AS left FROM shelter_book"
    " WHERE effect <> 'older'",
    "CREATE TEMP TABLE change AS SELECT t, shelter, 1 AS people FROM counted UNION ALL SELECT t,"
    " left, -1 FROM counted WHERE left > 0",
    "CREATE INDEX temp.change_of ON change (shelter, t)",
    // Where everybody truly was received last.
    "CREATE TEMP TABLE truth AS SELECT resident, shelter, at FROM (SELECT resident, shelter, at,"
    " row_number() OVER (PARTITION BY resident ORDER BY at DESC, event DESC) AS place FROM"
    " shelter_event) WHERE place = 1",
    "CREATE TEMP TABLE listed AS SELECT e.resident, e.protection, b.person, b.shelter FROM (SELECT"
    " person, shelter, row_number() OVER (PARTITION BY person ORDER BY rowid DESC) AS place FROM"
    " shelter_book WHERE effect <> 'older') b LEFT JOIN evacuee e ON e.person = b.person"
    " WHERE b.place = 1",
    "CREATE INDEX temp.listed_of ON listed (resident)",
    "CREATE TEMP TABLE asked AS SELECT f.*, a.household = s.household AS family, s.protection,"
    " t.shelter AS truly FROM family_ask f JOIN evacuee a ON a.resident = f.asker JOIN evacuee s ON"
    " s.resident = f.sought LEFT JOIN truth t ON t.resident = f.sought",
}};

constexpr std::array<SqlCheck, 9> checks{{
    {"evacuee_once",
     "SELECT 0, 'resident ' || t.resident || ' was received last in shelter ' || t.shelter ||"
     " ' and stands on the list of ' || coalesce(l.shelter, 'none') FROM truth t LEFT JOIN listed l"
     " ON l.resident = t.resident WHERE l.shelter IS NOT t.shelter"},
    {"evacuee_once",
     "SELECT 0, 'somebody who never came stands on the list: ' || coalesce(l.resident, l.person)"
     " FROM listed l WHERE l.resident IS NULL OR l.resident NOT IN (SELECT resident FROM truth)"},
    {"evacuee_once",
     "SELECT 0, 'reception ' || event || ' is booked ' || count(*) || ' times' FROM shelter_book"
     " GROUP BY event HAVING count(*) > 1"},
    {"evacuee_once",
     "SELECT 0, 'reception ' || e.event || ' of resident ' || e.resident || ' is booked as ' ||"
     " coalesce(b.person || ' in ' || b.shelter, 'nothing') FROM shelter_event e LEFT JOIN"
     " shelter_book b ON b.event = e.event LEFT JOIN evacuee v ON v.person = b.person WHERE"
     " v.resident IS NOT e.resident OR b.shelter IS NOT e.shelter OR b.at IS NOT e.at"},
    {"evacuee_list_right",
     "SELECT 0, 'the list of shelter ' || l.shelter || ' had ' || l.people || ' people, booked "
     "were '"
     " || coalesce((SELECT sum(c.people) FROM change c WHERE c.shelter = l.shelter AND"
     " c.t < l.made), 0) FROM shelter_list l WHERE l.people NOT BETWEEN coalesce((SELECT"
     " sum(c.people) FROM change c WHERE c.shelter = l.shelter AND c.t < l.made), 0) - (SELECT"
     " count(*) FROM change c WHERE c.shelter = l.shelter AND c.t = l.made AND c.people < 0) AND"
     " coalesce((SELECT sum(c.people) FROM change c WHERE c.shelter = l.shelter AND c.t < l.made),"
     " 0) + (SELECT count(*) FROM change c WHERE c.shelter = l.shelter AND c.t = l.made AND"
     " c.people > 0)"},
    {"evacuee_list_right",
     "SELECT 0, 'at the end shelter ' || l.shelter || ' has ' || l.people || ' people, truly ' ||"
     " (SELECT count(*) FROM truth t WHERE t.shelter = l.shelter) FROM shelter_list l WHERE l.made "
     "="
     " (SELECT max(made) FROM shelter_list) AND l.people <> (SELECT count(*) FROM truth t WHERE"
     " t.shelter = l.shelter)"},
    {"protection_kept",
     "SELECT 0, 'resident ' || asker || ' was told where ' || sought || ' is, who is protected'"
     " FROM asked WHERE protection = 1 AND outcome = 'told'"},
    {"protection_kept",
     "SELECT 0, 'resident ' || asker || ' of another household was answered about ' || sought ||"
     " ' (' || outcome || ')' FROM asked WHERE family = 0 AND outcome IN ('told', 'unknown')"},
    {"protection_kept",
     "SELECT 0, 'a relative was told of shelter ' || shelter || ' for resident ' || sought ||"
     " ', who never was there' FROM asked WHERE outcome = 'told' AND NOT EXISTS (SELECT 1 FROM"
     " shelter_event e WHERE e.resident = sought AND e.shelter = asked.shelter)"},
}};

constexpr std::array<SqlSituation, 8> situations{{
    {"evacuee_moved_seen", "SELECT count(*) FROM shelter_book WHERE effect = 'moved'"},
    {"evacuee_again_seen", "SELECT count(*) FROM shelter_book WHERE effect = 'again'"},
    {"evacuee_late_news_seen", "SELECT count(*) FROM shelter_book WHERE effect = 'older'"},
    {"evacuee_on_paper_seen",
     "SELECT count(*) FROM shelter_event e JOIN shelter_cut c ON"
     " c.tablet = e.tablet AND e.at BETWEEN c.begins AND c.ends WHERE"
     " e.way = 'paper'"},
    {"evacuee_offline_seen",
     "SELECT count(*) FROM shelter_event WHERE acknowledged > at +"
     " 60000000000"},
    {"family_told_seen", "SELECT count(*) FROM asked WHERE outcome = 'told'"},
    {"family_protected_seen",
     "SELECT count(*) FROM asked WHERE protection = 1 AND"
     " truly IS NOT NULL AND outcome = 'unknown' AND family = 1"},
    {"family_stranger_refused_seen",
     "SELECT count(*) FROM asked WHERE family = 0 AND"
     " outcome = 'refused'"},
}};

// At each reading of the list: received by then, and on it.
constexpr const char* missing =
    "WITH reading AS (SELECT made, sum(people) AS people FROM shelter_list GROUP BY made), first AS"
    " (SELECT resident, min(at) AS at FROM shelter_event GROUP BY resident)"
    " SELECT coalesce(max((SELECT count(*) FROM first f WHERE f.at <= r.made) - r.people), 0)"
    " FROM reading r";

}  // namespace

void judge_shelter_lists(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : preparations) database.exec(sql);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t received = count("SELECT count(*) FROM shelter_event");
    const std::int64_t lists = count("SELECT count(*) FROM shelter_list");
    const std::int64_t asks = count("SELECT count(*) FROM asked");
    facts.counts["evacuees_listed"] = {count("SELECT count(*) FROM listed"), received};
    facts.counts["evacuees_missing"] = {count(missing), lists};
    facts.counts["family_told"] = {count("SELECT count(*) FROM asked WHERE outcome = 'told'"),
                                   asks};
    facts.properties.push_back(always("evacuee_once", received, findings));
    facts.properties.push_back(always("evacuee_list_right", lists, findings));
    facts.properties.push_back(always("protection_kept", asks, findings));
    for (const SqlSituation& one : situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    facts.lengths["evacuee_delay"] =
        lengths_of(database,
                   "SELECT b.t - e.at FROM shelter_book b JOIN shelter_event e ON"
                   " e.event = b.event");
}

}  // namespace sim
