// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/online_consultations.h"

#include <fmt/format.h>

#include "sim/verify/online_sql.h"

namespace sim
{

namespace
{

// A beat, and the time a message may take before the next one goes out.
std::int64_t longest_beat(const OnlineClinic& rules)
{
    return rules.times.beat.count + rules.deadline.count;
}

// Nobody is talked to whose phone has been silent for longer than the doctor waits, and nobody is
// given up before.
void check_lines(Database& database, const OnlineClinic& rules, Findings& findings)
{
    const std::int64_t noticed = rules.times.gone_after.count + 2 * longest_beat(rules);
    const std::int64_t given_up = rules.times.gone_after.count + rules.times.grace.count;
    const std::string silent = fmt::format(
        "SELECT 0, 'consultation ' || o.visit || ' was held though the phone was silent' FROM oc o"
        " JOIN online_talk k ON k.visit = o.visit WHERE o.finished IS NOT NULL AND "
        "(coalesce((SELECT"
        " max(w.t) FROM oc_word w WHERE w.visit = o.visit AND w.t <= k.ended), 0) < k.ended - {} OR"
        " EXISTS (SELECT 1 FROM oc_word w WHERE w.visit = o.visit AND w.t BETWEEN o.begun AND"
        " k.ended AND w.t - w.before > {}))",
        noticed, given_up + 3 * longest_beat(rules));
    const std::string hasty = fmt::format(
        "SELECT 0, 'consultation ' || o.visit || ' was given up too early on a patient whose line"
        " had come back' FROM oc o JOIN online_talk k ON k.visit = o.visit AND k.outcome ="
        " 'broken_off' WHERE (SELECT max(w.t) FROM oc_word w WHERE w.visit = o.visit AND w.t <"
        " k.ended - 2000000000) > k.ended - {}",
        given_up);
    const std::string missed = fmt::format(
        "SELECT 0, 'appointment ' || o.visit || ' was missed by a patient who was there' FROM oc o"
        " WHERE o.missed IS NOT NULL AND (EXISTS (SELECT 1 FROM oc_word w WHERE w.visit = o.visit"
        " AND w.t BETWEEN o.missed - {} AND o.missed AND o.proven <= w.t) OR o.missed < o.start +"
        " {})",
        rules.times.gone_after.count, rules.times.patience.count);
    for (const std::string& sql : {silent, hasty, missed})
        find_violations(database, {"consultation_order_right", sql.c_str()}, findings);
}

void measure_times(const Database& database, ServiceFacts& facts)
{
    facts.lengths["consultation_wait"] =
        lengths_of(database, "SELECT begun - max(start, joined) FROM oc WHERE begun IS NOT NULL");
    facts.lengths["consultation_payment"] =
        lengths_of(database,
                   "SELECT min(m.t) - o.finished FROM oc o JOIN oc_money m ON m.visit = o.visit"
                   " GROUP BY o.visit");
}

}  // namespace

void judge_online_consultations(Database& database, const OnlineClinic& rules, Findings& findings,
                                ServiceFacts& facts)
{
    for (const char* sql : online_sql::preparations) database.exec(sql);
    for (const SqlCheck& check : online_sql::checks) find_violations(database, check, findings);
    check_lines(database, rules, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t wanted = count("SELECT count(*) FROM oc");
    const std::int64_t held = count("SELECT count(*) FROM oc WHERE finished IS NOT NULL");
    facts.counts["consultations_held"] = {held, wanted};
    facts.counts["consultations_broken_off"] = {
        count("SELECT count(*) FROM oc WHERE broken IS NOT NULL"), wanted};
    facts.counts["consultations_unproven"] = {
        count("SELECT count(*) FROM oc WHERE reason IN ('pin_blocked', 'wrong_card', 'card_lifted',"
              " 'revoked', 'expired', 'other_person', 'authority_away')"),
        wanted};
    facts.counts["consultation_invoices_open"] = {
        count("SELECT count(*) FROM oc_bill WHERE state <> 'balanced'"), held};
    facts.counts["consultation_refunds"] = {count("SELECT count(*) FROM oc_money WHERE yen < 0"),
                                            held};
    facts.properties.push_back(always("consultation_order_right", wanted, findings));
    facts.properties.push_back(always("consultation_paid_once", wanted, findings));
    facts.properties.push_back(
        always("consultation_seen_right", count("SELECT count(*) FROM online_look"), findings));
    for (const SqlSituation& one : online_sql::situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    measure_times(database, facts);
}

}  // namespace sim
