// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/fare_oracle.h"

namespace sim
{

namespace
{

// A stop is known to fare rules by its id, its zone, its parent station, and by the empty field
// that means any stop. Only names some rule uses are kept, so most rides need one look-up.
constexpr char names_sql[] = R"(
DELETE FROM fare_od;
DELETE FROM fare_reduction;
CREATE TEMP TABLE driven AS SELECT DISTINCT t.pattern, p.route
    FROM trip t CROSS JOIN pattern p ON p.pattern = t.pattern;
CREATE TEMP TABLE known (name TEXT, stop INTEGER, feed INTEGER,
    PRIMARY KEY (name, stop)) WITHOUT ROWID;
INSERT OR IGNORE INTO known SELECT id, stop, feed FROM stop
    UNION SELECT zone, stop, feed FROM stop UNION SELECT parent, stop, feed FROM stop
    UNION SELECT '', stop, feed FROM stop;
CREATE TEMP TABLE origin_name (stop INTEGER, name TEXT, PRIMARY KEY (stop, name)) WITHOUT ROWID;
INSERT INTO origin_name SELECT DISTINCT k.stop, k.name
    FROM (SELECT DISTINCT feed, origin FROM fare_row) f
    CROSS JOIN known k ON k.name = f.origin AND k.feed = f.feed;
CREATE TEMP TABLE destination_name (stop INTEGER, name TEXT, PRIMARY KEY (stop, name))
    WITHOUT ROWID;
INSERT INTO destination_name SELECT DISTINCT k.stop, k.name
    FROM (SELECT DISTINCT feed, destination FROM fare_row) f
    CROSS JOIN known k ON k.name = f.destination AND k.feed = f.feed;
CREATE TEMP TABLE route_name (route INTEGER, feed INTEGER, name TEXT,
    PRIMARY KEY (route, name)) WITHOUT ROWID;
INSERT INTO route_name SELECT r.route, r.feed, f.route
    FROM (SELECT DISTINCT feed, route FROM fare_row) f
    JOIN route r ON r.feed = f.feed AND f.route IN (r.id, '');
)";

// Row semantics: all given fields of one row match. The most specific row wins, then the lowest
// IC price, then the first row; the three are packed into one number so that min() decides.
constexpr char feed_price_sql[] = R"(
CREATE TEMP TABLE priced (feed INTEGER, route TEXT, origin TEXT, destination TEXT, rank INTEGER,
    row INTEGER, PRIMARY KEY (feed, route, origin, destination, row)) WITHOUT ROWID;
INSERT INTO priced SELECT feed, route, origin, destination,
    ((3 - (route <> '') - (origin <> '') - (destination <> '')) << 60)
        | (coalesce(ic_price, price) << 32) | row, row FROM fare_row;
CREATE TEMP TABLE ride (route INTEGER, origin INTEGER, destination INTEGER,
    PRIMARY KEY (route, origin, destination)) WITHOUT ROWID;
INSERT OR IGNORE INTO ride SELECT d.route, a.stop, b.stop FROM driven d
    CROSS JOIN pattern_stop a ON a.pattern = d.pattern
    CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position > a.position;
CREATE TEMP TABLE ride_price (route INTEGER, origin INTEGER, destination INTEGER, rank INTEGER,
    PRIMARY KEY (route, origin, destination)) WITHOUT ROWID;
INSERT INTO ride_price SELECT r.route, r.origin, r.destination, min(f.rank) FROM ride r
    CROSS JOIN route_name q ON q.route = r.route
    CROSS JOIN origin_name o ON o.stop = r.origin
    CROSS JOIN destination_name d ON d.stop = r.destination
    CROSS JOIN priced f ON f.feed = q.feed AND f.route = q.name AND f.origin = o.name
        AND f.destination = d.name
    GROUP BY r.route, r.origin, r.destination;
)";

// Precedence: a price between two stops, a flat price of the route, the feed. A flat fare taken on
// boarding knows no alighting, so it also prices the pair (stop, same stop).
constexpr char fares_sql[] = R"(
INSERT OR IGNORE INTO fare_od
SELECT (d.pattern << 20) | (a.position << 10) | b.position, t.fare, NULL, r.route, 1, t.rule
FROM tariff_od t
CROSS JOIN route r ON r.operator = t.operator AND t.route IN (r.id, '')
CROSS JOIN driven d ON d.route = r.route
CROSS JOIN pattern_stop a ON a.pattern = d.pattern
CROSS JOIN known o ON o.name = t.origin AND o.stop = a.stop
CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position > a.position
CROSS JOIN known e ON e.name = t.destination AND e.stop = b.stop
ORDER BY t.route = '', t.rule;
INSERT OR IGNORE INTO fare_od
SELECT (d.pattern << 20) | (a.position << 10) | b.position, t.fare, t.child_fare, r.route, 2, t.rule
FROM tariff_flat t
CROSS JOIN route r ON r.operator = t.operator
    AND (r.id IN (SELECT x.route_id FROM tariff_flat_route x WHERE x.rule = t.rule)
         OR NOT EXISTS (SELECT 1 FROM tariff_flat_route x WHERE x.rule = t.rule))
CROSS JOIN driven d ON d.route = r.route
CROSS JOIN pattern_stop a ON a.pattern = d.pattern
CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position >= a.position
ORDER BY t.rule;
INSERT OR IGNORE INTO fare_od
SELECT (d.pattern << 20) | (a.position << 10) | b.position, (p.rank >> 32) & 268435455, NULL,
    d.route, 3, p.rank & 4294967295
FROM driven d
CROSS JOIN pattern_stop a ON a.pattern = d.pattern
CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position > a.position
CROSS JOIN ride_price p ON p.route = d.route AND p.origin = a.stop AND p.destination = b.stop;
)";

// Two steps, discount and half, in the operator's order, each rounded to the operator's unit:
// amount * mul / (den * unit), plus what makes whole-number division round as asked.
constexpr char reduction_sql[] = R"(
INSERT INTO fare_reduction
WITH today (day) AS (SELECT CAST(value AS INTEGER) FROM tariff_setting WHERE key = 'day'),
rules AS (
    SELECT o.operator, coalesce(t.half_first, 0) AS half_first, coalesce(n.unit, 1) AS unit,
        coalesce(n.mode, 'up') AS mode
    FROM operator o LEFT JOIN tariff_order t ON t.operator = o.operator
    LEFT JOIN tariff_rounding n ON n.rule = (
        SELECT x.rule FROM tariff_rounding x, today
        WHERE x.operator = o.operator AND x.medium = 'ic' AND x.from_day <= today.day
        ORDER BY x.from_day DESC, x.rule DESC LIMIT 1)),
classes (class) AS (SELECT 0 UNION SELECT class FROM tariff_discount),
halves (half) AS (VALUES (0), (1), (2)),
cases AS (
    SELECT r.route, c.class, h.half, u.half_first, u.unit, u.mode, d.id,
        coalesce(d.percent_ppm, 0) AS ppm
    FROM route r JOIN rules u ON u.operator = r.operator JOIN classes c JOIN halves h JOIN today
    JOIN operator o ON o.operator = r.operator
    LEFT JOIN tariff_discount d ON d.class = c.class AND d.from_day <= today.day
        AND coalesce(d.until_day, today.day) >= today.day
        AND (NOT EXISTS (SELECT 1 FROM tariff_discount_operator x WHERE x.class = d.class)
             OR o.id IN (SELECT x.operator_id FROM tariff_discount_operator x
                         WHERE x.class = d.class))
        AND r.id NOT IN (SELECT x.route_id FROM tariff_discount_excluded x
                         WHERE x.class = d.class)),
steps AS (
    SELECT *,
        CASE WHEN ppm > 0 THEN 1000000 - ppm ELSE 1 END AS dmul,
        CASE WHEN ppm > 0 THEN 1000000 * unit ELSE 1 END AS ddiv,
        CASE WHEN ppm > 0 THEN unit ELSE 1 END AS dunit,
        CASE WHEN half > 0 THEN 2 * unit ELSE 1 END AS hdiv,
        CASE WHEN half > 0 THEN unit ELSE 1 END AS hunit,
        CASE mode WHEN 'up' THEN 2 WHEN 'half_up' THEN 1 ELSE 0 END AS lift
    FROM cases),
lifted AS (
    SELECT *,
        CASE WHEN lift = 2 THEN ddiv - 1 WHEN lift = 1 THEN ddiv / 2 ELSE 0 END AS dadd,
        CASE WHEN lift = 2 THEN hdiv - 1 WHEN lift = 1 THEN hdiv / 2 ELSE 0 END AS hadd
    FROM steps)
SELECT (route << 12) | (class << 4) | half,
    CASE WHEN half_first THEN 1 ELSE dmul END, CASE WHEN half_first THEN hadd ELSE dadd END,
    CASE WHEN half_first THEN hdiv ELSE ddiv END, CASE WHEN half_first THEN hunit ELSE dunit END,
    CASE WHEN half_first THEN dmul ELSE 1 END, CASE WHEN half_first THEN dadd ELSE hadd END,
    CASE WHEN half_first THEN ddiv ELSE hdiv END, CASE WHEN half_first THEN dunit ELSE hunit END,
    CASE WHEN ppm = 0 AND half = 0 THEN 'adult fare'
         WHEN ppm = 0 THEN 'half'
         WHEN half = 0 THEN (ppm / 10000.0) || ' % off (' || id || ')'
         WHEN half_first THEN 'half, then ' || (ppm / 10000.0) || ' % off (' || id || ')'
         ELSE (ppm / 10000.0) || ' % off (' || id || '), then half' END
    || CASE WHEN ppm = 0 AND half = 0 THEN ''
            ELSE ', rounded ' || replace(mode, '_', ' ') || ' to ' || unit || ' yen' END
FROM lifted;
)";

constexpr char drop_sql[] =
    "DROP TABLE driven; DROP TABLE known; DROP TABLE origin_name; DROP TABLE destination_name;"
    "DROP TABLE route_name; DROP TABLE priced; DROP TABLE ride; DROP TABLE ride_price;";

}  // namespace

void build_fares(Database& database)
{
    for (const char* const sql : {names_sql, feed_price_sql, fares_sql, reduction_sql, drop_sql})
        database.exec(sql);
}

const char* const due_expression =
    "((((CASE WHEN t.true_half = 1 AND f.child_price NOT NULL THEN f.child_price ELSE f.price END"
    " * r.mul1 + r.add1) / r.div1 * r.unit1) * r.mul2 + r.add2) / r.div2 * r.unit2)"
    " * t.true_riders";

std::string due_joins(const std::string& board)
{
    return "FROM tap t LEFT JOIN fare_od f ON t.kind IN (1, 2)"
           " AND f.fare_key = ((t.pattern << 20) | (" +
           board +
           " << 10) | t.true_alight)"
           " LEFT JOIN fare_reduction r ON r.reduction_key = ((f.route << 12)"
           " | (t.true_class << 4) | CASE WHEN t.true_half = 1 AND f.child_price NOT NULL THEN 0"
           " ELSE t.true_half END)";
}

}  // namespace sim
