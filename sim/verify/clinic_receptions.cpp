// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/clinic_receptions.h"

#include <fmt/format.h>

#include <array>

#include "sim/verify/declared_rate.h"
#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 6> preparations{{
    "CREATE TEMP TABLE came AS SELECT a.*, v.terminal, v.begun, v.ended, v.way, v.looks, v.outcome,"
    " v.reason, v.insurance, v.asked, v.number, max(a.arrives, c.opens) AS waits_from,"
    " row_number() OVER (PARTITION BY a.clinic ORDER BY a.arrives, a.visit) AS place"
    " FROM clinic_arrival a JOIN clinic c ON c.clinic = a.clinic LEFT JOIN clinic_visit v ON"
    " v.visit = a.visit",
    "CREATE INDEX temp.came_place ON came (clinic, place)",
    "CREATE INDEX temp.came_visit ON came (visit)",
    "CREATE TEMP TABLE entry AS SELECT b.*, CAST(substr(b.request, instr(b.request, '-') + 1) AS"
    " INTEGER) AS visit FROM clinic_book b",
    // What the insurers truly had at the moment they were asked.
    "CREATE TEMP TABLE cover AS SELECT * FROM insurance_cover; CREATE INDEX temp.cover_of ON cover"
    " (resident)",
    "CREATE TEMP TABLE clinic_truth AS SELECT e.*, a.claims, a.chart, a.begun, coalesce((SELECT "
    "c.insurer"
    " FROM cover c WHERE c.resident = a.claims AND e.asked >= c.valid_from AND e.asked <"
    " c.valid_until), 0) AS truly, EXISTS (SELECT 1 FROM cover c WHERE c.resident = a.claims) AS"
    " entered FROM entry e JOIN came a ON a.visit = e.visit",
}};

constexpr std::array<SqlCheck, 18> checks{{
    {"reception_person_right",
     "SELECT 0, 'visit ' || visit || ' of resident ' || resident || ' was received by ' || way ||"
     " ' as ' || claims FROM came WHERE resident <> claims AND outcome <> 'turned_away' AND"
     " way <> 'face'"},
    {"reception_person_right",
     "SELECT 0, 'visit ' || visit || ' was turned away (' || reason || ') with the own card' FROM"
     " came WHERE outcome = 'turned_away' AND resident = claims"},
    {"reception_person_right",
     "SELECT 0, 'visit ' || visit || ' was received by a certificate that is ' || trouble FROM came"
     " WHERE trouble <> '' AND way <> 'paper' AND outcome <> 'turned_away'"},
    {"reception_person_right",
     "SELECT 0, 'visit ' || e.visit || ' is booked for ' || e.patient || ', the card was that of '"
     " || coalesce(a.patient, 'nobody') FROM entry e LEFT JOIN came a ON a.visit = e.visit AND"
     " a.clinic = e.clinic WHERE a.patient IS NOT e.patient"},
    {"reception_person_right",
     "SELECT 0, 'visit ' || a.visit || ' was not taken by card (' || a.reason || ') without cause'"
     " FROM came a LEFT JOIN resident r ON r.resident = a.claims WHERE a.way = 'paper' AND NOT CASE"
     " a.reason WHEN 'no_card' THEN NOT r.my_number_card WHEN 'revoked' THEN a.trouble = a.reason"
     " WHEN 'expired' THEN a.trouble = a.reason WHEN 'pin_blocked' THEN a.hitch = a.reason"
     " WHEN 'wrong_card' THEN a.hitch = a.reason WHEN 'away' THEN 1 WHEN 'no_answer' THEN 1"
     " WHEN 'authority_away' THEN 1 ELSE 0 END"},
    {"reception_once",
     "SELECT 0, 'visit ' || visit || ' of resident ' || resident || ' was lost' FROM came WHERE"
     " outcome IS NULL OR outcome NOT IN ('received', 'already', 'turned_away')"},
    {"reception_once",
     "SELECT 0, 'resident ' || a.resident || ' was received ' || count(e.visit) || ' times in"
     " clinic ' || a.clinic FROM came a LEFT JOIN entry e ON e.visit = a.visit AND e.effect = 'new'"
     " WHERE a.resident = a.claims GROUP BY a.clinic, a.resident HAVING count(e.visit) <> 1"},
    {"reception_once",
     "SELECT 0, 'clinic ' || clinic || ' gave ' || count(*) || ' patients the numbers up to ' ||"
     " max(number) || ', ' || count(DISTINCT number) || ' of them' FROM entry WHERE effect = 'new'"
     " GROUP BY clinic HAVING count(*) <> max(number) OR count(*) <> count(DISTINCT number)"},
    {"reception_once",
     "SELECT 0, 'visit ' || a.visit || ' ended ' || a.outcome || ' with number ' || a.number ||"
     " ' and is booked ' || count(e.visit) || ' times' FROM came a LEFT JOIN entry e ON e.visit ="
     " a.visit AND e.effect = CASE a.outcome WHEN 'received' THEN 'new' ELSE 'again' END AND"
     " e.number = a.number GROUP BY a.visit HAVING count(e.visit) <> (a.outcome <> 'turned_away')"},
    {"reception_once",
     "SELECT 0, 'visit ' || visit || ' is booked ' || count(*) || ' times (' || request || ')' FROM"
     " entry GROUP BY request HAVING count(*) > 1"},
    {"reception_once",
     "SELECT 0, 'clinic ' || clinic || ' gave patient ' || patient || ' the numbers ' || "
     "min(number)"
     " || ' and ' || max(number) FROM entry GROUP BY clinic, patient HAVING min(number) <>"
     " max(number)"},
    {"insurance_right",
     "SELECT 0, 'visit ' || visit || ' is booked (' || effect || ') as ' || insurance || ' with"
     " insurer ' || insurer || ', truly it is ' || truly FROM clinic_truth WHERE asked >= 0 AND "
     "(insurer "
     "<>"
     " truly OR insurance <> CASE WHEN truly > 0 AND chart NOT IN (0, truly) THEN 'changed' WHEN"
     " truly > 0 THEN 'valid' WHEN entered THEN 'expired' ELSE 'unknown' END)"},
    {"insurance_right",
     "SELECT 0, 'visit ' || visit || ' is booked (' || effect || ') as ' || insurance || ' and"
     " nobody was asked' FROM clinic_truth WHERE asked < 0 AND (insurance <> 'unchecked' OR "
     "insurer <> "
     "0)"},
    {"insurance_right",
     "SELECT 0, 'visit ' || visit || ' is booked by an answer for a moment ' || ((begun - asked) /"
     " 1000000000) || ' s before it began' FROM clinic_truth WHERE asked >= 0 AND asked NOT "
     "BETWEEN begun"
     " AND t"},
    {"insurance_right",
     "SELECT 0, 'visit ' || visit || ' came by ' || way || ' and is ' || insurance FROM came WHERE"
     " outcome <> 'turned_away' AND (way = 'paper') <> (insurance = 'unchecked')"},
    {"insurance_right",
     "SELECT 0, 'the screen of visit ' || a.visit || ' said ' || a.insurance || ', the book ' ||"
     " e.insurance FROM came a JOIN entry e ON e.visit = a.visit AND e.effect <> 'checked' WHERE"
     " e.insurance <> a.insurance OR e.asked <> a.asked"},
    {"queue_right",
     "SELECT 0, 'terminal ' || a.terminal || ' had visits ' || a.visit || ' and ' || b.visit ||"
     " ' at once' FROM came a JOIN came b ON b.clinic = a.clinic AND b.terminal = a.terminal AND"
     " b.place > a.place AND b.begun < a.ended"},
    {"queue_right",
     "SELECT 0, 'visit ' || b.visit || ' came later than ' || a.visit || ' and went first' FROM "
     "came"
     " a JOIN came b ON b.clinic = a.clinic AND b.place = a.place + 1 AND b.begun < a.begun"},
}};

constexpr std::array<SqlSituation, 10> situations{{
    {"insurance_changed_seen", "SELECT count(*) FROM entry WHERE insurance = 'changed'"},
    {"insurance_expired_seen", "SELECT count(*) FROM entry WHERE insurance = 'expired'"},
    {"insurance_unknown_seen", "SELECT count(*) FROM entry WHERE insurance = 'unknown'"},
    {"insurance_checked_later_seen", "SELECT count(*) FROM entry WHERE effect = 'checked'"},
    {"eligibility_away_seen", "SELECT count(*) FROM came WHERE reason IN ('away', 'no_answer')"},
    {"reception_again_seen", "SELECT count(*) FROM entry WHERE effect = 'again'"},
    {"reception_queue_seen", "SELECT count(*) FROM came WHERE begun > waits_from"},
    {"face_then_pin_seen", "SELECT count(*) FROM came WHERE way = 'pin' AND looks > 0"},
    {"impostor_turned_away_seen", "SELECT count(*) FROM came WHERE outcome = 'turned_away'"},
    {"revoked_on_paper_seen", "SELECT count(*) FROM came WHERE reason IN ('revoked', 'expired')"},
}};

// A patient begins when all of these are over: the way there, the doors' opening, and as many of
// the earlier patients as leave one terminal free.
void check_queues(Database& database, Findings& findings)
{
    const std::int64_t terminals =
        database.integer("SELECT coalesce(max(terminals), 1) FROM clinic");
    const std::string sql = fmt::format(
        "SELECT 0, 'visit ' || visit || ' began ' || ((begun - due) / 1000000000) || ' s after its"
        " turn' FROM (SELECT a.visit, a.begun, max(a.waits_from, coalesce((SELECT b.ended FROM came"
        " b WHERE b.clinic = a.clinic AND b.place < a.place ORDER BY b.ended DESC LIMIT 1 OFFSET"
        " {}), 0)) AS due FROM came a) WHERE begun IS NOT due",
        terminals - 1);
    find_violations(database, {"queue_right", sql.c_str()}, findings);
}

// Impostors are let in by their face as often as the declared rate allows.
void check_impostors(Database& database, const ClinicFace& face, Findings& findings)
{
    double never = 1;
    for (std::int32_t i = 0; i < face.looks; ++i) never *= 1 - face.false_match_ppm / 1e6;
    const std::int64_t came =
        database.integer("SELECT count(*) FROM came WHERE resident <> claims AND looks > 0");
    const std::int64_t in = database.integer(
        "SELECT count(*) FROM came WHERE resident <> claims AND way = 'face' AND outcome <>"
        " 'turned_away'");
    const std::int64_t most = most_by_chance(came, 1 - never);
    if (in > most)
        findings.add({"reception_person_right",
                      {},
                      "",
                      0,
                      fmt::format("{} of {} impostors were received by their face, the declared"
                                  " rate allows {}",
                                  in, came, most)});
}

}  // namespace

void judge_clinic_receptions(Database& database, const Clinics& declared, Findings& findings,
                             ServiceFacts& facts)
{
    for (const char* sql : preparations) database.exec(sql);
    for (const SqlCheck& check : checks) find_violations(database, check, findings);
    check_queues(database, findings);
    check_impostors(database, declared.face, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t came = count("SELECT count(*) FROM came");
    const std::int64_t asked = count("SELECT count(*) FROM entry WHERE asked >= 0");
    facts.counts["receptions"] = {count("SELECT count(*) FROM entry WHERE effect = 'new'"), came};
    facts.counts["receptions_unchecked"] = {
        count("SELECT count(*) FROM (SELECT clinic, patient FROM entry GROUP BY clinic, patient"
              " HAVING max(asked) < 0)"),
        came};
    facts.counts["patients_turned_away"] = {
        count("SELECT count(*) FROM came WHERE outcome = 'turned_away'"), came};
    facts.properties.push_back(always("reception_person_right", came, findings));
    facts.properties.push_back(always("reception_once", came, findings));
    facts.properties.push_back(always("insurance_right", asked, findings));
    facts.properties.push_back(always("queue_right", came, findings));
    for (const SqlSituation& one : situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    facts.lengths["reception_wait"] =
        lengths_of(database, "SELECT begun - waits_from FROM came WHERE begun >= 0");
}

}  // namespace sim
