// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/city_id_sql.h"

namespace sim::city_id_sql
{

const char* const law_table = R"(
    CREATE TEMP TABLE id_law AS SELECT max(CASE name WHEN 'boundary' THEN value END) AS boundary,
        max(CASE name WHEN 'stronger' THEN value END) AS stronger,
        max(CASE name WHEN 'order' THEN value END) AS face_order,
        CAST(max(CASE name WHEN 'window' THEN value END) AS INTEGER) AS window,
        CAST(max(CASE name WHEN 'status_life' THEN value END) AS INTEGER) AS status_life,
        CAST(max(CASE name WHEN 'least_level' THEN value END) AS INTEGER) AS least_level,
        CAST(max(CASE name WHEN 'closed_from' THEN value END) AS INTEGER) AS closed_from,
        CAST(max(CASE name WHEN 'closed_to' THEN value END) AS INTEGER) AS closed_to FROM id_rule)";

const MethodTables methods{"id_accepts",
                           "SELECT service || ' ' || amount AS item, service, amount FROM id_proof"
                           " GROUP BY service, amount",
                           "SELECT service, position, from_yen, to_yen, method FROM id_band",
                           "id_law"};

namespace
{

// The factors of a proof as the office counted them, the moment it accepted, and the binding of the
// ID that it accepted.
constexpr char came[] =
    "CREATE TEMP TABLE id_came AS SELECT proof, factor, min(t) AS t, min(id) AS id FROM id_factor"
    " WHERE answer IN ('counted', 'accepted') GROUP BY proof, factor";
constexpr char refused[] =
    "CREATE TEMP TABLE id_refused AS SELECT proof, answer, max(t) AS t, max(id) AS id FROM"
    " id_factor WHERE answer NOT IN ('counted', 'accepted') GROUP BY proof, answer";
constexpr char bound[] =
    "CREATE TEMP TABLE id_bound AS SELECT b.*, lead(t, 1, 9223372036854775807) OVER (PARTITION BY"
    " id ORDER BY t) AS until FROM id_binding b";
constexpr char decided[] = R"(
    CREATE TEMP TABLE id_decision AS
    SELECT p.proof, p.method, p.service || ' ' || p.amount AS item, p.claims, d.t, d.status_at, d.id,
        b.resident AS holder, b.auth_serial, b.sign_serial
    FROM id_proof p LEFT JOIN (SELECT proof, min(t) AS t, max(status_at) AS status_at, min(id) AS id
        FROM id_factor WHERE answer = 'accepted' GROUP BY proof) d ON d.proof = p.proof
    LEFT JOIN id_bound b ON b.id = d.id AND d.t >= b.t AND d.t < b.until
    WHERE p.outcome = 'accepted')";
constexpr char texts[] = R"(
    CREATE TEMP TABLE id_methods AS SELECT item, group_concat(method, ',') AS methods
    FROM (SELECT item, method FROM id_accepts ORDER BY item, method) GROUP BY item)";

}  // namespace

// Every look-up by proof, serial or person.
constexpr char ways[] =
    "CREATE TEMP TABLE id_cert AS SELECT * FROM id_certificate;"
    "CREATE INDEX temp.id_cert_serial ON id_cert (serial);"
    "CREATE INDEX temp.id_cert_person ON id_cert (resident);"
    "CREATE INDEX temp.id_came_proof ON id_came (proof);"
    "CREATE INDEX temp.id_refused_proof ON id_refused (proof, answer);"
    "CREATE INDEX temp.id_bound_id ON id_bound (id, t);"
    "CREATE INDEX temp.id_accepts_item ON id_accepts (item, method)";

const std::array<const char*, 6> preparations{came, refused, bound, ways, decided, texts};

#define PROOF \
    "'proof ' || p.proof || ' (' || p.service || ', ' || p.amount || ' yen, ' || p.method || ')"

const std::array<SqlCheck, 17> tier_checks{{
    {"tiers_right",
     "SELECT p.amount, " PROOF " accepts ' || p.methods || ', the bands say ' ||"
     " coalesce(m.methods, '') FROM id_proof p LEFT JOIN id_methods m ON m.item = p.service || ' '"
     " || p.amount WHERE p.methods <> '-' AND p.methods <> coalesce(m.methods, '')"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was accepted, its method is not enough' FROM id_proof p"
     " WHERE p.outcome = 'accepted' AND p.method NOT IN (SELECT a.method FROM id_accepts a WHERE"
     " a.item = p.service || ' ' || p.amount)"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was refused as too weak, its method is enough' FROM"
     " id_proof p WHERE p.reason IN ('method_too_weak', 'above_all_tiers') AND p.method IN (SELECT"
     " a.method FROM id_accepts a WHERE a.item = p.service || ' ' || p.amount)"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was told stronger = ' || p.stronger FROM id_proof p"
     " JOIN id_accepts a ON a.item = p.service || ' ' || p.amount AND a.method = p.method"
     " WHERE p.outcome = 'accepted' AND p.stronger = a.enough"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was accepted without ' || f.factor FROM id_proof p"
     " JOIN (SELECT 'face' AS factor UNION SELECT 'phone' UNION SELECT 'card') f"
     " ON instr(p.method, f.factor) > 0 LEFT JOIN id_came c ON c.proof = p.proof AND c.factor ="
     " f.factor WHERE p.outcome = 'accepted' AND (c.t IS NULL OR CASE f.factor WHEN 'face' THEN"
     " p.face_at WHEN 'phone' THEN p.phone_at ELSE p.card_at END NOT BETWEEN p.begun AND c.t)"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was accepted with factors of two people' FROM"
     " id_proof p WHERE p.outcome = 'accepted' AND ((SELECT count(DISTINCT c.id) FROM id_came c"
     " WHERE c.proof = p.proof) > 1 OR p.face_as >= 0 AND p.face_as <> p.claims OR p.phone_of >= 0"
     " AND p.phone_of <> p.claims OR p.card_of >= 0 AND p.card_of <> p.claims)"},
    {"tiers_right",
     "SELECT p.amount, " PROOF
     " was accepted with factors ' || ((max(c.t) - min(c.t)) / 1000000000) || ' s apart' FROM "
     "id_proof p JOIN id_came c USING (proof), id_law l WHERE"
     " p.outcome = 'accepted' GROUP BY p.proof HAVING max(c.t) - min(c.t) > l.window"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was accepted with the face last' FROM id_proof p"
     " JOIN id_came a ON a.proof = p.proof AND a.factor = 'face' JOIN id_came b ON b.proof = "
     "p.proof"
     " AND b.t < a.t, id_law l WHERE p.outcome = 'accepted' AND l.face_order = 'face_first'"},
    {"tiers_right",
     "SELECT 0, 'proof ' || d.proof || ' was accepted for ID ' || d.id || ', which is"
     " not that of resident ' || d.claims FROM id_decision d WHERE d.method <> 'card' AND"
     " coalesce(d.holder, -1) <> d.claims"},
    {"tiers_right", "SELECT p.amount, " PROOF " was accepted from a phone with ' || p.custody FROM"
                    " id_proof p, id_law l WHERE p.outcome = 'accepted' AND p.phone_of >= 0 AND "
                    "NOT EXISTS (SELECT 1"
                    " FROM id_custody c WHERE c.custody = p.custody AND c.level >= l.least_level)"},
    {"tiers_right",
     "SELECT 0, 'issue ' || i.issue || ' of a phone with ' || i.custody || ' ended ' ||"
     " i.outcome || ' ' || i.reason FROM id_issue i JOIN id_law l LEFT JOIN id_custody c ON "
     "c.custody"
     " = i.custody WHERE CASE WHEN coalesce(c.level, 0) < l.least_level THEN i.bound >= 0 ELSE"
     " i.reason IN ('no_custody', 'bad_attestation') END"},
    {"tiers_right",
     "SELECT 0, 'proof ' || d.proof || ' was accepted with a certificate that was '"
     " || coalesce(c.ends, 'unknown') FROM id_decision d LEFT JOIN id_cert c ON c.serial IN"
     " (d.auth_serial, d.sign_serial) WHERE d.method <> 'card' AND (c.serial IS NULL OR"
     " d.status_at NOT BETWEEN c.valid_from AND c.valid_until - 1)"},
    {"tiers_right",
     "SELECT 0, 'proof ' || d.proof || ' was accepted with a card whose certificate is"
     " over or unknown' FROM id_decision d WHERE instr(d.method, 'card') > 0 AND NOT EXISTS "
     "(SELECT 1"
     " FROM id_cert c WHERE c.resident = d.claims AND c.kind = 'auth' AND d.t BETWEEN"
     " c.valid_from AND c.valid_until - 1)"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was accepted in spite of ' || p.hitch FROM id_proof p,"
     " id_law l WHERE p.outcome = 'accepted' AND (p.hitch IN ('two_persons', 'slow', 'pin_blocked',"
     " 'wrong_card', 'replayed', 'unknown_id') OR p.hitch = 'other_order' AND l.face_order ="
     " 'face_first' OR p.hitch IN ('impostor', 'look_alike') AND instr(p.method, 'card') > 0)"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was refused (' || p.reason || ') and its certificates"
     " are good' FROM id_proof p JOIN id_refused r ON r.proof = p.proof AND r.answer = p.reason"
     " WHERE p.reason IN ('revoked', 'expired') AND NOT EXISTS (SELECT 1 FROM id_cert c LEFT"
     " JOIN id_bound b ON b.id = r.id AND r.t >= b.t AND r.t < b.until WHERE c.valid_until <= r.t"
     " + 1000000000 AND (c.serial IN (b.auth_serial, b.sign_serial) OR b.id IS NULL AND c.resident "
     "="
     " p.claims))"},
    {"tiers_right",
     "SELECT p.amount, " PROOF " was refused (' || p.reason || ') without cause' FROM"
     " id_proof p, id_law l LEFT JOIN id_refused r ON r.proof = p.proof AND r.answer = p.reason"
     " WHERE p.outcome = 'refused' AND NOT CASE p.reason WHEN 'method_too_weak' THEN 1 WHEN"
     " 'above_all_tiers' THEN 1 WHEN 'no_answer' THEN 1 WHEN 'revoked' THEN 1 WHEN 'expired' THEN 1"
     " WHEN 'face_mismatch' THEN 1 WHEN 'not_unlocked' THEN 1"
     " WHEN 'not_bound' THEN NOT EXISTS (SELECT 1 FROM id_cert c JOIN id_bound b ON b.auth_serial "
     "= c.serial AND r.t >= b.t AND r.t < b.until WHERE c.resident = p.card_of AND c.kind = 'auth' "
     "AND r.t BETWEEN c.valid_from AND c.valid_until - 1) WHEN 'wrong_order' THEN p.hitch = "
     "'other_order'"
     " WHEN 'wrong_signature' THEN p.hitch = 'replayed'"
     " WHEN 'pin_blocked' THEN p.hitch IN ('pin_blocked', 'impostor', 'look_alike')"
     " WHEN 'window_over' THEN r.t - (SELECT min(c.t) FROM id_came c WHERE c.proof = p.proof) >"
     " l.window WHEN 'authority_away' THEN r.t BETWEEN l.closed_from - 10000000000 AND l.closed_to"
     " ELSE p.reason = p.hitch END"},
    {"tiers_right",
     "SELECT 0, 'issue ' || i.issue || ' was refused (' || i.reason || ') without"
     " cause' FROM id_issue i, id_law l WHERE i.outcome = 'refused' AND NOT CASE i.reason WHEN"
     " 'no_custody' THEN 1 WHEN 'bad_attestation' THEN i.hitch = 'false_custody' WHEN 'no_answer'"
     " THEN 1 WHEN 'authority_away' THEN l.closed_to > l.closed_from WHEN"
     " 'no_signature_certificate' THEN NOT (SELECT r.signature FROM resident r WHERE r.resident ="
     " i.resident) ELSE 0 END"},
}};

#undef PROOF

const std::array<SqlCheck, 6> fresh_checks{{
    {"id_fresh",
     "SELECT 0, 'proof ' || d.proof || ' was decided by an answer ' || ((d.t - d.status_at) / "
     "1000000000) || ' s old' FROM id_decision d, id_law l WHERE d.status_at < 0 OR"
     " d.t - d.status_at > l.status_life"},
    {"id_fresh",
     "SELECT 0, 'proof ' || d.proof || ' was accepted ' || ((d.t - c.valid_until) / 1000000000) || "
     "' s after a certificate of its ID ended' FROM id_decision d JOIN id_law l JOIN"
     " id_cert c ON c.serial IN (d.auth_serial, d.sign_serial) WHERE d.method <> 'card' AND"
     " d.t - c.valid_until > l.status_life"},
    {"id_fresh",
     "SELECT 0, 'ID ' || b.id || ' was ' || b.change || ' to ' || count(c.serial) ||"
     " ' good certificates of its holder' FROM id_binding b LEFT JOIN id_cert c ON "
     "c.resident"
     " = b.resident AND c.serial = CASE c.kind WHEN 'auth' THEN b.auth_serial ELSE b.sign_serial "
     "END"
     " AND b.checked BETWEEN c.valid_from AND c.valid_until - 1 WHERE b.change <> 'earlier'"
     " GROUP BY b.id, b.t HAVING count(c.serial) <> 2"},
    {"id_fresh",
     "SELECT 0, 'ID ' || b.id || ' was rebound to what it was bound to before' FROM"
     " id_bound b JOIN id_bound a ON a.id = b.id AND a.until = b.t WHERE a.auth_serial ="
     " b.auth_serial AND a.sign_serial = b.sign_serial"},
    {"id_fresh",
     "SELECT 0, 'issue ' || i.issue || ' of resident ' || i.resident || ' ended ' ||"
     " i.outcome || ' with ' || count(b.id) || ' bindings' FROM id_issue i LEFT JOIN id_binding b "
     "ON"
     " b.resident = i.resident AND b.change = CASE i.again WHEN 1 THEN 'rebound' ELSE 'bound' END"
     " GROUP BY i.issue HAVING count(b.id) > 1 OR i.active >= 0 AND count(b.id) = 0"},
    {"id_fresh",
     "SELECT 0, 'key ' || key_serial || ' is bound to several IDs' FROM id_binding"
     " GROUP BY key_serial HAVING count(DISTINCT id) > 1 OR count(DISTINCT resident) > 1"},
}};

}  // namespace sim::city_id_sql
