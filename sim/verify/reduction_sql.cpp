// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/reduction_sql.h"

namespace sim
{

// Two steps, discount and half, in the operator's order, each rounded to the operator's unit:
// (amount * mul - off) / (den * unit), plus what makes whole-number division round as asked. Cash
// has roundings of its own and no discount classes; its halves are numbered from 8.
const char* const reduction_sql = R"(
INSERT INTO fare_reduction
WITH media (medium, cash) AS (VALUES ('ic', 0), ('cash', 8)),
rules AS (
    SELECT o.operator, m.cash, coalesce(t.half_first, 0) AS half_first,
        coalesce(n.unit, 1) AS unit, coalesce(n.mode, 'up') AS mode, coalesce(n.id, '') AS rounding
    FROM operator o JOIN media m LEFT JOIN tariff_order t ON t.operator = o.operator
    LEFT JOIN tariff_rounding n ON n.rule = (
        SELECT x.rule FROM tariff_rounding x, now
        WHERE x.operator = o.operator AND x.medium = m.medium AND x.from_day <= now.day
        ORDER BY x.from_day DESC, x.rule DESC LIMIT 1)),
classes (class) AS (SELECT 0 UNION SELECT class FROM tariff_discount),
halves (half) AS (VALUES (0), (1), (2)),
cases AS (
    SELECT now.edition, r.route, c.class, h.half, u.cash, u.half_first, u.unit, u.mode, u.rounding,
        d.id, coalesce(d.percent_ppm, 0) AS ppm, coalesce(d.amount, 0) AS amount
    FROM now JOIN route r JOIN rules u ON u.operator = r.operator
    JOIN classes c ON u.cash = 0 OR c.class = 0 JOIN halves h
    JOIN operator o ON o.operator = r.operator
    LEFT JOIN tariff_discount d ON d.class = c.class AND d.from_day <= now.day
        AND coalesce(d.until_day, now.day) >= now.day
        AND (NOT EXISTS (SELECT 1 FROM tariff_discount_operator x WHERE x.class = d.class)
             OR o.id IN (SELECT x.operator_id FROM tariff_discount_operator x
                         WHERE x.class = d.class))
        AND (NOT EXISTS (SELECT 1 FROM tariff_discount_route x WHERE x.class = d.class)
             OR r.id IN (SELECT x.route_id FROM tariff_discount_route x
                         WHERE x.class = d.class))
        AND r.id NOT IN (SELECT x.route_id FROM tariff_discount_excluded x
                         WHERE x.class = d.class)),
steps AS (
    SELECT *, ppm > 0 OR amount > 0 AS less,
        CASE WHEN ppm > 0 THEN 1000000 - ppm ELSE 1 END AS dmul,
        CASE WHEN ppm > 0 THEN 1000000 * unit WHEN amount > 0 THEN unit ELSE 1 END AS ddiv,
        CASE WHEN ppm > 0 OR amount > 0 THEN unit ELSE 1 END AS dunit,
        CASE WHEN half > 0 THEN 2 * unit ELSE 1 END AS hdiv,
        CASE WHEN half > 0 THEN unit ELSE 1 END AS hunit,
        CASE mode WHEN 'up' THEN 2 WHEN 'half_up' THEN 1 ELSE 0 END AS lift
    FROM cases),
lifted AS (
    SELECT *,
        CASE WHEN lift = 2 THEN ddiv - 1 WHEN lift = 1 THEN ddiv / 2 ELSE 0 END - amount AS dadd,
        CASE WHEN lift = 2 THEN hdiv - 1 WHEN lift = 1 THEN hdiv / 2 ELSE 0 END AS hadd,
        CASE WHEN ppm > 0 THEN (ppm / 10000) ||
                 CASE WHEN ppm % 10000 > 0 THEN rtrim(printf('.%04d', ppm % 10000), '0') ELSE '' END
                 || ' %'
             ELSE amount || ' yen' END AS off
    FROM steps)
SELECT (edition << 56) | (route << 12) | (class << 4) | half | cash,
    CASE WHEN half_first THEN 1 ELSE dmul END, CASE WHEN half_first THEN hadd ELSE dadd END,
    CASE WHEN half_first THEN hdiv ELSE ddiv END, CASE WHEN half_first THEN hunit ELSE dunit END,
    CASE WHEN half_first THEN dmul ELSE 1 END, CASE WHEN half_first THEN dadd ELSE hadd END,
    CASE WHEN half_first THEN ddiv ELSE hdiv END, CASE WHEN half_first THEN dunit ELSE hunit END,
    CASE WHEN NOT less AND half = 0 THEN 'adult fare'
         WHEN NOT less THEN 'half'
         WHEN half = 0 THEN off || ' off (' || id || ')'
         WHEN half_first THEN 'half, then ' || off || ' off (' || id || ')'
         ELSE off || ' off (' || id || '), then half' END
    || CASE WHEN NOT less AND half = 0 THEN ''
            ELSE ', rounded ' || replace(mode, '_', ' ') || ' to ' || unit || ' yen' END,
    CASE WHEN NOT less AND half = 0 THEN ''
         WHEN NOT less THEN ' + half'
         WHEN half = 0 THEN ' + ' || id || ' ' || off
         WHEN half_first THEN ' + half + ' || id || ' ' || off
         ELSE ' + ' || id || ' ' || off || ' + half' END
    || CASE WHEN NOT less AND half = 0 THEN '' ELSE ' + ' || rounding END
FROM lifted;
)";

}  // namespace sim
