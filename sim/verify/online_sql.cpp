// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/online_sql.h"

namespace sim::online_sql
{

const char* const preparations[6] = {
    "CREATE TEMP TABLE oc_event AS SELECT * FROM online_event; CREATE INDEX temp.oc_event_of ON"
    " oc_event (visit, event)",
    // Each appointment with the moments of its steps.
    "CREATE TEMP TABLE oc AS SELECT v.*, p.phone, p.joined, p.dropped, p.back, p.outcome, p.reason,"
    " p.paid AS receipt, b.t AS booked, b.who AS doctor, b.value AS start,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'answered') AS answered,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'proven') AS proven,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'begun') AS begun,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'charted') AS charted,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'finished') AS finished,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'broken_off') AS broken,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'noshow') AS missed,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'agreed') AS agreed,"
    " (SELECT min(t) FROM oc_event e WHERE e.visit = v.visit AND event = 'withdrawn') AS withdrawn,"
    " (SELECT min(f.flow) FROM flow f WHERE f.service = 'S61' AND f.place = p.phone) AS flow FROM"
    " online_visit v LEFT JOIN online_phone p ON p.visit = v.visit LEFT JOIN oc_event b ON b.visit"
    " = v.visit AND b.event = 'booked'",
    "CREATE INDEX temp.oc_visit ON oc (visit)",
    // Each word of a phone that the service has heard, with the one before it.
    "CREATE TEMP TABLE oc_word AS SELECT visit, t, lag(t) OVER (PARTITION BY visit ORDER BY t) AS"
    " before FROM (SELECT CAST(substr(sender, 14) AS INTEGER) AS visit, received AS t FROM message"
    " WHERE answers = 0 AND received >= 0 AND sender LIKE 'patientphone-%' AND"
    " json_extract(CAST(bytes AS TEXT), '$.kind') = 'encounter.join'); CREATE INDEX"
    " temp.oc_word_of ON oc_word (visit, t)",
    // Charges and what was given back, with what stands after each.
    "CREATE TEMP TABLE oc_money AS SELECT *, sum(yen) OVER (PARTITION BY visit ORDER BY place) AS"
    " stands FROM (SELECT rowid AS place, t, request, yen, CAST(substr(request, 5) AS INTEGER) AS"
    " visit FROM online_charge)",
    // What an appointment has cost, and what its fee was at any time.
    "CREATE TEMP TABLE oc_bill AS SELECT o.visit, o.fee, o.finished, o.receipt, coalesce((SELECT"
    " sum(yen) FROM oc_money m WHERE m.visit = o.visit), 0) AS net, (SELECT count(*) FROM oc_money"
    " m WHERE m.visit = o.visit) AS moves, i.state, i.fee AS booked_fee, i.paid AS booked_paid,"
    " t.fee AS typed FROM oc o LEFT JOIN online_invoice i ON i.visit = o.visit LEFT JOIN"
    " online_talk t ON t.visit = o.visit",
};

const SqlCheck checks[26] = {
    {"consultation_order_right",
     "SELECT 0, 'appointment ' || visit || ' has no end' FROM oc WHERE outcome IS NULL OR (booked"
     " IS NOT NULL AND (SELECT count(*) FROM oc_event e WHERE e.visit = oc.visit AND event IN"
     " ('finished', 'broken_off', 'cancelled', 'noshow')) <> 1)"},
    {"consultation_order_right",
     "SELECT 0, 'appointment ' || visit || ' began before it was booked, answered and proven' FROM"
     " oc WHERE begun IS NOT NULL AND NOT coalesce(booked <= answered AND answered <= proven AND"
     " proven <= begun AND start <= begun, 0)"},
    {"consultation_order_right",
     "SELECT 0, 'appointment ' || visit || ' ended out of order' FROM oc WHERE (finished IS NOT"
     " NULL AND NOT coalesce(begun <= charted AND charted <= finished, 0)) OR (broken IS NOT NULL"
     " AND NOT coalesce(begun <= broken, 0))"},
    {"consultation_order_right",
     "SELECT 0, 'appointment ' || visit || ' of resident ' || resident || ' was proven by the card"
     " of ' || claims || ' (' || trouble || hitch || ')' FROM oc WHERE proven IS NOT NULL AND"
     " (claims <> resident OR trouble <> '' OR hitch IN ('pin_blocked', 'wrong_card'))"},
    {"consultation_order_right",
     "SELECT 0, 'appointment ' || visit || ' was proven and no card has signed' FROM oc WHERE"
     " proven IS NOT NULL AND NOT EXISTS (SELECT 1 FROM card_command c WHERE c.flow = oc.flow AND"
     " c.class = 128 AND c.instruction = 42 AND c.status = 36864 AND c.resident = oc.resident AND"
     " c.ends <= proven)"},
    {"consultation_order_right",
     "SELECT 0, 'a card was read in appointment ' || visit || ' after it had begun' FROM oc WHERE"
     " EXISTS (SELECT 1 FROM card_command c WHERE c.flow = oc.flow AND c.ends > oc.begun)"},
    {"consultation_order_right",
     "SELECT 0, 'the proof of appointment ' || visit || ' was refused (' || reason || ') without"
     " cause' FROM oc WHERE NOT CASE reason WHEN 'revoked' THEN trouble = reason WHEN 'expired'"
     " THEN trouble = reason WHEN 'pin_blocked' THEN hitch = reason WHEN 'wrong_card' THEN hitch ="
     " reason WHEN 'other_person' THEN hitch = reason WHEN 'card_lifted' THEN hitch = reason ELSE 1"
     " END"},
    {"consultation_order_right",
     "SELECT 0, 'doctor ' || a.doctor || ' had appointments ' || a.visit || ' and ' || b.visit || '"
     " at once' FROM online_talk a JOIN online_talk b ON b.doctor = a.doctor AND b.visit <> a.visit"
     " AND a.begun >= 0 AND b.begun BETWEEN a.begun AND a.ended - 1"},
    {"consultation_order_right",
     "SELECT 0, 'appointments ' || a.visit || ' and ' || b.visit || ' have the same time' FROM oc a"
     " JOIN oc b ON b.visit > a.visit AND b.start = a.start AND b.doctor = a.doctor"},
    {"consultation_order_right",
     "SELECT 0, 'appointment ' || o.visit || ' was ended by another than ' || o.doctor FROM oc o"
     " JOIN oc_event e ON e.visit = o.visit AND e.event IN ('begun', 'charted', 'finished',"
     " 'broken_off', 'noshow') WHERE e.who <> o.doctor"},
    {"consultation_order_right",
     "SELECT 0, 'explanation ' || visit || ' was held and there were no results' FROM oc WHERE kind"
     " = 'explanation' AND finished IS NOT NULL AND agreed IS NOT NULL AND withdrawn IS NULL AND"
     " ready > finished"},
    {"consultation_paid_once",
     "SELECT net - fee, 'consultation ' || visit || ' has cost ' || net || ' yen (' ||"
     " coalesce(state, 'no invoice') || '), its fee is ' || fee FROM oc_bill WHERE finished IS NOT"
     " NULL AND (net + CASE state WHEN 'slip' THEN booked_fee ELSE 0 END) IS NOT fee"},
    {"consultation_paid_once",
     "SELECT net, 'appointment ' || visit || ' was not held and moved ' || net || ' yen ' || moves"
     " || ' times' FROM oc_bill WHERE finished IS NULL AND (moves > 0 OR state IS NOT NULL)"},
    {"consultation_paid_once",
     "SELECT m.stands, m.request || ' leaves ' || m.stands || ' yen charged for consultation ' ||"
     " m.visit FROM oc_money m LEFT JOIN oc_bill b ON b.visit = m.visit WHERE m.stands < 0 OR"
     " m.stands > coalesce(CASE WHEN m.request LIKE '%-0' THEN b.typed ELSE b.fee END, 0)"},
    {"consultation_paid_once",
     "SELECT yen, request || ' was charged or given back twice' FROM oc_money GROUP BY request, yen"
     " > 0 HAVING count(*) > 1"},
    {"consultation_paid_once",
     "SELECT m.yen, 'consultation ' || m.visit || ' was charged before it had ended' FROM oc_money"
     " m JOIN oc o ON o.visit = m.visit WHERE m.t < o.finished"},
    {"consultation_paid_once",
     "SELECT booked_paid - net, 'the book says ' || booked_paid || ' yen were paid for consultation"
     " ' || visit || ', the card company ' || net FROM oc_bill WHERE state IS NOT NULL AND"
     " booked_paid <> net"},
    {"consultation_paid_once",
     "SELECT b.receipt, 'the receipt of consultation ' || b.visit || ' says ' || b.receipt || '"
     " yen, which nobody charged' FROM oc_bill b WHERE b.receipt > 0 AND NOT EXISTS (SELECT 1 FROM"
     " oc_money m WHERE m.visit = b.visit AND m.yen = b.receipt)"},
    {"consultation_paid_once",
     "SELECT booked_fee, 'the invoice of consultation ' || visit || ' is ' || state || ' at the"
     " end' FROM oc_bill WHERE state = 'issued'"},
    {"consultation_seen_right",
     "SELECT 0, l.who || ' saw the chart of appointment ' || l.visit || ' of ' ||"
     " coalesce(o.doctor, 'nobody') FROM online_look l LEFT JOIN oc o ON o.visit = l.visit WHERE"
     " l.outcome = 'shown' AND o.doctor IS NOT l.who"},
    {"consultation_seen_right",
     "SELECT 0, l.who || ' saw the chart of appointment ' || l.visit || ' outside the"
     " consultation' FROM online_look l JOIN oc o ON o.visit = l.visit WHERE l.outcome = 'shown' "
     "AND"
     " NOT coalesce(o.begun <= l.t AND l.t <= coalesce(o.finished, o.broken), 0)"},
    {"consultation_seen_right",
     "SELECT 0, l.who || ' saw results of appointment ' || l.visit || ' that the patient had not"
     " agreed to' FROM online_look l JOIN oc o ON o.visit = l.visit WHERE l.results LIKE '%=%' AND"
     " NOT coalesce(o.agreed <= l.t AND coalesce(o.withdrawn, l.t) >= l.t, 0)"},
    {"consultation_seen_right",
     "SELECT 0, l.who || ' saw ' || l.results || ' in appointment ' || l.visit || ', truly it is '"
     " || o.results FROM online_look l JOIN oc o ON o.visit = l.visit WHERE l.results LIKE '%=%' "
     "AND"
     " (l.results <> o.results OR l.t < o.ready - 60000000000)"},
    {"consultation_seen_right",
     "SELECT 0, 'results of appointment ' || l.visit || ' were kept back (' || l.results || ')' "
     "FROM"
     " online_look l JOIN oc o ON o.visit = l.visit WHERE l.outcome = 'shown' AND (l.results ="
     " 'not_ready' AND l.t > o.ready OR l.results = 'no_consent' AND o.agreed < l.t AND o.withdrawn"
     " IS NULL OR l.results = 'unknown_person')"},
    {"consultation_seen_right",
     "SELECT 0, 'the own doctor was refused the chart of appointment ' || l.visit FROM online_look "
     "l"
     " JOIN oc o ON o.visit = l.visit AND o.doctor = l.who WHERE l.outcome = 'refused' AND l.t >"
     " o.begun AND l.t < coalesce(o.finished, o.broken)"},
    {"consultation_seen_right",
     "SELECT 0, 'consultation ' || visit || ' was held and its doctor never saw the chart' FROM oc"
     " WHERE finished IS NOT NULL AND NOT EXISTS (SELECT 1 FROM online_look l WHERE l.visit ="
     " oc.visit AND l.outcome = 'shown')"},
};

const SqlSituation situations[14] = {
    {"consultation_resumed_seen",
     "SELECT count(DISTINCT visit) FROM oc_event WHERE event = 'back'"},
    {"consultation_broken_off_seen",
     "SELECT count(*) FROM online_talk WHERE outcome ="
     " 'broken_off'"},
    {"consultation_not_ready_seen", "SELECT count(*) FROM online_talk WHERE outcome = 'not_ready'"},
    {"consultation_missed_seen", "SELECT count(*) FROM oc WHERE missed IS NOT NULL"},
    {"consultation_full_seen", "SELECT count(*) FROM oc WHERE reason = 'full'"},
    {"card_check_failed_seen",
     "SELECT count(*) FROM oc WHERE reason IN ('pin_blocked', 'wrong_card', 'revoked', 'expired')"},
    {"other_persons_card_seen", "SELECT count(*) FROM oc WHERE reason = 'other_person'"},
    {"credit_card_refused_seen", "SELECT count(*) FROM oc_event WHERE event = 'card_refused'"},
    {"paid_by_other_card_seen", "SELECT count(*) FROM oc_money WHERE request LIKE '%-other-%'"},
    {"paid_by_office_seen",
     "SELECT count(*) FROM oc_event WHERE event = 'paid' AND who LIKE 'billing-%'"},
    {"fee_put_right_seen", "SELECT count(*) FROM oc_event WHERE event = 'refunded'"},
    {"other_chart_refused_seen",
     "SELECT count(*) FROM online_look l JOIN oc o ON o.visit = l.visit WHERE l.outcome = 'refused'"
     " AND l.who <> o.doctor"},
    {"checkup_withdrawn_seen", "SELECT count(*) FROM oc WHERE withdrawn IS NOT NULL"},
    {"checkup_results_seen", "SELECT count(*) FROM online_look WHERE results LIKE '%=%'"},
};

}  // namespace sim::online_sql
