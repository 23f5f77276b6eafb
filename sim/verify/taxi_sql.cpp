// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/taxi_sql.h"

namespace sim::taxi_sql
{

namespace
{

// The rules in one row.
constexpr char law[] = R"(
    CREATE TEMP TABLE taxi_law AS SELECT
        max(CASE name WHEN 'share' THEN CAST(value AS INTEGER) END) AS share_ppm,
        max(CASE name WHEN 'cap' THEN CAST(value AS INTEGER) END) AS cap,
        max(CASE name WHEN 'group' THEN CAST(value AS INTEGER) END) AS each,
        max(CASE name WHEN 'per_day' THEN CAST(value AS INTEGER) END) AS per_day,
        max(CASE name WHEN 'per_year' THEN CAST(value AS INTEGER) END) AS per_year,
        max(CASE name WHEN 'year' THEN value END) AS year,
        max(CASE name WHEN 'rounding' THEN value END) AS rounding,
        max(CASE name WHEN 'with_others' THEN value END) AS with_others,
        max(CASE name WHEN 'group_clamp' THEN value END) AS group_clamp,
        max(CASE name WHEN 'ride_day' THEN value END) AS ride_day,
        max(CASE name WHEN 'out_of_quota' THEN value END) AS out_of_quota,
        max(CASE name WHEN 'age_reached' THEN value END) AS age_reached,
        (SELECT CAST(julianday(tariff_date) - 2440587.5 AS INTEGER) FROM run) AS today
    FROM taxi_rule)";

// Yen for each number of registrants in each taxi, 0 to 8.
constexpr char table_of_dues[] = R"(
    CREATE TEMP TABLE taxi_table AS
    WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 8)
    SELECT ride, n, CASE
        WHEN n = 0 OR meter <= 0 THEN 0
        WHEN n = 1 AND NOT (others > 0 AND with_others = 'group') THEN min(cap, meter,
            CASE rounding WHEN 'exact' THEN meter * share_ppm / 1000000
                WHEN 'floor10' THEN meter * share_ppm / 10000000 * 10
                ELSE (meter * share_ppm + 9999999) / 10000000 * 10 END)
        WHEN group_clamp = 'fare' THEN min(each * n, meter)
        ELSE each * n END AS yen,
        today + CASE ride_day WHEN 'boarding' THEN boarded ELSE alighted END
            / 86400000000000 AS day,
        today + boarded / 86400000000000 AS boarding_day
    FROM taxi_ride, taxi_law, n)";

// What each tablet (or voucher) had to grant.
constexpr char due[] = R"(
    CREATE TEMP TABLE taxi_due AS
    SELECT r.*, t.n AS counted, t.yen AS granted, t.day, t.boarding_day,
        CAST(strftime('%Y', t.day * 86400, 'unixepoch') AS INTEGER) - (l.year = 'fiscal_year'
            AND strftime('%m', t.day * 86400, 'unixepoch') < '04') AS in_year
    FROM taxi_ride r JOIN taxi_law l JOIN taxi_table t ON t.ride = r.ride AND t.n = CASE r.form
        WHEN 'paper' THEN 1 ELSE (SELECT count(*) FROM taxi_rider p WHERE p.ride = r.ride
            AND p.outcome = 'counted') END)";

// What the office had to pay, for the riders it counted as paid.
constexpr char booked[] = R"(
    CREATE TEMP TABLE taxi_booked AS
    SELECT b.*, CASE WHEN l.out_of_quota = 'refuses_group' AND paid < all_riders THEN 0
        ELSE (SELECT yen FROM taxi_table t WHERE t.ride = b.ride AND t.n = paid) END AS due
    FROM taxi_law l JOIN (SELECT b.*,
        (SELECT count(*) FROM taxi_count c WHERE c.ride = b.ride AND c.paid = 1) AS paid,
        (SELECT count(*) FROM taxi_count c WHERE c.ride = b.ride) AS all_riders
        FROM taxi_booking b) b)";

// Years lived on `day`; by the Japanese age-count law the next day counts already.
constexpr char wrong_class[] = R"(
    WITH aged AS (SELECT a.*, r.licence, r.condition, r.birth,
        date((a.day + (age_reached = 'eve')) * 86400, 'unixepoch') AS on_day
        FROM taxi_applicant a JOIN (SELECT DISTINCT * FROM resident) r USING (resident), taxi_law),
    years AS (SELECT *, strftime('%Y', on_day) - strftime('%Y', birth)
        - (strftime('%m-%d', on_day) < strftime('%m-%d', birth)) AS age FROM aged),
    told AS (SELECT y.*, coalesce((SELECT c.name FROM taxi_class c WHERE y.age >= c.from_age
        AND c.licence IN ('', y.licence) AND c.condition IN ('', y.condition)
        ORDER BY c.position LIMIT 1), '') AS right_class FROM years y)
    SELECT 0, 'resident ' || resident || ', ' || age || ' years, licence ' || licence
        || ', condition "' || condition || '": class "' || name || '" and ' || outcome
        || ', should be "' || right_class || '"'
    FROM told WHERE outcome <> 'failed' AND (name <> right_class
        OR (outcome = 'registered') <> (right_class <> '')))";

}  // namespace

const std::array<const char*, 4> preparations{law, table_of_dues, due, booked};

const std::array<SqlCheck, 19> checks{{
    {"subsidy_right",
     "SELECT subsidy - granted, 'ride ' || ride || ' over ' || meter || ' yen with ' || counted"
     " || ' registrants was granted ' || subsidy || ' yen, should be ' || granted"
     " FROM taxi_due WHERE subsidy <> granted"},
    {"subsidy_right",
     "SELECT cash, 'ride ' || ride || ': riders paid ' || cash || ' yen of ' || meter"
     " FROM taxi_ride WHERE cash <> meter - subsidy"},
    {"subsidy_right",
     "SELECT subsidy - due, 'the office paid ' || subsidy || ' yen for ride ' || ride"
     " || ', should be ' || due FROM taxi_booked WHERE subsidy <> due"},
    {"subsidy_right",
     "SELECT granted, 'ride ' || ride || ' was never booked' FROM taxi_due"
     " WHERE counted > 0 AND ride NOT IN (SELECT ride FROM taxi_booking)"},
    {"subsidy_right",
     "SELECT sum(subsidy), 'ride ' || ride || ' was booked ' || count(*) || ' times'"
     " FROM taxi_booking GROUP BY ride HAVING count(*) > 1"},
    {"subsidy_right",
     "SELECT b.subsidy, 'the office holds another ride ' || b.ride || ' than the taxi drove'"
     " FROM taxi_booking b LEFT JOIN taxi_ride r USING (ride) WHERE r.ride IS NULL"
     " OR r.meter <> b.meter OR r.company <> b.company OR b.reason IN"
     " ('wrong_subsidy', 'wrong_meter', 'twice_in_group', 'unregistered')"},
    {"subsidy_right",
     "SELECT s.subsidy, 'company ' || s.company || ' is paid ' || s.subsidy || ' yen for '"
     " || s.rides || ' rides' FROM taxi_statement s WHERE (s.rides, s.subsidy) <> (SELECT"
     " count(*), coalesce(sum(subsidy), 0) FROM taxi_booking b WHERE b.company = s.company"
     " AND b.subsidy > 0)"},
    {"subsidy_right",
     "SELECT b.subsidy, 'company ' || b.company || ' has no statement' FROM taxi_booking b"
     " WHERE b.subsidy > 0 AND b.company NOT IN (SELECT company FROM taxi_statement)"},
    {"quota_kept",
     "SELECT 0, 'registration ' || registration || ' was paid ' || count(*) || ' rides on one day'"
     " FROM taxi_count, taxi_law WHERE paid = 1 GROUP BY registration, day"
     " HAVING count(*) > per_day"},
    {"quota_kept",
     "SELECT 0, 'registration ' || c.registration || ' was paid ' || count(*) || ' rides of year '"
     " || c.year || ' after ' || a.used_before FROM taxi_count c JOIN taxi_applicant a"
     " USING (registration), taxi_law l WHERE paid = 1 GROUP BY c.registration, c.year HAVING"
     " count(*) + a.used_before * (c.year = CAST(strftime('%Y', today * 86400, 'unixepoch')"
     " AS INTEGER) - (l.year = 'fiscal_year' AND strftime('%m', today * 86400, 'unixepoch')"
     " < '04')) > per_year"},
    {"quota_kept",
     "SELECT 0, 'ride ' || ride || ' counts ' || count(*) || ' times for registration '"
     " || registration FROM taxi_count GROUP BY ride, registration HAVING count(*) > 1"},
    {"quota_kept",
     "SELECT 0, 'ride ' || c.ride || ' counts for another day or year than that of the ride'"
     " FROM taxi_count c JOIN taxi_due d USING (ride) WHERE c.day <> d.day OR c.year <> d.in_year"},
    {"quota_kept",
     "SELECT 0, 'ride ' || p.ride || ' is not counted for registration ' || p.registration"
     " FROM taxi_rider p WHERE p.outcome = 'counted' AND p.ride IN (SELECT ride FROM taxi_booking)"
     " AND NOT EXISTS (SELECT 1 FROM taxi_count c WHERE c.ride = p.ride"
     " AND c.registration = p.registration)"},
    {"quota_kept",  // a refusal needs a cause: rides of the day, begun before, that fill it
     "SELECT 0, 'ride ' || p.ride || ': registration ' || p.registration || ' was refused ('"
     " || p.reason || ') with rides left' FROM taxi_rider p JOIN taxi_due d USING (ride), taxi_law"
     " WHERE p.reason = 'day_full' AND per_day > (SELECT count(*) FROM taxi_rider q"
     " JOIN taxi_due e USING (ride) WHERE q.registration = p.registration AND q.ride <> p.ride"
     " AND (e.day = d.day OR e.boarding_day = d.boarding_day) AND (q.outcome = 'counted' OR"
     " q.reason = 'no_card') AND q.touched < p.told)"},
    {"counters_agree",
     "SELECT 0, 'the card of registration ' || k.registration || ' says ' || k.used"
     " || ' rides of year ' || k.year || ', the office ' || (office - on_the_way) FROM"
     " (SELECT c.registration, c.used, c.year, (SELECT count(*) FROM taxi_count n"
     " JOIN taxi_ride r USING (ride) WHERE r.form = 'card' AND n.registration = c.registration"
     " AND n.year = c.year) + a.used_before * (c.year = CAST(strftime('%Y', today * 86400,"
     " 'unixepoch') AS INTEGER) - (l.year = 'fiscal_year' AND strftime('%m', today * 86400,"
     " 'unixepoch') < '04')) + w.n AS office, w.n AS on_the_way FROM taxi_card c"
     " JOIN taxi_applicant a USING (registration) JOIN taxi_law l JOIN (SELECT registration,"
     " (SELECT count(*) FROM taxi_rider p WHERE p.outcome = 'counted' AND p.registration ="
     " o.registration AND p.ride NOT IN (SELECT ride FROM taxi_booking)) AS n FROM taxi_card o) w"
     " USING (registration)) k WHERE k.used <> k.office"},
    {"eligibility_right", wrong_class},
    {"eligibility_right",
     "SELECT 0, 'ride ' || p.ride || ' counts for registration ' || p.registration || ', which '"
     " || CASE WHEN a.resident IS NULL THEN 'does not exist' WHEN a.resident <> p.resident"
     " THEN 'is another''s' ELSE 'has ended' END FROM taxi_rider p JOIN taxi_due d USING (ride)"
     " LEFT JOIN taxi_applicant a USING (registration) WHERE p.outcome = 'counted'"
     " AND (a.resident IS NULL OR a.resident <> p.resident OR (a.until >= 0"
     " AND a.until < d.boarding_day))"},
    {"eligibility_right",
     "SELECT 0, 'ride ' || p.ride || ': resident ' || p.resident || ' was refused (' || p.reason"
     " || ') without cause' FROM taxi_rider p JOIN taxi_due d USING (ride) LEFT JOIN"
     " taxi_applicant a ON a.resident = p.resident AND a.registration > 0 AND a.t < d.boarded"
     " WHERE (p.reason = 'unregistered' AND a.resident NOT NULL) OR (p.reason = 'expired'"
     " AND NOT (a.until >= 0 AND a.until < d.day))"},
    {"policy_right",
     "WITH spent AS (SELECT district, boarded / 3600000000000 AS hour, count(*) AS rides,"
     " sum(b.subsidy) AS subsidy FROM taxi_booking b JOIN taxi_ride r USING (ride)"
     " WHERE b.subsidy > 0 GROUP BY 1, 2) SELECT p.subsidy, 'the planner is shown ' || p.subsidy"
     " || ' yen for ' || p.district || ' at ' || p.hour || ' h' FROM (SELECT * FROM taxi_policy"
     " EXCEPT SELECT * FROM spent UNION ALL SELECT * FROM (SELECT * FROM spent EXCEPT"
     " SELECT * FROM taxi_policy)) p"},
}};

const std::array<SqlSituation, 5> occasions{{
    {"subsidy_right", "SELECT count(*) FROM taxi_ride"},
    {"quota_kept", "SELECT count(*) FROM taxi_count"},
    {"counters_agree", "SELECT count(*) FROM taxi_card"},
    {"eligibility_right", "SELECT count(*) FROM taxi_applicant"},
    {"policy_right", "SELECT count(*) FROM taxi_policy"},
}};

const std::array<SqlSituation, 8> situations{{
    {"group_ride_seen", "SELECT count(*) FROM taxi_due WHERE counted > 1"},
    {"quota_refused_seen", "SELECT count(*) FROM taxi_rider WHERE reason GLOB '*_full'"},
    {"torn_counter_seen", "SELECT coalesce(sum(torn), 0) FROM taxi_rider"},
    {"offline_ride_seen", "SELECT count(*) FROM taxi_due WHERE offline = 1 AND counted > 0"},
    {"paper_seen", "SELECT count(*) FROM taxi_ride WHERE form = 'paper'"},
    {"midnight_ride_seen",
     "SELECT count(*) FROM taxi_due WHERE boarded / 86400000000000 < alighted / 86400000000000"},
    {"over_quota_seen", "SELECT count(*) FROM taxi_booking WHERE outcome = 'over_quota'"},
    {"two_taxis_seen", "SELECT count(*) FROM taxi_rider WHERE reason = 'no_card'"},
}};

}  // namespace sim::taxi_sql
