// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/city_ids.h"

#include <fmt/format.h>

#include "sim/verify/city_id_sql.h"
#include "sim/verify/declared_rate.h"

namespace sim
{

namespace
{

// What happens at a declared rate: how often it was tried and how often it came about.
struct Rate {
    const char* what;
    const char* rule;     // ppm
    int looks;            // 0: once; 1: in some look of several; -1: in every look
    const char* counted;  // SELECT of tries and of how often
};

constexpr std::array<Rate, 5> rates{{
    {"faces of others were taken for the owner's", "false_match_ppm", 1,
     "SELECT count(*), coalesce(sum(c.t IS NOT NULL), 0) FROM id_proof p LEFT JOIN id_came c ON"
     " c.proof = p.proof AND c.factor = 'face' WHERE p.face_at >= 0 AND p.face_of <> p.face_as AND"
     " p.hitch <> 'look_alike'"},
    {"faces that look alike were taken for the owner's", "look_alike_match_ppm", 1,
     "SELECT count(*), coalesce(sum(c.t IS NOT NULL), 0) FROM id_proof p LEFT JOIN id_came c ON"
     " c.proof = p.proof AND c.factor = 'face' WHERE p.face_at >= 0 AND p.face_of <> p.face_as AND"
     " p.hitch = 'look_alike'"},
    {"faces were not recognised", "false_non_match_ppm", -1,
     "SELECT count(*), coalesce(sum(reason = 'face_mismatch'), 0) FROM id_proof WHERE face_at >= 0"
     " AND face_of = face_as"},
    {"stolen phones signed", "stolen_opens_ppm", 0,
     "SELECT count(*), coalesce(sum(phone_at >= 0), 0) FROM id_proof WHERE custody <> '' AND"
     " resident <> claims AND hitch <> 'two_persons'"},
    {"phones did not open", "fails_ppm", 0,
     "SELECT count(*), coalesce(sum(reason = 'not_unlocked'), 0) FROM id_proof WHERE custody <> ''"
     " AND (resident = claims OR hitch = 'two_persons')"},
}};

std::int64_t rule(const Database& database, const char* name)
{
    return database.integer(
        fmt::format("SELECT CAST(max(value) AS INTEGER) FROM id_rule WHERE name = '{}'", name)
            .c_str());
}

double share_of(const Database& database, const Rate& rate)
{
    const double once = static_cast<double>(rule(database, rate.rule)) / 1e6;
    const std::int64_t looks = rate.looks == 0 ? 1 : rule(database, "looks");
    double all = 1;
    for (std::int64_t i = 0; i < looks; ++i) all *= rate.looks < 0 ? once : 1 - once;
    return rate.looks < 0 ? all : 1 - all;
}

void check_rate(const Database& database, const Rate& rate, Findings& findings)
{
    Query row = database.query(rate.counted);
    row.step();
    const std::int64_t tries = row.integer(0), seen = row.integer(1);
    const std::int64_t most = most_by_chance(tries, share_of(database, rate));
    if (seen > most)
        findings.add({"tiers_right",
                      {},
                      "",
                      0,
                      fmt::format("{} of {} {}, the declared rates allow {}", seen, tries,
                                  rate.what, most)});
}

constexpr std::array<SqlSituation, 10> situations{{
    {"id_overlap_seen",
     "SELECT count(*) FROM id_proof p WHERE outcome = 'accepted' AND (SELECT count(DISTINCT"
     " b.position) FROM id_band b WHERE b.service = p.service AND p.amount BETWEEN b.from_yen AND"
     " b.to_yen) > 1"},
    {"stronger_than_required_seen", "SELECT count(*) FROM id_proof WHERE stronger = 1"},
    {"method_too_weak_seen", "SELECT count(*) FROM id_proof WHERE reason = 'method_too_weak'"},
    {"impostor_refused_seen",
     "SELECT count(*) FROM id_proof WHERE resident <> claims AND outcome = 'refused'"},
    {"two_persons_seen", "SELECT count(*) FROM id_proof WHERE reason = 'two_persons'"},
    {"window_over_seen", "SELECT count(*) FROM id_proof WHERE reason = 'window_over'"},
    {"id_rebound_seen", "SELECT count(*) FROM id_binding WHERE change = 'rebound'"},
    {"id_certificate_over_seen",
     "SELECT count(*) FROM id_proof WHERE reason IN ('revoked', 'expired')"},
    {"id_authority_away_seen", "SELECT count(*) FROM id_factor WHERE answer = 'authority_away'"},
    {"custody_refused_seen",
     "SELECT count(*) FROM id_issue WHERE reason IN ('no_custody', 'bad_attestation')"},
}};

void find(Database& database, Findings& findings)
{
    database.exec(city_id_sql::law_table);
    make_accepted_methods(database, city_id_sql::methods);
    for (const char* sql : city_id_sql::preparations) database.exec(sql);
    for (const SqlCheck& check : city_id_sql::tier_checks)
        find_violations(database, check, findings);
    for (const SqlCheck& check : city_id_sql::fresh_checks)
        find_violations(database, check, findings);
    for (const Rate& rate : rates) check_rate(database, rate, findings);
}

}  // namespace

void judge_city_ids(Database& database, Findings& findings, ServiceFacts& facts)
{
    find(database, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t proofs = count("SELECT count(*) FROM id_proof");
    const std::int64_t accepted = count("SELECT count(*) FROM id_decision");
    const std::int64_t bound = count("SELECT count(*) FROM id_binding WHERE change <> 'earlier'");
    facts.counts["id_proofs"] = {accepted, proofs};
    facts.counts["id_proofs_refused"] = {proofs - accepted, proofs};
    facts.counts["id_bindings"] = {bound, count("SELECT count(*) FROM id_issue")};
    facts.properties.push_back(always("tiers_right", proofs, findings));
    facts.properties.push_back(always("id_fresh", bound + accepted, findings));
    for (const auto& [name, sql] : situations)
        facts.properties.push_back(sometimes(name, count(sql)));
    facts.lengths["id_proof_time"] =
        lengths_of(database, "SELECT decided - begun FROM id_proof WHERE outcome = 'accepted'");
    facts.lengths["signing_time_element"] = lengths_of(
        database, "SELECT signing FROM id_proof WHERE signing >= 0 AND custody = 'secure_element'");
    facts.lengths["signing_time_sub_sim"] = lengths_of(
        database, "SELECT signing FROM id_proof WHERE signing >= 0 AND custody = 'sub_sim'");
}

}  // namespace sim
