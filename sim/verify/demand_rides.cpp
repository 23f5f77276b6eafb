// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/demand_rides.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

// The class the links give a ride's card at a moment.
#define CLASS_AT(moment)                                                                 \
    "coalesce((SELECT CASE l.change WHEN 'linked' THEN l.discount_class ELSE 0 END FROM" \
    " link l WHERE l.card = d.card AND l.t <= d." moment                                 \
    " ORDER BY l.t DESC, l.version DESC LIMIT 1), 0)"

constexpr std::array<const char*, 3> preparations{{
    R"(CREATE TEMP TABLE demand_law AS SELECT
        max(CASE name WHEN 'operator' THEN value END) AS operator_id,
        max(CASE name WHEN 'route' THEN value END) AS route,
        CAST(max(CASE name WHEN 'seats' THEN value END) AS INTEGER) AS seats,
        CAST(max(CASE name WHEN 'opens' THEN value END) AS INTEGER) AS opens,
        CAST(max(CASE name WHEN 'closes' THEN value END) AS INTEGER) AS closes,
        (SELECT day FROM tariff_edition ORDER BY edition LIMIT 1) AS day FROM demand_rule)",
    // What a class takes off on this route, and how the operator rounds.
    R"(CREATE TEMP TABLE demand_off AS
    SELECT t.class, t.percent_ppm AS ppm, t.amount, n.unit, CASE n.mode
        WHEN 'up' THEN 1000000 * n.unit - 1 WHEN 'half_up' THEN 500000 * n.unit ELSE 0 END AS lift
    FROM tariff_discount t JOIN demand_law l JOIN operator o ON o.id = l.operator_id
    JOIN tariff_rounding n ON n.rule = (SELECT x.rule FROM tariff_rounding x
        WHERE x.operator = o.operator AND x.medium = 'ic' AND x.from_day <= l.day
        ORDER BY x.from_day DESC, x.rule DESC LIMIT 1)
    WHERE t.from_day <= l.day AND coalesce(t.until_day, l.day) >= l.day
      AND (NOT EXISTS (SELECT 1 FROM tariff_discount_route x WHERE x.class = t.class)
        OR l.route IN (SELECT x.route_id FROM tariff_discount_route x WHERE x.class = t.class))
      AND l.route NOT IN (SELECT x.route_id FROM tariff_discount_excluded x
        WHERE x.class = t.class)
      AND (NOT EXISTS (SELECT 1 FROM tariff_discount_operator x WHERE x.class = t.class)
        OR l.operator_id IN (SELECT x.operator_id FROM tariff_discount_operator x
            WHERE x.class = t.class)))",
    R"(CREATE TEMP TABLE demand_due AS
    SELECT d.ride, d.paid, d.riders, a.fare * (d.riders - 1) + max(0, CASE
        WHEN coalesce(o.ppm, 0) > 0
        THEN (a.fare * (1000000 - o.ppm) + o.lift) / (1000000 * o.unit) * o.unit
        ELSE a.fare END - coalesce(o.amount, 0)) AS due
    FROM demand_ride d JOIN demand_area a ON a.district = d.from_district
    LEFT JOIN demand_off o ON o.class = d.discount_class WHERE d.boarded >= 0)",
}};

constexpr std::array<SqlCheck, 11> checks{{
    {"demand_fare_right",
     "SELECT abs(paid - due), 'ride ' || ride || ' of ' || riders || ' cost ' || paid ||"
     " ' yen, due were ' || due FROM demand_due WHERE paid <> due"},
    {"demand_fare_right",
     "SELECT d.paid, 'ride ' || d.ride || ' was charged as class ' || d.discount_class ||"
     " ', its card is of ' || " CLASS_AT(
         "touched") " FROM demand_ride d WHERE d.boarded >= 0"
                    " AND d.discount_class <> CASE d.offline WHEN 1 THEN 0 ELSE " CLASS_AT(
                        "touched") " END"
                                   " AND (d.offline = 1 OR d.discount_class <> " CLASS_AT(
                                       "told") ")"},
    {"demand_fare_right",
     "SELECT d.paid, 'ride ' || d.ride || ' leads from \"' || d.from_district || '\" to \"' ||"
     " d.to_district || '\" and was taken' FROM demand_ride d WHERE d.offered >= 0 AND NOT EXISTS"
     " (SELECT 1 FROM demand_area a JOIN demand_area b USING (area) WHERE a.district ="
     " d.from_district AND b.district = d.to_district)"},
    {"demand_fare_right",
     "SELECT 0, 'ride ' || d.ride || ' stays in one area and was refused as outside' FROM"
     " demand_ride d JOIN demand_area a ON a.district = d.from_district JOIN demand_area b"
     " ON b.district = d.to_district AND b.area = a.area WHERE d.reason = 'outside_area'"},
    {"demand_fare_right",
     "SELECT 0, 'ride ' || d.ride || CASE WHEN d.offered >= 0 THEN ' was taken outside the hours'"
     " ELSE ' was refused within the hours' END FROM demand_ride d, demand_law l WHERE"
     " (d.offered >= 0 OR d.reason = 'outside_hours') AND (d.offered >= 0) <>"
     " (d.wanted BETWEEN l.opens AND l.closes)"},
    {"demand_fare_right",
     "SELECT 0, d.van || ' carries ' || (SELECT sum(x.riders) FROM demand_ride x WHERE"
     " x.van = d.van AND x.boarded <= d.boarded AND x.alighted > d.boarded) || ' at ride '"
     " || d.ride FROM demand_ride d, demand_law l WHERE d.boarded >= 0 AND l.seats < (SELECT"
     " sum(x.riders) FROM demand_ride x WHERE x.van = d.van AND x.boarded <= d.boarded AND"
     " x.alighted > d.boarded)"},
    {"demand_once",
     "SELECT coalesce(b.yen, d.paid), 'ride ' || d.ride || ' (' || d.outcome || ') is booked '"
     " || coalesce(b.n, 0) || ' times with ' || coalesce(b.yen, 0) || ' yen, the vehicle took '"
     " || d.paid FROM demand_ride d LEFT JOIN (SELECT ride, count(*) AS n, sum(yen) AS yen FROM"
     " demand_booking GROUP BY ride) b USING (ride) WHERE coalesce(b.n, 0) <> (d.outcome = 'done')"
     " OR d.outcome = 'done' AND b.yen <> d.paid"},
    {"demand_once",
     "SELECT yen, 'ride ' || ride || ' is booked and nobody asked for it' FROM demand_booking"
     " WHERE ride NOT IN (SELECT ride FROM demand_ride)"},
    {"demand_once",
     "SELECT 0, 'ride ' || ride || ' was promised and never ended' FROM demand_ride"
     " WHERE outcome = '' AND asked >= 0"},
    {"demand_once",
     "SELECT 0, 'resident ' || d.resident || ' has ride ' || x.ride || ' taken while ' || d.ride ||"
     " ' is open' FROM demand_ride d JOIN demand_ride x ON x.resident = d.resident AND x.ride <>"
     " d.ride WHERE d.outcome = 'done' AND x.offered >= 0 AND x.asked > d.asked + 5000000000"
     " AND x.asked + 5000000000 < d.alighted"},
    {"demand_once",
     "SELECT 0, 'ride ' || d.ride || ' was refused as the second, no other is open' FROM"
     " demand_ride d WHERE d.reason = 'request_open' AND NOT EXISTS (SELECT 1 FROM demand_ride x"
     " WHERE x.resident = d.resident AND x.ride <> d.ride AND x.offered >= 0 AND x.asked <"
     " d.asked + 5000000000)"},
}};

#undef CLASS_AT

void find(Database& database, Findings& findings)
{
    for (const char* sql : preparations) database.exec(sql);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
}

void see(const Database& database, ServiceFacts& facts)
{
    const auto count = [&](const char* sql) { return database.integer(sql); };
    facts.properties.push_back(sometimes(
        "demand_discount_seen",
        count("SELECT count(*) FROM demand_ride WHERE boarded >= 0 AND discount_class > 0")));
    facts.properties.push_back(sometimes(
        "demand_shared_seen",
        count("SELECT count(*) FROM demand_ride d JOIN demand_ride x ON x.van = d.van AND x.ride <>"
              " d.ride AND x.boarded <= d.boarded AND x.alighted > d.boarded"
              " WHERE d.boarded >= 0")));
    facts.properties.push_back(sometimes(
        "demand_called_off_seen",
        count("SELECT count(*) FROM demand_ride WHERE outcome IN ('cancelled', 'no_show')")));
}

}  // namespace

void judge_demand_rides(Database& database, Findings& findings, ServiceFacts& facts)
{
    find(database, findings);
    see(database, facts);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t asked = count("SELECT count(*) FROM demand_ride WHERE asked >= 0");
    const std::int64_t done = count("SELECT count(*) FROM demand_ride WHERE outcome = 'done'");
    facts.counts["demand_rides"] = {done, asked};
    facts.counts["demand_refused"] = {
        count("SELECT count(*) FROM demand_ride WHERE outcome = 'refused'"), asked};
    facts.counts["demand_error"] = {
        count("SELECT coalesce(sum(abs(paid - due)), 0) FROM demand_due"), done};
    facts.properties.push_back(always("demand_fare_right", done, findings));
    facts.properties.push_back(always("demand_once", asked, findings));
    facts.lengths["demand_wait"] = lengths_of(
        database,
        "SELECT max(0, boarded - max(wanted, asked)) FROM demand_ride WHERE boarded >= 0");
    facts.lengths["demand_detour"] = lengths_of(
        database,
        "SELECT max(0, alighted - boarded - direct) FROM demand_ride WHERE alighted >= 0");
}

}  // namespace sim
