// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/perk_books.h"

#include <fmt/format.h>

#include "sim/verify/due_sql.h"

namespace sim
{

namespace
{

std::string holds_at(const std::string& moment)
{
    return "EXISTS (SELECT 1 FROM fare_holder h WHERE h.card = t.card AND h.from_ns <= " + moment +
           " AND " + moment + " < h.until_ns)";
}

std::string sales()
{
    return " FROM tap t WHERE t.kind = 6 AND t.verdict = 0 AND t.t0 NOT NULL";
}

// Situations: sales with such a past.
constexpr struct {
    const char* name;
    const char* where;
} pasts[] = {
    {"perk_withdrawn_seen",
     " AND EXISTS (SELECT 1 FROM perk_agreed p WHERE p.card = t.card AND"
     " p.until <= p.t AND p.t < t.t0)"},
    {"perk_consent_over_seen",
     " AND EXISTS (SELECT 1 FROM perk_agreed p WHERE p.card = t.card AND p.until > p.t"
     " AND p.until <= t.t0)"},
    {"perk_pass_over_seen",
     " AND EXISTS (SELECT 1 FROM fare_holder h WHERE h.card = t.card AND h.until_ns <= t.t0)"},
    {"perk_bought_in_shop_seen",
     " AND EXISTS (SELECT 1 FROM pass_bound b WHERE b.card = t.card AND b.t < t.t0 AND b.rowid IN"
     " (SELECT p.rowid FROM pass_bound p JOIN tap r ON r.card = p.card AND r.kind = 1 AND"
     " r.t0 < p.t))"},
};

struct Sale {
    fw::TapKey tap;
    std::int64_t card = 0;
    bool given = false, asked = false;   // told of a pass; by the cloud
    bool holds = false, agrees = false;  // at the touch
    bool later = false;                  // both, when it was answered

    bool right() const { return asked ? given == (holds && agrees) || given == later : !given; }
};

Sale sale_of(const Query& query)
{
    Sale sale;
    sale.tap = {static_cast<std::uint32_t>(query.integer(0)),
                static_cast<std::uint32_t>(query.integer(1))};
    sale.card = query.integer(2);
    sale.given = query.integer(3) != 0;
    sale.asked = query.integer(4) != 0;
    sale.holds = query.integer(5) != 0;
    sale.agrees = query.integer(6) != 0;
    sale.later = query.integer(7) != 0 && query.integer(8) != 0;
    return sale;
}

void object(const Sale& sale, Findings& findings)
{
    findings.add({"perks_right", sale.tap, "decision", 0,
                  fmt::format("sale {}-{} of card {} was {} a pass; it holds {}, its holder {}",
                              sale.tap.device, sale.tap.sequence, sale.card,
                              sale.given ? "told of" : "not told of", sale.holds ? "one" : "none",
                              sale.agrees ? "agreed" : "did not agree")});
}

}  // namespace

void judge_perks(const Database& database, Findings& findings, ServiceFacts& facts)
{
    const std::string touched = "t.t0", answered = "(t.t0 + t.d4)";
    Query query = database.query(
        "SELECT t.device, t.sequence, t.card, t.pass <> 0,"
        " t.decided_by = 2, " +
        holds_at(touched) + ", " + perks_agreed(touched) + ", " + holds_at(answered) + ", " +
        perks_agreed(answered) + sales());
    std::int64_t checked = 0, without = 0, granted = 0;
    for (; query.step(); ++checked) {
        const Sale sale = sale_of(query);
        without += sale.holds && !sale.agrees;
        granted += sale.given;
        if (!sale.right()) object(sale, findings);
    }
    facts.properties.push_back(always("perks_right", checked, findings));
    facts.properties.push_back(sometimes("perk_granted_seen", granted));
    facts.properties.push_back(sometimes("perk_without_consent_seen", without));
    for (const auto& [name, where] : pasts)
        facts.properties.push_back(
            sometimes(name, database.integer("SELECT count(*)" + sales() + where)));
}

}  // namespace sim
