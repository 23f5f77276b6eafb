// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/fare_oracle.h"

#include <utility>
#include <vector>

#include "sim/verify/reduction_sql.h"
#include "sim/verify/sale_sql.h"

namespace sim
{

namespace
{

// A stop is known to fare rules by its id, its zone, its parent station, and by the empty field
// that means any stop; the more exact name has the higher level. Only names some rule uses are
// kept, so most rides need one look-up.
constexpr char names_sql[] = R"(
DELETE FROM fare_od;
DELETE FROM fare_reduction;
DELETE FROM fare_holder;
DELETE FROM fare_pass;
CREATE TEMP TABLE now (edition INTEGER, day INTEGER);
CREATE TEMP TABLE driven AS SELECT DISTINCT t.pattern, p.route
    FROM trip t CROSS JOIN pattern p ON p.pattern = t.pattern;
CREATE TEMP TABLE known (name TEXT, stop INTEGER, feed INTEGER, level INTEGER,
    PRIMARY KEY (name, stop)) WITHOUT ROWID;
INSERT OR IGNORE INTO known SELECT id, stop, feed, 3 FROM stop;
INSERT OR IGNORE INTO known SELECT zone, stop, feed, 2 FROM stop WHERE zone <> '';
INSERT OR IGNORE INTO known SELECT parent, stop, feed, 1 FROM stop WHERE parent <> '';
INSERT OR IGNORE INTO known SELECT '', stop, feed, 0 FROM stop;
CREATE TEMP TABLE origin_name (stop INTEGER, name TEXT, level INTEGER, PRIMARY KEY (stop, name))
    WITHOUT ROWID;
INSERT INTO origin_name SELECT DISTINCT k.stop, k.name, k.level
    FROM (SELECT DISTINCT feed, origin FROM fare_row) f
    CROSS JOIN known k ON k.name = f.origin AND k.feed = f.feed;
CREATE TEMP TABLE destination_name (stop INTEGER, name TEXT, level INTEGER,
    PRIMARY KEY (stop, name)) WITHOUT ROWID;
INSERT INTO destination_name SELECT DISTINCT k.stop, k.name, k.level
    FROM (SELECT DISTINCT feed, destination FROM fare_row) f
    CROSS JOIN known k ON k.name = f.destination AND k.feed = f.feed;
CREATE TEMP TABLE route_name (route INTEGER, feed INTEGER, name TEXT,
    PRIMARY KEY (route, name)) WITHOUT ROWID;
INSERT INTO route_name SELECT r.route, r.feed, f.route
    FROM (SELECT DISTINCT feed, route FROM fare_row) f
    JOIN route r ON r.feed = f.feed AND f.route IN (r.id, '');
)";

// Row semantics: all given fields of one row match. The row with more given fields wins, then the
// one that names the stops more exactly, then the lower price, then the first; all are packed into
// one number so that min() decides: fields 61, names 58, cash 40, IC 22, row 0.
constexpr char feed_price_sql[] = R"(
CREATE TEMP TABLE priced (feed INTEGER, route TEXT, origin TEXT, destination TEXT, rank INTEGER,
    row INTEGER, PRIMARY KEY (feed, route, origin, destination, row)) WITHOUT ROWID;
INSERT INTO priced SELECT feed, route, origin, destination,
    ((3 - (route <> '') - (origin <> '') - (destination <> '')) << 61) | (6 << 58)
        | (price << 40) | (coalesce(ic_price, price) << 22) | row, row FROM fare_row;
CREATE TEMP TABLE ride (route INTEGER, origin INTEGER, destination INTEGER,
    PRIMARY KEY (route, origin, destination)) WITHOUT ROWID;
INSERT OR IGNORE INTO ride SELECT d.route, a.stop, b.stop FROM driven d
    CROSS JOIN pattern_stop a ON a.pattern = d.pattern
    CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position > a.position;
CREATE TEMP TABLE ride_price (route INTEGER, origin INTEGER, destination INTEGER, rank INTEGER,
    PRIMARY KEY (route, origin, destination)) WITHOUT ROWID;
INSERT INTO ride_price SELECT r.route, r.origin, r.destination,
        min(f.rank - ((o.level + d.level) << 58)) FROM ride r
    CROSS JOIN route_name q ON q.route = r.route
    CROSS JOIN origin_name o ON o.stop = r.origin
    CROSS JOIN destination_name d ON d.stop = r.destination
    CROSS JOIN priced f ON f.feed = q.feed AND f.route = q.name AND f.origin = o.name
        AND f.destination = d.name
    GROUP BY r.route, r.origin, r.destination;
INSERT OR IGNORE INTO known SELECT z.id, k.stop, k.feed, 0 FROM tariff_zone z
    JOIN tariff_zone_stop s ON s.zone = z.zone JOIN known k ON k.name = s.stop_id;
)";

// Precedence: a price between two places, a flat price of the route, the feed. A flat fare taken on
// boarding knows no alighting, so it also prices the pair (stop, same stop).
constexpr char fares_sql[] = R"(
INSERT OR IGNORE INTO fare_od
SELECT (n.edition << 56) | (d.pattern << 20) | (a.position << 10) | b.position, t.fare,
    coalesce(t.cash_fare, t.fare), NULL, r.route, 1, t.rule
FROM now n CROSS JOIN tariff_od t ON t.valid_from_day <= n.day
    AND coalesce(t.valid_until_day, n.day) >= n.day
CROSS JOIN route r ON r.operator = t.operator AND t.route IN (r.id, '')
CROSS JOIN driven d ON d.route = r.route
CROSS JOIN pattern_stop a ON a.pattern = d.pattern
CROSS JOIN known o ON o.name = t.origin AND o.stop = a.stop
CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position > a.position
CROSS JOIN known e ON e.name = t.destination AND e.stop = b.stop
ORDER BY t.route = '', t.rule;
INSERT OR IGNORE INTO fare_od
SELECT (n.edition << 56) | (d.pattern << 20) | (a.position << 10) | b.position, t.fare,
    coalesce(t.cash_fare, t.fare), t.child_fare, r.route, 2, t.rule
FROM now n CROSS JOIN tariff_flat t ON t.valid_from_day <= n.day
    AND coalesce(t.valid_until_day, n.day) >= n.day
CROSS JOIN route r ON r.operator = t.operator
    AND (r.id IN (SELECT x.route_id FROM tariff_flat_route x WHERE x.rule = t.rule)
         OR NOT EXISTS (SELECT 1 FROM tariff_flat_route x WHERE x.rule = t.rule))
CROSS JOIN driven d ON d.route = r.route
CROSS JOIN pattern_stop a ON a.pattern = d.pattern
CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position >= a.position
ORDER BY t.rule;
INSERT OR IGNORE INTO fare_od
SELECT (n.edition << 56) | (d.pattern << 20) | (a.position << 10) | b.position,
    (p.rank >> 22) & 262143, (p.rank >> 40) & 262143, NULL, d.route, 3, p.rank & 4194303
FROM now n CROSS JOIN driven d
CROSS JOIN pattern_stop a ON a.pattern = d.pattern
CROSS JOIN pattern_stop b ON b.pattern = d.pattern AND b.position > a.position
CROSS JOIN ride_price p ON p.route = d.route AND p.origin = a.stop AND p.destination = b.stop;
)";

// Where each pass that some card holds counts: the stops of its area on the routes it is good for.
constexpr char passes_sql[] = R"(
INSERT INTO fare_holder
SELECT c.card, -9223372036854775808, c.pass, coalesce(c.pass_until, 9223372036854775807),
    CASE p.kind WHEN 'amount' THEN c.pass_amount END
FROM card c JOIN tariff_pass p ON p.pass = c.pass WHERE c.pass <> 0;
INSERT INTO fare_pass
SELECT (p.pass << 40) | (a.pattern << 10) | a.position
FROM tariff_pass p CROSS JOIN driven d CROSS JOIN route r ON r.route = d.route
CROSS JOIN operator o ON o.operator = r.operator
CROSS JOIN pattern_stop a ON a.pattern = d.pattern
WHERE p.pass IN (SELECT pass FROM fare_holder UNION SELECT pass FROM pass_bound)
  AND (NOT EXISTS (SELECT 1 FROM tariff_pass_operator x WHERE x.pass = p.pass)
       OR o.id IN (SELECT x.operator_id FROM tariff_pass_operator x WHERE x.pass = p.pass))
  AND r.id NOT IN (SELECT x.route_id FROM tariff_pass_excluded x WHERE x.pass = p.pass)
  AND (p.area = '' OR a.stop IN (SELECT k.stop FROM known k WHERE k.name = p.area));
)";

// A pass from the portal holds from when it was bound, for its length from the minute of the first
// ride it covers by the stops, and where the rule says so no longer than its card's link.
constexpr char portal_passes_sql[] = R"(
INSERT OR IGNORE INTO fare_holder
SELECT b.card, b.t, b.pass, CASE (SELECT value FROM pass_rule WHERE name = 'after_unlink')
        WHEN 'pass_ends' THEN coalesce((SELECT min(l.t) FROM link l WHERE l.card = b.card
            AND l.change = 'unlinked' AND l.t >= b.t), 9223372036854775807)
        ELSE 9223372036854775807 END, NULL
FROM pass_bound b;
CREATE TEMP TABLE held_ride AS SELECT card, t0, kind, pattern, true_board, true_alight FROM tap
    WHERE kind IN (1, 2) AND verdict IN (0, 1) AND t0 NOT NULL
      AND card IN (SELECT card FROM fare_holder WHERE from_ns > -9223372036854775808);
CREATE INDEX held_ride_of ON held_ride (card);
UPDATE fare_holder AS h SET until_ns = min(h.until_ns, coalesce((
    SELECT min(t.t0) / 60000000000 * 60000000000
        + (p.lasts_ns + 59999999999) / 60000000000 * 60000000000
    FROM held_ride t JOIN tariff_pass p ON p.pass = h.pass
    WHERE t.card = h.card AND t.t0 >= h.from_ns AND t.t0 < h.until_ns
      AND EXISTS (SELECT 1 FROM fare_pass f
        WHERE f.pass_key = (h.pass << 40) | (t.pattern << 10) | t.true_board)
      AND EXISTS (SELECT 1 FROM fare_pass f WHERE f.pass_key = (h.pass << 40) | (t.pattern << 10)
        | CASE t.kind WHEN 2 THEN t.true_board ELSE t.true_alight END)), 9223372036854775807))
WHERE h.from_ns > -9223372036854775808;
DROP TABLE held_ride;
)";

constexpr char drop_sql[] =
    "DROP TABLE now; DROP TABLE driven; DROP TABLE known; DROP TABLE origin_name;"
    "DROP TABLE destination_name; DROP TABLE route_name; DROP TABLE priced; DROP TABLE ride;"
    "DROP TABLE ride_price;";

struct Edition {
    std::int64_t number = 0;
    std::int64_t day = 0;
};

std::vector<Edition> editions_of(const Database& database)
{
    std::vector<Edition> editions;
    Query query = database.query("SELECT edition, day FROM tariff_edition ORDER BY edition");
    while (query.step()) editions.push_back({query.integer(0), query.integer(1)});
    return editions;
}

}  // namespace

void build_fares(Database& database)
{
    for (const char* const sql : {names_sql, feed_price_sql}) database.exec(sql);
    for (const Edition& edition : editions_of(database)) {
        database.exec("DELETE FROM now");
        database.query("INSERT INTO now VALUES (?, ?)").insert(edition.number, edition.day);
        database.exec(fares_sql);
        database.exec(reduction_sql);
        database.exec(sale_sql());
    }
    if (database.integer("SELECT count(*) FROM tariff_pass") > 0) database.exec(passes_sql);
    if (database.integer("SELECT count(*) FROM pass_bound") > 0) database.exec(portal_passes_sql);
    database.exec(drop_sql);
}

}  // namespace sim
