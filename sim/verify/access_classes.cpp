// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/access_classes.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

// Of taps: kind 3 a top-up, 4 cash, 5 a cancel, 6 a sale; verdict 0 accepted, 1 recovered.
constexpr std::array<const char*, 9> access_tables{{
    "CREATE TEMP TABLE class_person AS SELECT r.resident, coalesce(a.class, 'others') AS class,"
    " coalesce(a.phone, 1) AS phone, coalesce(a.network, 1) AS network, coalesce(a.patience, 0) AS"
    " patience FROM resident r LEFT JOIN access a USING (resident)",
    "CREATE UNIQUE INDEX temp.class_person_of ON class_person (resident)",
    // The holders of cards are the first residents, in the order of their cards.
    "CREATE TEMP TABLE class_ride AS SELECT p.class, t.* FROM tap t JOIN class_person p ON"
    " p.resident = t.card WHERE t.kind NOT IN (3, 4, 5, 6) AND t.trip < 2147483648",
    "CREATE INDEX temp.class_ride_of ON class_ride (card)",
    "CREATE TEMP TABLE link_try AS SELECT p.*, f.flow, f.service, f.outcome, f.reason, f.u0, f.u3,"
    " f.place, f.place LIKE 'counter-%' AS at_counter FROM flow f JOIN class_person p"
    " USING (resident) WHERE f.service IN ('S01', 'S02', 'S03')",
    "CREATE INDEX temp.link_try_of ON link_try (resident)",
    // To link is one errand, whichever way leads there in the end: its time is that of all tries.
    "CREATE TEMP TABLE errand AS SELECT class, 'ride' AS errand, max(verdict IN (0, 1)) AS done,"
    " NULL AS took FROM class_ride GROUP BY rider, kind UNION ALL SELECT class, 'link',"
    " max(outcome = 'done'), max(CASE outcome WHEN 'done' THEN u3 END) - min(u0) FROM link_try "
    "GROUP BY resident"
    " UNION ALL SELECT p.class, f.service, f.outcome = 'done', f.u3 - f.u0 FROM flow f JOIN"
    " class_person p USING (resident) WHERE f.service NOT IN ('S01', 'S02', 'S03')",
    // What the same thing cost: a card's first fare, and a sale. Fares are paid by kinds 1 and 2.
    "CREATE TEMP TABLE class_paid AS SELECT class, 'ride ' || pattern || ' from ' || true_board ||"
    " ' to ' || true_alight || ' class ' || true_class || ' half ' || true_half || ' of ' ||"
    " true_riders || ' kind ' || kind AS what, cloud_due AS yen FROM class_ride t WHERE"
    " card NOT IN (SELECT card FROM fare_holder) AND t0 = (SELECT min(t0) FROM class_ride o WHERE"
    " o.card = t.card AND o.kind IN (1, 2) AND o.cloud_due NOT NULL AND o.verdict IN (0, 1))"
    " UNION ALL SELECT p.class, 'sale of ' || s.amount || ' class ' || s.discount_class, s.price"
    " FROM card_sale s JOIN class_person p USING (resident) WHERE s.outcome = 'paid'",
    "CREATE INDEX temp.class_paid_for ON class_paid (what)",
}};

constexpr std::array<SqlCheck, 6> access_checks{{
    {"access_pays_same",
     "SELECT max(yen) - min(yen), what || ' cost from ' || min(yen) || ' to ' || max(yen) || ' yen"
     " for ' || group_concat(DISTINCT class) FROM class_paid GROUP BY what HAVING min(yen) <> "
     "max(yen)"},
    {"access_ways_open",
     "SELECT 0, 'resident ' || resident || ' of class ' || class || ' had no network at ' || place"
     " FROM link_try WHERE reason = 'no_network' AND (network OR at_counter)"},
    {"access_ways_open",
     "SELECT 0, 'resident ' || resident || ' of class ' || class || ' had no network at ' || place"
     " || ' and no turn at a counter' FROM link_try f WHERE reason = 'no_network' AND NOT EXISTS"
     " (SELECT 1 FROM link_try c WHERE c.resident = f.resident AND c.at_counter AND c.u0 > f.u0)"},
    {"access_ways_open",
     "SELECT 0, 'resident ' || resident || ' of class ' || class || ' has no phone and used ' ||"
     " place FROM link_try WHERE NOT phone AND NOT at_counter"},
    {"access_ways_open",
     "SELECT 0, 'resident ' || resident || ' of class ' || class || ' was served on ' || place ||"
     " ' without a network' FROM link_try WHERE NOT network AND NOT at_counter AND outcome ="
     " 'done'"},
    {"access_ways_open",
     "SELECT 0, 'resident ' || resident || ' of class ' || class || ' had no time at ' || place ||"
     " ', and could wait' FROM link_try WHERE reason = 'no_time' AND (patience = 0 OR NOT"
     " at_counter)"},
}};

constexpr std::array<SqlSituation, 5> access_situations{{
    {"access_counter_instead_seen",
     "SELECT count(DISTINCT f.resident) FROM link_try f JOIN link_try c USING (resident) WHERE"
     " f.reason = 'no_network' AND c.at_counter AND c.outcome = 'done'"},
    {"access_no_phone_seen", "SELECT count(*) FROM link_try WHERE NOT phone AND outcome = 'done'"},
    {"access_gave_up_seen", "SELECT count(*) FROM link_try WHERE reason = 'no_time'"},
    {"access_slow_seen",
     "SELECT count(*) FROM flow JOIN access USING (resident) WHERE hands > 100 AND outcome ="
     " 'done'"},
    // Somebody of a class and somebody of another paid for the same thing.
    {"access_same_seen",
     "SELECT count(*) FROM (SELECT what FROM class_paid GROUP BY what HAVING count(DISTINCT class) "
     "> 1)"},
}};

// Percent of the errands of each class that came through, and how long they took.
void measure(const Database& database, const std::string& access_class, ServiceFacts& facts)
{
    const std::string where = " WHERE class = '" + access_class + "'";
    const auto number = [&](const std::string& sql) { return database.integer(sql.c_str()); };
    const std::int64_t all = number("SELECT count(*) FROM errand" + where);
    const std::int64_t done = number("SELECT coalesce(sum(done), 0) FROM errand" + where);
    facts.counts["access_success." + access_class] = {all > 0 ? done * 100 / all : 0, all};
    facts.counts["access_dead_ends." + access_class] = {all - done, all};
    facts.lengths["access_time." + access_class] = lengths_of(
        database, ("SELECT took FROM errand" + where + " AND done AND took NOT NULL").c_str());
    facts.lengths["access_tap_time." + access_class] =
        lengths_of(database, ("SELECT d6 FROM class_ride" + where + " AND d6 NOT NULL").c_str());
    facts.lengths["access_card_time." + access_class] =
        lengths_of(database, ("SELECT t4 - t0 FROM card_sale JOIN class_person USING (resident)" +
                              where + " AND t0 >= 0 AND t4 >= 0")
                                 .c_str());
}

}  // namespace

void judge_access_classes(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : access_tables) database.exec(sql);
    for (const SqlCheck& check : access_checks) find_violations(database, check, findings);
    Query classes = database.query("SELECT DISTINCT class FROM class_person ORDER BY class");
    while (classes.step()) measure(database, classes.text(0), facts);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    facts.properties.push_back(
        always("access_pays_same", count("SELECT count(*) FROM class_paid"), findings));
    facts.properties.push_back(
        always("access_ways_open", count("SELECT count(*) FROM link_try"), findings));
    for (const SqlSituation& one : access_situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
}

}  // namespace sim
