// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "sim/verify/health_sql.h"

namespace sim
{

namespace
{

#define SETTING(name) "(SELECT value FROM health_setting WHERE name = '" name "')"
// When something told to the portal at a moment shows.
#define SHOWS(moment)                                                                             \
    "((" moment " / " SETTING("portal_period") " + 1) * " SETTING("portal_period") " + " SETTING( \
        "portal_delay") ")"
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
     " was collected, it is not held' FROM health_round a JOIN health_reading r ON r.resident ="
     " a.resident LEFT JOIN health_held h ON h.reading = r.reading AND h.version >= r.version"
     " WHERE r.device = 0 AND r.acked <> -1 AND h.reading IS NULL AND a.last >= CASE r.fate"
     " WHEN 'history' THEN 0 ELSE " SHOWS("r.acked") " END"},
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

std::span<const SqlCheck> health_checks()
{
    return checks;
}

}  // namespace sim
