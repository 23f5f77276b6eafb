// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/data_use_sql.h"

#include <array>

namespace sim::data_use_sql
{

namespace
{

constexpr std::array<SqlCheck, 17> checking{{
    {"releases_right",
     "SELECT 0, 'message ' || r.message || ' released data of use ' || r.use || ' to ' ||"
     " coalesce(r.receiver, '?') || ' for ' || coalesce(r.purpose, '?') || ' without a live "
     "consent'"
     " FROM released r WHERE NOT EXISTS (SELECT 1 FROM consented c WHERE c.use = r.use AND"
     " c.receiver = r.receiver AND c.purpose = r.purpose AND c.t <= r.sent AND r.sent < c.until)"},
    {"releases_right",
     "SELECT 0, 'message ' || r.message || ' released data of use ' || r.use || ' ' ||"
     " (r.sent - b.t) / 1000000 || ' ms after its consent was revoked' FROM released r"
     " JOIN taken_back b ON b.use = r.use AND r.sent > b.t"},
    {"releases_right",
     "SELECT 0, 'use ' || u.use || ' of ' || u.item || ' was agreed to by resident ' ||"
     " coalesce(c.person, '?') || ' as another one' FROM consented c JOIN data_use u USING (use)"
     " WHERE c.person IS NOT u.resident OR c.receiver <> u.receiver OR c.holder <> u.holder"
     " OR c.item <> u.item OR c.purpose <> u.purpose"},
    {"releases_right",
     "SELECT 0, 'message ' || r.message || ' of use ' || r.use || ' went from ' || r.sender ||"
     " ' to ' || r.place || ', meant were ' || u.holder || ' and ' || u.receiver FROM released r"
     " LEFT JOIN data_use u USING (use) WHERE u.use IS NULL OR r.sender <> u.holder || '_store'"
     " OR r.place <> u.receiver || '_store' OR r.receiver <> u.receiver"},
    {"releases_right",
     "SELECT 0, 'message ' || r.message || ' brought data of health to ' || r.place"
     " FROM released r JOIN data_domain h ON r.sender = h.domain || '_store' AND h.path = 'health'"
     " JOIN data_domain d ON r.place = d.domain || '_store' AND d.path IN ('commerce', "
     "'mobility')"},
    {"releases_right",
     "SELECT 0, 'release ' || r.release || ' of use ' || r.use || ' is not in the log before it'"
     " FROM released r WHERE r.piece = 0 AND NOT EXISTS (SELECT 1 FROM noted n WHERE n.act ="
     " 'release' AND n.use = r.use AND n.t < r.sent)"},
    {"releases_right",
     "SELECT 0, 'use ' || c.use || ' was agreed to and is not in the log' FROM consented c WHERE"
     " NOT EXISTS (SELECT 1 FROM noted n WHERE n.act = 'consent' AND n.use = c.use AND n.t < c.t)"},
    {"releases_right",
     "SELECT 0, 'the phone was told \"' || u.phone || '\" of use ' || u.use || ' (' || u.hitch ||"
     " u.mandate || '), due was \"' || d.phone || '\"' FROM data_use u JOIN use_due d USING (use)"
     " WHERE u.asked >= 0 AND NOT d.forbidden AND u.phone <> d.phone AND u.phone NOT IN"
     " ('no_answer', 'log_away', 'nothing_asked') AND NOT (u.hitch = 'expired' AND u.phone ="
     " 'expired') AND u.mandate IN ('', 'live')"},
    {"releases_right",
     "SELECT 0, 'use ' || u.use || ' ended as ' || u.outcome || ' ' || u.reason || ' (' || u.hitch"
     " || u.mandate || ')' FROM data_use u JOIN use_due d USING (use) WHERE u.asked >= 0 AND NOT"
     " CASE WHEN d.forbidden THEN u.reason = 'forbidden_path'"
     " WHEN u.phone = 'granted' AND u.hitch = 'revoked' THEN u.outcome = CASE d.shown WHEN 1 THEN"
     "   'done' ELSE 'nothing' END OR u.reason = 'revoked'"
     " WHEN u.phone = 'granted' AND u.hitch = 'expired' THEN u.outcome = CASE d.shown WHEN 1 THEN"
     "   'done' ELSE 'nothing' END OR u.reason = 'expired'"
     " WHEN u.phone = 'granted' THEN u.outcome = CASE d.shown WHEN 1 THEN 'done' ELSE 'nothing' END"
     "   OR u.reason = 'no_answer' OR u.reason = 'no_consent' AND u.granted + 5000000000 >="
     "   (SELECT max(t.sent) FROM flow f JOIN talk t ON t.flow = f.flow WHERE f.u0 = u.asked"
     "   AND f.resident = u.resident)"
     " WHEN u.phone = 'declined' THEN u.reason = 'declined'"
     " ELSE u.outcome IN ('refused', 'failed') AND u.reason IN ('no_consent', 'expired',"
     "   'no_answer') END"},
    {"releases_right",
     "SELECT 0, 'use ' || u.use || ' was asked for again and ended as ' || u.again || ' (' ||"
     " u.hitch || ')' FROM data_use u JOIN use_due d USING (use) WHERE u.again NOT IN ('',"
     " 'no_answer') AND NOT CASE WHEN u.hitch IN ('expired', 'other_purpose') OR EXISTS (SELECT 1"
     " FROM taken_back b JOIN talk t ON t.use = b.use AND t.kind = 'use.fetch' AND"
     " json_extract(t.text, '$.release') = 2 AND t.sent > b.t WHERE b.use = u.use) THEN"
     " u.again = u.hitch WHEN u.again = 'revoked' THEN u.hitch = 'revoked' ELSE u.again = CASE "
     "d.shown WHEN 1 THEN 'done' ELSE 'nothing' END END"},
    {"releases_right",
     "SELECT 0, 'message ' || t.message || ' refused with no reason' FROM talk t WHERE t.kind ="
     " 'use.refused' AND coalesce(t.reason, '') = ''"},
    {"proxies_right",
     "SELECT 0, 'use ' || c.use || ' was agreed to by resident ' || coalesce(c.actor, '?') ||"
     " ' for ' || c.person || ' without a mandate' FROM consented c WHERE c.actor IS NOT c.person"
     " AND NOT EXISTS (SELECT 1 FROM mandated m WHERE m.kind = 'proxy.grant' AND m.person ="
     " c.person AND m.proxy = c.actor AND m.t <= c.t AND c.t < m.until AND EXISTS (SELECT 1 FROM"
     " json_each(m.purposes) WHERE value = c.purpose) AND NOT EXISTS (SELECT 1 FROM mandated e"
     " WHERE e.kind = 'proxy.revoke' AND e.person = m.person AND e.proxy = m.proxy AND e.t > m.t"
     " AND e.t < c.t))"},
    {"proxies_right",
     "SELECT 0, 'use ' || c.use || ' was agreed to by resident ' || c.actor || ' for ' || c.person"
     " || ', the log does not name both' FROM consented c WHERE c.actor IS NOT c.person AND NOT"
     " EXISTS (SELECT 1 FROM noted n WHERE n.act = 'consent' AND n.use = c.use AND n.person ="
     " c.person AND n.actor = c.actor AND n.purpose = c.purpose)"},
    {"proxies_right",
     "SELECT 0, 'proxy of use ' || u.use || ' (' || u.mandate || ') was told \"' || u.phone ||"
     " '\", due was \"' || d.phone || '\"' FROM data_use u JOIN use_due d USING (use) WHERE"
     " u.proxy >= 0 AND u.asked >= 0 AND NOT d.forbidden AND u.mandate NOT IN ('', 'live') AND"
     " u.phone NOT IN (d.phone, 'no_answer', 'log_away', 'nothing_asked')"},
    {"protected_hidden",
     "SELECT 0, 'message ' || r.message || ' told ' || r.place || ' ' || u.item || ' of the"
     " protected resident ' || u.resident FROM released r JOIN data_use u USING (use) JOIN"
     " data_held h ON h.domain = u.holder AND h.item = u.item AND h.resident = u.resident AND"
     " h.location = 1 WHERE u.resident IN (SELECT resident FROM protected_resident)"},
    {"protected_hidden",
     "SELECT 0, 'message ' || t.message || ' answers for a protected resident otherwise than where"
     " there is nothing' FROM talk t JOIN talk q ON q.message = t.answers AND q.kind ="
     " 'data.fetch' JOIN data_use u ON u.use = q.use AND u.resident IN (SELECT resident FROM"
     " protected_resident) JOIN data_held h ON h.domain = u.holder AND h.item = u.item AND"
     " h.resident = u.resident AND h.location = 1 WHERE t.text <> '{\"kind\":\"data.nothing\"}'"
     " AND t.kind <> 'use.refused'"},
    // The same messages in the same order, and the same outcome.
    {"protected_hidden",
     R"(WITH seen AS (SELECT f.flow, f.outcome || ' ' || f.reason AS outcome, EXISTS (SELECT 1 FROM
            data_held h WHERE h.domain = u.holder AND h.item = u.item AND h.resident = u.resident)
            AS hidden, (SELECT group_concat(kind, ' ') FROM (SELECT DISTINCT t.kind FROM talk t
                WHERE t.flow = f.flow ORDER BY t.kind)) AS kinds, u.use
        FROM flow f JOIN talk q ON q.flow = f.flow AND q.kind = 'data.fetch'
        JOIN data_use u ON u.use = q.use JOIN data_domain d ON d.domain = u.holder
        WHERE f.reason = 'nothing' GROUP BY f.flow)
    SELECT 0, 'the viewer of use ' || use || ' sees other messages than where there is nothing: '
        || kinds FROM seen WHERE hidden AND EXISTS (SELECT 1 FROM seen WHERE NOT hidden) AND kinds
        NOT IN (SELECT kinds FROM seen WHERE NOT hidden))"},
}};

constexpr std::array<SqlSituation, 14> met{{
    {"revoked_in_flight_seen",
     "SELECT count(*) FROM taken_back b WHERE EXISTS (SELECT 1 FROM released r WHERE r.use = b.use"
     " AND r.sent <= b.t) AND (SELECT max(piece) + 1 < max(pieces) FROM released r WHERE r.use ="
     " b.use AND r.release = 1)"},
    {"revoked_seen", "SELECT count(*) FROM talk WHERE reason = 'revoked'"},
    {"expired_consent_seen", "SELECT count(*) FROM talk WHERE reason = 'expired'"},
    {"other_purpose_seen", "SELECT count(*) FROM talk WHERE reason = 'other_purpose'"},
    {"forged_signature_seen", "SELECT count(*) FROM talk WHERE reason = 'wrong_signature'"},
    {"foreign_signature_seen", "SELECT count(*) FROM talk WHERE reason = 'foreign_key'"},
    {"consent_declined_seen", "SELECT count(*) FROM talk WHERE reason = 'declined'"},
    {"forbidden_path_seen", "SELECT count(*) FROM talk WHERE reason = 'forbidden_path'"},
    {"proxy_consent_seen", "SELECT count(*) FROM consented WHERE actor <> person"},
    {"proxy_revoked_seen", "SELECT count(*) FROM talk WHERE reason = 'mandate_revoked'"},
    {"proxy_out_of_scope_seen", "SELECT count(*) FROM talk WHERE reason = 'out_of_scope'"},
    {"proxy_expired_seen",
     "SELECT count(*) FROM talk WHERE reason IN ('mandate_expired', 'no_mandate')"},
    {"protected_viewed_seen",
     "SELECT count(*) FROM data_use u JOIN data_held h ON h.domain = u.holder AND h.item = u.item"
     " AND h.resident = u.resident AND h.location = 1 WHERE u.outcome = 'nothing'"},
    {"image_shared_seen",
     "SELECT count(*) FROM data_use u JOIN data_held h ON h.domain = u.holder AND h.item = u.item"
     " AND h.resident = u.resident AND h.bytes > 100000 WHERE u.opened > 0"},
}};

}  // namespace

std::span<const SqlCheck> checks()
{
    return checking;
}

std::span<const SqlSituation> situations()
{
    return met;
}

}  // namespace sim::data_use_sql
