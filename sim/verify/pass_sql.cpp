// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/pass_sql.h"

namespace sim::pass_sql
{

// life: a pass of the portal with its end by the link, its end by the clock, and when the register
// heard of its first use. state: what the links said of the buyer of a wish when it was answered.
const char* const preparation = R"(
CREATE TEMP TABLE covered AS
SELECT t.device, t.sequence, t.card, t.t0, t.t0 + t.d8 AS heard, t.verdict, h.from_ns
FROM tap t JOIN fare_holder h ON h.card = t.card AND h.from_ns > -9223372036854775808
WHERE t.kind IN (1, 2) AND t.t0 NOT NULL
  AND EXISTS (SELECT 1 FROM fare_pass f
    WHERE f.pass_key = (h.pass << 40) | (t.pattern << 10) | t.true_board)
  AND EXISTS (SELECT 1 FROM fare_pass f WHERE f.pass_key = (h.pass << 40) | (t.pattern << 10)
    | CASE t.kind WHEN 2 THEN t.true_board ELSE t.true_alight END);
CREATE TEMP TABLE life AS
SELECT b.card, b.pass, b.t AS from_ns, b.request, b.resident,
    CASE (SELECT value FROM pass_rule WHERE name = 'after_unlink') WHEN 'pass_ends' THEN
        coalesce((SELECT min(l.t) FROM link l WHERE l.card = b.card AND l.change = 'unlinked'
            AND l.t >= b.t), 9223372036854775807) ELSE 9223372036854775807 END AS ended,
    h.until_ns, (SELECT min(c.heard) FROM covered c WHERE c.card = b.card AND c.from_ns = b.t
        AND c.verdict IN (0, 1) AND c.t0 < h.until_ns AND c.t0 >= b.t) AS heard
FROM pass_bound b JOIN fare_holder h ON h.card = b.card AND h.from_ns = b.t;
CREATE TEMP TABLE state AS
SELECT w.request, w.resident, w.card, w.product, w.outcome, w.reason, f.u1, f.u2,
    (SELECT CASE l.change WHEN 'linked' THEN l.membership ELSE '' END FROM link l
        WHERE l.resident = w.resident AND l.t <= f.u2 ORDER BY l.t DESC, l.version DESC LIMIT 1)
        AS member,
    EXISTS (SELECT 1 FROM tariff_pass p WHERE p.id = w.product AND p.kind = 'area') AS known
FROM pass_wish w JOIN flow f ON f.flow = w.flow;
)";

const char* const checks[11] = {
    {"SELECT coalesce(s.yen, 0), 'pass of request ' || b.request || ' was bound, and sold '"
     " || count(s.request) || ' times' FROM pass_bound b LEFT JOIN pass_sale s"
     " ON s.request = b.request AND s.pass = b.pass GROUP BY b.rowid HAVING count(s.request) <> 1"},
    {"SELECT s.yen, 'sale ' || s.request || ' has ' || count(b.request) || ' passes on cards'"
     " FROM pass_sale s LEFT JOIN pass_bound b ON b.request = s.request"
     " GROUP BY s.rowid HAVING count(b.request) <> 1"},
    {"SELECT s.yen, 'sale ' || s.request || ' is entered ' || count(*) || ' times'"
     " FROM pass_sale s GROUP BY s.request HAVING count(*) > 1"},
    {"SELECT s.yen - d.due, 'sale ' || s.request || ' cost ' || s.yen || ' yen, ' || d.due ||"
     " ' are due' FROM pass_sale s JOIN (SELECT b.request, CASE WHEN p.resident_price NOT NULL AND"
     " r.municipality = (SELECT municipality FROM home) THEN p.resident_price ELSE p.price END"
     " AS due FROM pass_bound b JOIN tariff_pass p ON p.pass = b.pass"
     " JOIN resident r ON r.resident = b.resident) d ON d.request = s.request WHERE s.yen <> "
     "d.due"},
    {"SELECT c.yen - coalesce(s.yen, 0), 'request ' || c.request || ' was charged ' || c.yen ||"
     " ' yen and sold for ' || coalesce(s.yen, 0) FROM (SELECT request, sum(yen) AS yen"
     " FROM pass_charge GROUP BY request) c LEFT JOIN (SELECT request, sum(yen) AS yen"
     " FROM pass_sale GROUP BY request) s ON s.request = c.request"
     " WHERE c.yen <> coalesce(s.yen, 0)"},
    {"SELECT s.yen, 'sale ' || s.request || ' was never charged' FROM pass_sale s"
     " WHERE s.request NOT IN (SELECT request FROM pass_charge)"},
    {"SELECT 0, 'pass of request ' || b.request || ' was bound to card ' || b.card || ', which is '"
     " || coalesce((SELECT l.change || ' (' || l.membership || ')' FROM link l WHERE"
     " l.card = b.card AND l.t <= b.t ORDER BY l.t DESC, l.version DESC LIMIT 1), 'not linked')"
     " FROM pass_bound b WHERE coalesce((SELECT l.change = 'linked' AND l.membership = 'full' AND"
     " l.resident = b.resident FROM link l WHERE l.card = b.card AND l.t <= b.t"
     " ORDER BY l.t DESC, l.version DESC LIMIT 1), 0) = 0"},
    {"SELECT 0, 'card ' || a.card || ' had two passes at once, of requests ' || a.request ||"
     " ' and ' || b.request FROM life a JOIN life b ON b.card = a.card AND b.from_ns > a.from_ns"
     " WHERE b.from_ns < min(a.until_ns, a.ended)"},
    {"SELECT 0, 'request ' || s.request || ' was ' || s.outcome || ' (' || s.reason || '), for a '"
     " || CASE s.member WHEN 'full' THEN 'full' WHEN 'light' THEN 'light' ELSE 'not linked' END ||"
     " ' member, and has ' || (SELECT count(*) FROM pass_sale x WHERE x.request = s.request) ||"
     " ' sales' FROM state s WHERE CASE s.outcome WHEN 'done' THEN"
     " (SELECT count(*) FROM pass_sale x JOIN pass_bound b ON b.request = x.request"
     " WHERE x.request = s.request AND b.resident = s.resident) <> 1"
     " WHEN 'refused' THEN CASE s.reason WHEN 'not_the_buyer' THEN NOT EXISTS (SELECT 1 FROM"
     " pass_wish x WHERE x.request = s.request AND x.resident <> s.resident)"
     " ELSE EXISTS (SELECT 1 FROM pass_sale x WHERE x.request = s.request) END"
     " OR CASE s.reason WHEN 'not_the_buyer' THEN 0 WHEN 'unknown_pass' THEN s.known WHEN "
     "'light_member' THEN"
     " coalesce(s.member, '') <> 'light' WHEN 'not_linked' THEN coalesce(s.member, '') <> ''"
     " WHEN 'has_a_pass' THEN NOT EXISTS (SELECT 1 FROM fare_holder h WHERE h.card = s.card AND"
     " h.from_ns <= s.u2 AND s.u1 < h.until_ns) WHEN 'payment_refused' THEN EXISTS (SELECT 1"
     " FROM pass_charge x WHERE x.request = s.request) ELSE 1 END ELSE 0 END"},
    {"SELECT a.yen - (SELECT coalesce(sum(yen), 0) FROM pass_charge), 'the ticket store books ' ||"
     " a.yen || ' yen of ' || a.sales || ' sales, the card company charged ' ||"
     " (SELECT coalesce(sum(yen), 0) FROM pass_charge) FROM pass_account a WHERE"
     " a.yen <> (SELECT coalesce(sum(yen), 0) FROM pass_charge) OR"
     " a.yen <> (SELECT coalesce(sum(yen), 0) FROM pass_sale) OR"
     " a.sales <> (SELECT count(*) FROM pass_sale)"},
    {"SELECT 0, 'tap ' || t.device || '-' || t.sequence || ' rode on pass ' || t.pass ||"
     " ' that card ' || t.card || ' was never given' FROM tap t WHERE t.pass <> 0 AND"
     " t.kind IN (1, 2) AND t.verdict IN (0, 1) AND 1 <> (SELECT count(*) FROM (SELECT h.pass"
     " FROM fare_holder h WHERE h.card = t.card AND h.from_ns <= t.t0 ORDER BY h.from_ns DESC"
     " LIMIT 1) x WHERE x.pass = t.pass)"},
};

const char* const decisions = R"(
WITH asked AS (
    SELECT t.device, t.sequence, t.pass, t.t0, t.card, t.decided_by = 1 AS by_list,
        CASE t.decided_by WHEN 1 THEN (SELECT x.published FROM list_taken x
            WHERE x.device = t.device AND x.t <= t.t0 ORDER BY x.t DESC, x.edition DESC LIMIT 1)
            ELSE t.t0 END AS known, t.t0 + t.d4 AS answered
    FROM tap t WHERE t.kind IN (1, 2) AND t.verdict = 0 AND t.decided_by IN (1, 2)
      AND t.t0 NOT NULL AND t.card IN (SELECT card FROM pass_bound))
SELECT a.device, a.sequence, a.pass,
    coalesce((SELECT l.pass FROM life l JOIN covered c ON c.device = a.device
        AND c.sequence = a.sequence AND c.from_ns = l.from_ns WHERE l.card = a.card
        AND l.from_ns <= a.known AND a.known < l.ended
        AND (a.t0 < l.until_ns OR (a.by_list AND coalesce(l.heard, 9223372036854775807) > a.known))
        ORDER BY l.from_ns DESC LIMIT 1), 0),
    coalesce((SELECT l.pass FROM life l JOIN covered c ON c.device = a.device
        AND c.sequence = a.sequence AND c.from_ns = l.from_ns WHERE l.card = a.card
        AND l.from_ns <= a.answered AND a.answered < l.ended AND a.t0 < l.until_ns
        ORDER BY l.from_ns DESC LIMIT 1), 0) * (1 - a.by_list),
    coalesce((SELECT l.pass FROM life l JOIN covered c ON c.device = a.device
        AND c.sequence = a.sequence AND c.from_ns = l.from_ns WHERE l.card = a.card
        AND l.from_ns <= a.t0 AND a.t0 < l.until_ns ORDER BY l.from_ns DESC LIMIT 1), 0),
    a.by_list
FROM asked a WHERE a.t0 >= 0 AND NOT EXISTS (SELECT 1 FROM fare_holder h WHERE h.card = a.card
    AND h.from_ns = -9223372036854775808)
)";

const SqlSituation situations[7] = {
    {"pass_bought_on_board_seen",
     "SELECT count(DISTINCT b.rowid) FROM pass_bound b JOIN tap x ON x.card = b.card AND x.kind = 0"
     " AND x.t0 < b.t JOIN tap y ON y.card = x.card AND y.trip = x.trip AND y.kind = 1 AND"
     " y.t0 > b.t"},
    {"pass_refused_seen", "SELECT count(*) FROM pass_wish WHERE outcome = 'refused'"},
    {"pass_request_copied_seen", "SELECT count(*) FROM pass_wish WHERE reason = 'not_the_buyer'"},
    {"light_member_refused_seen", "SELECT count(*) FROM pass_wish WHERE reason = 'light_member'"},
    {"pass_request_repeated_seen", "SELECT count(*) FROM pass_wish WHERE times > 1"},
    {"pass_ended_with_link_seen", "SELECT count(*) FROM life WHERE ended < 9223372036854775807"},
    {"pass_over_seen",
     "SELECT count(*) FROM covered c JOIN life l ON l.card = c.card AND l.from_ns = c.from_ns"
     " WHERE c.t0 >= l.until_ns"},
};

}  // namespace sim::pass_sql
