// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/health_sql.h"

#include <array>

namespace sim
{

namespace
{

// Day of the run of a moment, which may lie before it.
#define DAY_OF(moment) "((" moment " + 172800000000000000) / 86400000000000 - 2000)"
#define SETTING(name) "(SELECT value FROM health_setting WHERE name = '" name "')"
// When something told to the portal at a moment shows.
#define SHOWS(moment)                                                                             \
    "((" moment " / " SETTING("portal_period") " + 1) * " SETTING("portal_period") " + " SETTING( \
        "portal_delay") ")"
// Both were known at the same look: after `k` and before its next version.
#define KNOWN_AT(k, look) k ".seq < " look ".seq AND " look ".seq < " k ".until"
// By a name that is no old account, before a look: then the server knows home and age.
#define IS_MEMBER(look, who)                                                                      \
    "EXISTS (SELECT 1 FROM health_entry e WHERE e.server = " look ".server AND e.resident = " who \
    " AND e.seq < " look ".seq)"

constexpr std::array<const char*, 12> preparations{{
    "CREATE INDEX IF NOT EXISTS by_kept ON health_kept (reading, version)",
    "CREATE INDEX IF NOT EXISTS by_reading ON health_reading (reading, version)",
    "CREATE INDEX IF NOT EXISTS by_held ON health_held (reading)",
    "CREATE INDEX IF NOT EXISTS by_health_name ON health_name (server, name)",
    R"(CREATE TEMP TABLE health_sent AS
    SELECT m.sent, m.receiver AS server, json_extract(m.form, '$.subject') AS subject,
        json_extract(m.form, '$.device') AS device, CAST(v.value AS INTEGER) AS version,
        CAST(substr(i.value, 2, instr(i.value, '-') - 2) AS INTEGER) * 100000
            + CAST(substr(i.value, instr(i.value, '-') + 1) AS INTEGER) AS reading
    FROM (SELECT sent, receiver, CAST(bytes AS TEXT) AS form FROM message WHERE answers = 0 AND
            received >= 0 AND receiver LIKE 'mileage-%' AND sender NOT LIKE 'collector-%') m,
        json_each(m.form, '$.identifier') i
    JOIN json_each(m.form, '$.versionId') v ON v.key = i.key
    WHERE json_extract(m.form, '$.kind') = 'reading.upload')",
    R"(CREATE TEMP TABLE health_known AS
    SELECT k.server, k.seq, p.resident, r.reading, r.version, r.item, r.value, r.measured,
        )" DAY_OF("r.measured") R"( AS day, coalesce(lead(k.seq) OVER (PARTITION BY k.server,
            p.resident, k.reading ORDER BY k.version, k.seq), 9000000000000000000) AS until
    FROM health_kept k JOIN health_name p ON p.server = k.server AND p.name = k.subject
    JOIN health_reading r ON r.reading = k.reading AND r.version = k.version)",
    "CREATE INDEX temp.known_of ON health_known (server, resident, item)",
    "CREATE INDEX temp.known_on ON health_known (server, item, day)",
    R"(CREATE TEMP TABLE health_entry AS
    SELECT e.server, e.seq, e.t, e.event, p.resident, e.account FROM health_member e
    JOIN health_name p ON p.server = e.server AND p.name = e.subject WHERE p.account = 0)",
    // The newest value of each item that a day or the whole knew, at each look.
    R"(CREATE TEMP TABLE health_due_view AS
    WITH seen AS (SELECT v.rowid AS look, k.* FROM health_view v JOIN health_name p
            ON p.server = v.server AND p.name = v.subject JOIN health_known k
            ON k.server = v.server AND k.resident = p.resident AND )" KNOWN_AT("k", "v") R"(),
        made AS (SELECT look, day, item, sum(value) AS total, count(*) AS n FROM seen
            GROUP BY look, day, item),
        last AS (SELECT look, day, item, value, row_number() OVER (PARTITION BY look, day, item
            ORDER BY measured DESC, reading DESC) AS place FROM seen),
        earned AS (SELECT m.look, m.day, sum(u.points) AS points FROM made m JOIN last l
            ON l.look = m.look AND l.day = m.day AND l.item = m.item AND l.place = 1
            JOIN health_rule u ON u.kind = 'mileage' AND u.item = m.item AND u.at_least <=
            CASE u.of WHEN 'sum' THEN m.total WHEN 'count' THEN m.n ELSE l.value END
            GROUP BY m.look, m.day)
    SELECT v.rowid AS look, v.subject, v.points, coalesce((SELECT sum(min(e.points,
        )" SETTING("daily_cap") R"()) FROM earned e WHERE e.look = v.rowid), 0) AS due
    FROM health_view v)",
    // What each screen had to show, the small cells with it.
    R"(CREATE TEMP TABLE health_due_cell AS
    WITH person AS (SELECT h.resident, h.district, CAST(strftime('%Y', d.next, 'unixepoch') AS INTEGER)
                - CAST(strftime('%Y', h.birth) AS INTEGER)
                - (strftime('%m-%d', d.next, 'unixepoch') < strftime('%m-%d', h.birth)) AS age
            FROM resident h, (SELECT (day + 1) * 86400 AS next FROM tariff_edition ORDER BY edition LIMIT 1) d),
        each AS (SELECT s.look, s.server, s.role, s.item, k.resident, sum(k.value) AS total,
                )" IS_MEMBER("s", "k.resident") R"( AS member
            FROM health_screen s JOIN health_known k ON k.server = s.server AND k.item = s.item
                AND k.day = s.day AND )" KNOWN_AT("k", "s") R"(
            WHERE s.outcome = 'shown' GROUP BY s.look, s.server, k.resident),
        placed AS (SELECT e.*, CASE e.member WHEN 1 THEN p.district ELSE '' END AS district,
                CASE WHEN e.member = 0 THEN '' WHEN p.age < 40 THEN 'under_40'
                WHEN p.age < 65 THEN 'from_40' WHEN p.age < 75 THEN 'from_65' ELSE 'from_75' END
                AS band FROM each e JOIN person p ON p.resident = e.resident)
    SELECT look, server, district, band, count(*) AS people, sum(total) AS sum FROM placed c
    WHERE EXISTS (SELECT 1 FROM health_role r WHERE r.role = c.role AND r.server = c.server
        AND r.item = c.item AND r.district IN ('', c.district))
    GROUP BY look, server, district, band)",
    R"(CREATE TEMP TABLE health_due_advice AS
    WITH seen AS (SELECT a.rowid AS look, k.item, k.value, row_number() OVER (PARTITION BY a.rowid,
                k.item ORDER BY k.measured DESC, k.reading DESC) AS place
            FROM health_advice a JOIN health_name p ON p.server = a.server AND p.name = a.subject
            JOIN health_known k ON k.server = a.server AND k.resident = p.resident AND
            )" KNOWN_AT("k", "a") R"( WHERE a.event = 'told' AND a.origin = 'rules')
    SELECT a.rowid AS look, a.subject, a.advice, coalesce((SELECT group_concat(advice, ' ') FROM
        (SELECT u.advice FROM health_rule u JOIN seen s ON s.item = u.item AND s.place = 1
         WHERE u.kind = 'advice' AND s.look = a.rowid AND s.value BETWEEN u.at_least AND u.at_most
         ORDER BY u.rowid)), '') AS due
    FROM health_advice a WHERE a.event = 'told' AND a.origin = 'rules')",
}};

constexpr std::array<SqlCheck, 22> checks{{
    {"readings_once",
     "SELECT 0, server || ' kept reading ' || reading || ' version ' || version || ' ' || count(*)"
     " || ' times' FROM health_kept GROUP BY server, reading, version HAVING count(*) > 1"},
    {"readings_once",
     "SELECT 0, k.server || ' kept reading ' || k.reading || ' version ' || k.version ||"
     " ' that was never made so' FROM health_kept k LEFT JOIN health_reading r ON r.reading ="
     " k.reading AND r.version = k.version AND r.item = k.item AND r.value = k.value"
     " AND r.measured = k.measured WHERE r.reading IS NULL"},
    {"readings_once",
     "SELECT 0, 'reading ' || k.reading || ' of resident ' || r.resident || ' is kept for ' ||"
     " coalesce(p.resident, 'nobody') FROM health_kept k JOIN health_reading r ON r.reading ="
     " k.reading AND r.version = k.version LEFT JOIN health_name p ON p.server = k.server AND"
     " p.name = k.subject WHERE p.resident IS NULL OR p.resident <> r.resident"},
    {"readings_once",
     "SELECT 0, 'reading ' || reading || ' is held ' || count(*) || ' times' FROM health_held"
     " GROUP BY server, reading HAVING count(*) > 1"},
    {"readings_once",
     "SELECT 0, 'reading ' || r.reading || ' version ' || max(r.version) || ' was acknowledged,"
     " held is ' || coalesce((SELECT max(h.version) FROM health_held h WHERE h.reading ="
     " r.reading), 'none') FROM health_reading r WHERE r.device > 0 AND r.fate IN ('kept',"
     " 'history') GROUP BY r.reading HAVING max(r.version) > coalesce((SELECT max(h.version) FROM"
     " health_held h WHERE h.reading = r.reading), 0)"},
    {"readings_once",
     "SELECT 0, 'reading ' || r.reading || ' version ' || r.version || ' showed in the portal and"
     " was collected, it is not held' FROM health_reading r WHERE r.device = 0 AND r.acked <> -1"
     " AND EXISTS (SELECT 1 FROM health_act a WHERE a.act = 'collect' AND a.outcome = 'done' AND"
     " a.resident = r.resident AND a.t >= CASE r.fate WHEN 'history' THEN 0 ELSE " SHOWS(
         "r.acked") " END) AND NOT EXISTS (SELECT 1 FROM health_held h WHERE h.reading = r.reading"
                    " AND h.version >= r.version)"},
    {"readings_once",
     "SELECT 0, 'reading ' || k.reading || ' came from the portal before it could show' FROM"
     " health_kept k JOIN health_reading r ON r.reading = k.reading AND r.version = k.version"
     " WHERE r.device = 0 AND r.fate = 'kept' AND k.t < " SHOWS("r.measured")},
    {"readings_once",
     "SELECT 0, 'readings are held for account ' || h.subject || ', which has moved' FROM"
     " health_held h WHERE h.subject IN (SELECT account FROM health_member WHERE event = 'moved')"
     " GROUP BY h.subject"},
    {"mileage_right",
     "SELECT 0, subject || ' saw ' || points || ' points, due were ' || due FROM health_due_view"
     " WHERE points <> due"},
    {"mileage_right",
     "SELECT 0, 'an account of resident ' || a.resident || ' went to resident ' || e.resident"
     " FROM health_entry e JOIN health_name a ON a.server = e.server AND a.name = e.account"
     " WHERE e.event = 'moved' AND a.resident <> e.resident"},
    {"mileage_right",
     "SELECT 0, 'resident ' || e.resident || ' of ' || h.municipality || ' is a member in ' ||"
     " s.municipality FROM health_entry e JOIN resident h ON h.resident = e.resident JOIN"
     " health_server s ON s.server = e.server WHERE h.municipality <> s.municipality"},
    {"dashboard_right",
     "SELECT 0, 'look ' || c.look || ' at ' || c.server || ' shows ' || c.people || ' people, sum '"
     " || c.sum || ' for ' || c.district || ' ' || c.band || ', due were ' ||"
     " coalesce(d.people, 0) || ' and ' || coalesce(d.sum, 0) FROM health_cell c LEFT JOIN"
     " health_due_cell d ON d.look = c.look AND d.server = c.server AND d.district = c.district"
     " AND d.band = c.band WHERE d.look IS NULL OR d.people <> c.people OR d.sum <> c.sum"},
    {"dashboard_right",
     "SELECT 0, 'look ' || d.look || ' at ' || d.server || ' misses ' || d.people || ' people of '"
     " || d.district || ' ' || d.band FROM health_due_cell d WHERE d.people >= " SETTING(
         "k") " AND NOT EXISTS (SELECT 1 FROM health_cell c WHERE c.look = d.look AND c.server ="
              " d.server AND c.district = d.district AND c.band = d.band)"},
    {"dashboard_right",
     "SELECT 0, 'P6: look ' || look || ' at ' || server || ' shows a cell of ' || people ||"
     " ' people' FROM health_cell WHERE people < " SETTING("k")},
    {"dashboard_right",
     "SELECT 0, s.screen || ' was ' || s.outcome || ' rows of ' || s.role FROM health_screen s"
     " WHERE (s.outcome = 'shown') <> EXISTS (SELECT 1 FROM health_role r WHERE r.role = s.role"
     " AND r.screen = s.screen AND r.server = s.server AND r.item = s.item)"},
    {"device_clean",
     "SELECT 0, 'wearable ' || device || ' was ' || event || ' with ' || held || ' readings, ' ||"
     " strange || ' of others' FROM health_loan WHERE event IN ('lent', 'returned') AND held > 0"},
    {"device_clean",
     "SELECT 0, 'wearable ' || device || ' was lent to two people at once' FROM (SELECT device,"
     " event, lag(event) OVER (PARTITION BY device ORDER BY t) AS before FROM health_loan) WHERE"
     " event = 'lent' AND before = 'lent'"},
    {"device_clean",
     "SELECT 0, 'wearable ' || r.device || ' measured resident ' || r.resident || ' for resident '"
     " || p.resident FROM health_kept k JOIN health_reading r ON r.reading = k.reading AND"
     " r.version = k.version JOIN health_name p ON p.server = k.server AND p.name = k.subject WHERE"
     " r.device IN (SELECT device FROM health_loan) AND p.resident IS NOT (SELECT l.resident FROM"
     " health_loan l WHERE l.device = r.device AND l.event = 'lent' AND l.t <= r.measured +"
     " 1000000000 ORDER BY l.t DESC LIMIT 1)"},
    {"device_clean",
     "SELECT 0, 'wearable ' || s.device || ' spoke for ' || s.subject || ', who does not have it'"
     " FROM health_sent s JOIN health_name p ON p.server = s.server AND p.name = s.subject WHERE"
     " s.device IN (SELECT device FROM health_loan) AND p.resident IS NOT (SELECT l.resident FROM"
     " health_loan l WHERE l.device = s.device AND l.event = 'lent' AND l.t <= s.sent"
     " ORDER BY l.t DESC LIMIT 1)"},
    {"advice_right",
     "SELECT 0, subject || ' was told \"' || advice || '\", the rules say \"' || due || '\"'"
     " FROM health_due_advice WHERE advice <> due"},
    {"advice_right",
     "SELECT 0, a.subject || ' was told \"' || a.advice || '\" by ' || a.origin || ', a nurse said"
     " \"' || coalesce(o.advice, '') || '\"' FROM health_advice a LEFT JOIN health_advice o ON"
     " o.rowid = (SELECT x.rowid FROM health_advice x WHERE x.server = a.server AND x.subject ="
     " a.subject AND x.event = 'overridden' AND x.seq < a.seq ORDER BY x.seq DESC LIMIT 1)"
     " WHERE a.event = 'told' AND ((a.origin = 'nurse') <> (o.rowid IS NOT NULL) OR"
     " a.origin = 'nurse' AND a.advice <> o.advice)"},
    {"device_clean",
     "SELECT 0, 'wearable ' || l.device || ' is lost, and a reading of it is kept' FROM health_loan"
     " l JOIN health_reading r ON r.device = l.device JOIN health_kept k ON k.reading = r.reading"
     " AND k.version = r.version WHERE l.event = 'lost' AND k.t > l.t"},
}};

}  // namespace

std::span<const char* const> health_preparations()
{
    return preparations;
}

std::span<const SqlCheck> health_checks()
{
    return checks;
}

}  // namespace sim
