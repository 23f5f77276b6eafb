// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/portal_coupons.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

// Of taps: kind 6 a sale, 5 a cancel; verdict 0 accepted, 1 recovered, 3 unconfirmed.
constexpr std::array<const char*, 8> coupon_tables{{
    "CREATE TEMP TABLE term AS SELECT c.coupon, c.t AS issued, n.notice, n.sender, n.yen,"
    " n.least_sale, n.shop, n.until FROM coupon c JOIN portal_notice n ON n.notice = c.notice",
    "CREATE UNIQUE INDEX temp.term_of ON term (coupon)",
    // What each receipt's touches say: paid with something off, in full, back, or unknown.
    "CREATE TEMP TABLE paid AS SELECT t.trip AS receipt, s.amount, max(t.kind = 6 AND t.verdict IN"
    " (0, 1) AND t.base_fare < s.amount) AS less, max(t.kind = 6 AND t.verdict IN (0, 1) AND"
    " t.base_fare = s.amount) AS whole, max(t.kind = 5 AND t.verdict IN (0, 1)) AS back, max(t.kind"
    " = 6 AND t.verdict = 3) AS doubt, min(CASE WHEN t.kind = 5 AND t.verdict IN (0, 1) OR t.kind ="
    " 6 AND t.verdict IN (0, 1) AND t.base_fare = s.amount THEN t.t0 + t.d8 END) AS freed FROM tap "
    "t"
    " JOIN sale s ON s.sale = t.trip - 2147483648 WHERE t.trip >= 2147483648 GROUP BY t.trip",
    "CREATE UNIQUE INDEX temp.paid_of ON paid (receipt)",
    "CREATE TEMP TABLE granted AS SELECT c.rowid AS n, c.t, c.coupon, c.shop, c.receipt, c.yen,"
    " coalesce(p.less, 0) AS less, coalesce(p.whole, 0) AS whole, coalesce(p.back, 0) AS back,"
    " coalesce(p.doubt, 0) AS doubt, p.freed FROM coupon_claim c LEFT JOIN paid p ON p.receipt ="
    " c.receipt WHERE c.outcome = 'granted'",
    // With its coupon off, and nobody took that back.
    "CREATE TEMP TABLE redeemed AS SELECT g.*, t.sender, t.yen AS worth FROM granted g JOIN term t"
    " ON t.coupon = g.coupon WHERE less = 1 AND back = 0",
    "CREATE INDEX temp.redeemed_of ON redeemed (coupon)",
    "CREATE TEMP TABLE due_end AS SELECT t.coupon, CASE WHEN EXISTS (SELECT 1 FROM redeemed r WHERE"
    " r.coupon = t.coupon) THEN 'redeemed' WHEN EXISTS (SELECT 1 FROM granted g WHERE g.coupon ="
    " t.coupon AND doubt = 1 AND less = 0 AND whole = 0 AND back = 0) THEN 'held' WHEN t.until <="
    " (SELECT value FROM portal_rule WHERE name = 'closed') THEN 'expired' ELSE 'open' END AS state"
    " FROM term t",
}};

constexpr std::array<SqlCheck, 9> coupon_checks{{
    {"coupons_once",
     "SELECT 0, 'coupon ' || coupon || ' was redeemed ' || count(*) || ' times' FROM redeemed GROUP"
     " BY coupon HAVING count(*) > 1"},
    {"coupons_once",
     "SELECT 0, 'coupon ' || g.coupon || ' was granted for receipt ' || g.receipt || ' while ' ||"
     " e.receipt || ' held it' FROM granted g JOIN granted e ON e.coupon = g.coupon AND e.n < g.n"
     " AND e.receipt <> g.receipt WHERE e.freed IS NULL OR e.freed > g.t"},
    {"coupons_once",
     "SELECT 0, 'claim ' || c.request || ' of coupon ' || c.coupon || ' was granted against its"
     " terms' FROM coupon_claim c LEFT JOIN term t ON t.coupon = c.coupon WHERE c.outcome ="
     " 'granted' AND (t.coupon IS NULL OR c.t >= t.until OR (t.shop > 0 AND t.shop <> c.shop) OR"
     " c.amount < t.least_sale OR c.t < t.issued)"},
    {"coupons_once",
     "SELECT 0, 'claim ' || c.request || ' of coupon ' || c.coupon || ' was refused (' || c.outcome"
     " || ') without cause' FROM coupon_claim c LEFT JOIN term t ON t.coupon = c.coupon WHERE CASE"
     " c.outcome WHEN 'unknown' THEN t.coupon NOT NULL AND t.issued < c.t WHEN 'expired' THEN c.t <"
     " t.until WHEN 'wrong_shop' THEN t.shop IN (0, c.shop) WHEN 'too_little' THEN c.amount >="
     " t.least_sale WHEN 'used' THEN NOT EXISTS (SELECT 1 FROM granted g WHERE g.coupon = c.coupon"
     " AND g.n < c.rowid AND (g.freed IS NULL OR g.freed > c.t)) ELSE 0 END"},
    {"coupons_once",
     "SELECT 0, 'coupon ' || d.coupon || ' ended ' || coalesce(e.state, 'nowhere') || ', truly ' ||"
     " d.state FROM due_end d LEFT JOIN coupon_end e ON e.coupon = d.coupon WHERE e.state IS NOT"
     " d.state OR (SELECT count(*) FROM coupon_end x WHERE x.coupon = d.coupon) <> 1"},
    {"coupons_once",
     "SELECT 0, 'claim ' || request || ' was decided ' || count(*) || ' times' FROM coupon_claim"
     " GROUP BY request HAVING count(*) > 1"},
    {"coupons_once",
     "SELECT 0, 'the till of sale ' || x.sale || ' took off a coupon that was not granted' FROM"
     " coupon_trial x WHERE x.keyed = 1 AND NOT EXISTS (SELECT 1 FROM granted g WHERE g.coupon ="
     " x.coupon AND g.receipt = x.sale + 2147483648)"},
    {"coupons_paid",
     "SELECT abs(coalesce(s.yen, 0) - d.yen), d.sender || ' owes shop ' || d.shop || ' ' || d.yen "
     "||"
     " ' yen for coupons and pays ' || coalesce(s.yen, 'nothing') FROM (SELECT sender, shop,"
     " sum(worth) AS yen, count(*) AS coupons FROM redeemed GROUP BY sender, shop) d LEFT JOIN"
     " coupon_statement s ON s.sender = d.sender AND s.shop = d.shop WHERE s.yen IS NOT d.yen OR"
     " s.coupons IS NOT d.coupons"},
    {"coupons_paid",
     "SELECT s.yen, s.sender || ' pays shop ' || s.shop || ' ' || s.yen || ' yen for nothing' FROM"
     " coupon_statement s WHERE NOT EXISTS (SELECT 1 FROM redeemed r WHERE r.sender = s.sender AND"
     " r.shop = s.shop)"},
}};

constexpr std::array<SqlSituation, 8> coupon_situations{{
    {"coupon_redeemed_seen", "SELECT count(*) FROM redeemed"},
    {"coupon_used_refused_seen", "SELECT count(*) FROM coupon_claim WHERE outcome = 'used'"},
    {"coupon_expired_refused_seen", "SELECT count(*) FROM coupon_claim WHERE outcome = 'expired'"},
    {"coupon_foreign_refused_seen",
     "SELECT count(*) FROM coupon_claim WHERE outcome IN ('wrong_shop', 'unknown')"},
    // The portal granted it, and the till did not hear that in time.
    {"coupon_unheard_seen",
     "SELECT count(*) FROM granted g JOIN coupon_trial x ON x.sale = g.receipt - 2147483648 WHERE"
     " x.keyed = 0"},
    {"coupon_doubt_seen", "SELECT count(*) FROM granted WHERE doubt = 1"},
    {"coupon_given_back_seen", "SELECT count(*) FROM granted WHERE less = 1 AND back = 1"},
    {"coupon_expired_seen", "SELECT count(*) FROM due_end WHERE state = 'expired'"},
}};

constexpr const char* unpaid =
    "SELECT abs(coalesce((SELECT sum(worth) FROM redeemed), 0) - coalesce((SELECT sum(yen) FROM"
    " coupon_statement), 0))";

}  // namespace

void judge_portal_coupons(Database& database, Findings& findings, ServiceFacts& facts)
{
    database.exec("CREATE INDEX claim_of ON coupon_claim (coupon)");
    database.exec("CREATE INDEX end_of ON coupon_end (coupon)");
    for (const char* sql : coupon_tables) database.exec(sql);
    for (const SqlCheck& check : coupon_checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t issued = count("SELECT count(*) FROM term");
    const std::int64_t claims = count("SELECT count(*) FROM coupon_claim");
    const std::int64_t redeemed = count("SELECT count(*) FROM redeemed");
    facts.counts["coupons_issued"] = {issued, issued};
    facts.counts["coupons_redeemed"] = {redeemed, issued};
    facts.counts["coupons_refused"] = {
        count("SELECT count(*) FROM coupon_claim WHERE outcome <> 'granted'"), claims};
    facts.counts["coupon_error"] = {count(unpaid), redeemed};
    facts.properties.push_back(always("coupons_once", issued + claims, findings));
    facts.properties.push_back(always("coupons_paid", redeemed, findings));
    for (const SqlSituation& one : coupon_situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
}

}  // namespace sim
