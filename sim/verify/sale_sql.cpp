// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/sale_sql.h"

namespace sim
{

namespace
{

// What each customer may claim; of two claims the lesser one is dropped where only the best counts.
constexpr char claims_sql[] = R"(
INSERT INTO fare_reduction
WITH asked AS (
    SELECT now.edition, c.class, p.pass, m.best_of, coalesce(n.unit, 1) AS unit,
        coalesce(n.mode, 'up') AS mode, coalesce(n.id, '') AS rounding,
        coalesce(d.percent_ppm, 0) AS class_ppm, d.id AS class_id,
        coalesce(q.percent_ppm, 0) AS pass_ppm, q.id AS pass_id
    FROM now JOIN tariff_merchants m
    JOIN (SELECT 0 AS class UNION SELECT class FROM tariff_discount) c
    JOIN (SELECT 0 AS pass UNION SELECT 1) p
    LEFT JOIN tariff_sale_discount d ON d.class = c.class AND c.class > 0
    LEFT JOIN tariff_sale_discount q ON q.class = 0 AND p.pass = 1
    LEFT JOIN tariff_rounding n ON n.rule = (
        SELECT x.rule FROM tariff_rounding x, now
        WHERE x.operator = m.operator AND x.medium = 'ic' AND x.from_day <= now.day
        ORDER BY x.from_day DESC, x.rule DESC LIMIT 1)),
granted AS (
    SELECT edition, class, pass, unit, mode, rounding, class_id, pass_id,
        CASE WHEN best_of AND pass_ppm > class_ppm THEN 0 ELSE class_ppm END AS one,
        CASE WHEN best_of AND pass_ppm <= class_ppm THEN 0 ELSE pass_ppm END AS two,
        CASE mode WHEN 'up' THEN 1000000 * unit - 1 WHEN 'half_up' THEN 500000 * unit ELSE 0 END
            AS lift
    FROM asked)
SELECT (edition << 56) | (1 << 48) | (class << 4) | pass, )";

// One step of the formula: what is left of the amount, in whole units.
std::string step(const std::string& ppm)
{
    const auto when_granted = [&](const std::string& value, const char* otherwise) {
        return "CASE WHEN " + ppm + " > 0 THEN " + value + " ELSE " + otherwise + " END, ";
    };
    return when_granted("1000000 - " + ppm, "1") + when_granted("lift", "0") +
           when_granted("1000000 * unit", "1") + when_granted("unit", "1");
}

std::string percent(const std::string& ppm)
{
    return "(" + ppm + " / 10000) || CASE WHEN " + ppm +
           " % 10000 > 0 THEN rtrim(printf('.%04d', " + ppm + " % 10000), '0') ELSE '' END || ' %'";
}

std::string named(const std::string& ppm, const std::string& before, const std::string& id,
                  const std::string& after)
{
    return "CASE WHEN " + ppm + " > 0 THEN " + before + id + after + " ELSE '' END || ";
}

}  // namespace

std::string sale_sql()
{
    const std::string text =
        named("one", percent("one") + " || ' off (' || ", "class_id", " || '), '") +
        named("two", percent("two") + " || ' off (' || ", "pass_id", " || '), '") +
        "CASE WHEN one + two > 0 THEN 'rounded ' || replace(mode, '_', ' ') || ' to ' || unit ||"
        " ' yen' ELSE 'full amount' END, ";
    const std::string rule = named("one", "' + ' || ", "class_id", " || ' ' || " + percent("one")) +
                             named("two", "' + ' || ", "pass_id", " || ' ' || " + percent("two")) +
                             "CASE WHEN one + two > 0 THEN ' + ' || rounding ELSE '' END";
    return claims_sql + step("one") + step("two") + text + rule + " FROM granted;";
}

}  // namespace sim
