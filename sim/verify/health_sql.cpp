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
// Both were known at the same look: after `k` and before its next version.
#define KNOWN_AT(k, look) k ".seq < " look ".seq AND " look ".seq < " k ".until"
// By a name that is no old account, before a look: then the server knows home and age.
#define IS_MEMBER(look, who)                                                                      \
    "EXISTS (SELECT 1 FROM health_entry e WHERE e.server = " look ".server AND e.resident = " who \
    " AND e.seq < " look ".seq)"

constexpr std::array<const char*, 16> preparations{{
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
    "CREATE INDEX temp.entry_of ON health_entry (server, resident, seq)",
    // When each person's records were last asked for and got.
    R"(CREATE TEMP TABLE health_round AS SELECT resident, max(t) AS last FROM health_act
    WHERE act = 'collect' AND outcome = 'done' GROUP BY resident)",
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
    // What the newest readings were at each look.
    R"(CREATE TEMP TABLE health_seen AS SELECT look, item, value FROM (
        SELECT a.rowid AS look, k.item, k.value, row_number() OVER (PARTITION BY a.rowid,
                k.item ORDER BY k.measured DESC, k.reading DESC) AS place
            FROM health_advice a JOIN health_name p ON p.server = a.server AND p.name = a.subject
            JOIN health_known k ON k.server = a.server AND k.resident = p.resident AND
            )" KNOWN_AT("k", "a") R"( WHERE a.event = 'told' AND a.origin = 'rules')
        WHERE place = 1)",
    "CREATE INDEX temp.health_seen_at ON health_seen (look)",
    R"(CREATE TEMP TABLE health_due_advice AS
    SELECT a.rowid AS look, a.subject, a.advice, coalesce((SELECT group_concat(advice, ' ') FROM
        (SELECT u.advice FROM health_rule u JOIN health_seen s ON s.item = u.item
         WHERE u.kind = 'advice' AND s.look = a.rowid AND s.value BETWEEN u.at_least AND u.at_most
         ORDER BY u.rowid)), '') AS due
    FROM health_advice a WHERE a.event = 'told' AND a.origin = 'rules')",
}};

}  // namespace

std::span<const char* const> health_preparations()
{
    return preparations;
}

}  // namespace sim
