// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/due_sql.h"

namespace sim
{

namespace
{

// The moment of the tap, on the true clock where it is known.
std::string moment_of(const DueCase& asked)
{
    const std::string touched = "coalesce(t.t0, t.closed_at)";
    return asked.later_ns == 0 ? touched
                               : "(" + touched + " + " + std::to_string(asked.later_ns) + ")";
}

// A flat child fare stands in for half; cash has prices and halves of its own.
std::string one_rider(bool sales, bool coupons)
{
    const std::string off =
        coupons ? "- coalesce((SELECT o.yen FROM v_coupon_off o WHERE o.sale = s.sale), 0) " : "";
    return std::string("((((CASE ") + (sales ? "WHEN t.kind = 6 THEN s.amount " + off : "") +
           "WHEN t.true_half = 1 AND f.child_price NOT NULL THEN f.child_price"
           " WHEN t.kind = 4 THEN f.cash_price ELSE f.price END"
           " * r.mul1 + r.add1) / r.div1 * r.unit1) * r.mul2 + r.add2) / r.div2 * r.unit2)";
}

constexpr char base_rule[] =
    "CASE f.source WHEN 1 THEN (SELECT 'od:' || x.id FROM tariff_od x WHERE x.rule = f.rule)"
    " WHEN 2 THEN (SELECT 'flat:' || x.id FROM tariff_flat x WHERE x.rule = f.rule)"
    " WHEN 3 THEN (SELECT 'feed:' || x.fare_id FROM fare_row x WHERE x.row = f.rule) END";

constexpr char pass_covers[] = "pa.pass_key NOT NULL AND pb.pass_key NOT NULL";

}  // namespace

std::string perks_agreed(const std::string& moment)
{
    return moment +
           " < coalesce((SELECT p.until FROM perk_agreed p WHERE p.card = t.card AND p.t <= " +
           moment + " ORDER BY p.t DESC LIMIT 1), 0)";
}

DueSql::DueSql(const Database& database)
    : passes_(database.integer("SELECT EXISTS (SELECT 1 FROM fare_holder)") != 0),
      amounts_off_(
          database.integer("SELECT EXISTS (SELECT 1 FROM tariff_discount WHERE amount > 0)") != 0),
      sales_(database.integer("SELECT EXISTS (SELECT 1 FROM sale)") != 0),
      coupons_(database.integer("SELECT EXISTS (SELECT 1 FROM coupon)") != 0),
      perks_by_consent_(database.integer("SELECT EXISTS (SELECT 1 FROM pass_rule WHERE"
                                         " name = 'perks' AND value = 'by_consent')") != 0)
{
    Query query = database.query("SELECT edition, from_ns FROM tariff_edition ORDER BY 2, 1");
    while (query.step()) editions_.push_back({query.integer(0), query.integer(1)});
}

std::string DueSql::due() const
{
    const std::string exact = one_rider(sales_, coupons_);
    const std::string one = amounts_off_ ? "max(0, " + exact + ")" : exact;
    if (!passes_) return one + " * t.true_riders";
    return std::string("CASE WHEN NOT (") + pass_covers + ") THEN " + one +
           " WHEN h.amount IS NULL THEN 0 * " + one + " ELSE max(0, " + one +
           " - h.amount) END * t.true_riders";
}

std::string DueSql::edition_bits(const DueCase& asked) const
{
    if (asked.edition) return "(" + std::to_string(*asked.edition) + " << 56) | ";
    if (editions_.size() < 2) return "";
    std::string bits = "(CASE";
    for (auto edition = editions_.rbegin(); edition + 1 != editions_.rend(); ++edition)
        bits += " WHEN " + moment_of(asked) + " >= " + std::to_string(edition->begins) + " THEN " +
                std::to_string(edition->number);
    return bits + " ELSE " + std::to_string(editions_.front().number) + " END << 56) | ";
}

// Whether a shop may count a pass of the card.
std::string DueSql::pass_in_shop(const std::string& moment) const
{
    return "(EXISTS (SELECT 1 FROM fare_holder x WHERE x.card = t.card AND " + moment +
           " >= x.from_ns AND " + moment + " < x.until_ns)" +
           (perks_by_consent_ ? " AND " + perks_agreed(moment) : "") + ")";
}

// LEFT JOIN keeps the taps outermost, in rowid order: the planner's own order is 70 times slower
// (performance.md 7).
std::string DueSql::from(const DueCase& asked) const
{
    const std::string edition = edition_bits(asked);
    const std::string has_pass = passes_ ? pass_in_shop(moment_of(asked)) : "0";
    const std::string of_ride = "(f.route << 12) | CASE WHEN t.kind = 4 THEN 8 ELSE " +
                                asked.tap_class +
                                " << 4 END | CASE WHEN t.true_half = 1 AND f.child_price NOT NULL"
                                " THEN 0 ELSE t.true_half END";
    const std::string reduction = sales_ ? "CASE WHEN t.kind = 6 THEN (1 << 48) | (" +
                                               asked.tap_class + " << 4) | " + has_pass + " ELSE " +
                                               of_ride + " END"
                                         : of_ride;
    std::string sql =
        "FROM tap t LEFT JOIN fare_od f ON t.kind IN (1, 2, 4) AND f.fare_key = (" + edition +
        "(t.pattern << 20) | (" + asked.board + " << 10) | t.true_alight) " +
        (sales_ ? "LEFT JOIN sale s ON t.kind = 6 AND s.sale = t.rider " : "") +
        "LEFT JOIN fare_reduction r ON r.reduction_key = (" + edition + reduction + ")";
    if (!passes_) return sql;
    const std::string key = "((h.pass << 40) | (t.pattern << 10) | ";
    return sql + " LEFT JOIN fare_holder h ON h.card = t.card AND t.kind IN (1, 2) AND " +
           moment_of(asked) + " >= h.from_ns AND " + moment_of(asked) +
           " < h.until_ns LEFT JOIN fare_pass pa ON pa.pass_key = " + key + asked.board +
           ") LEFT JOIN fare_pass pb ON pb.pass_key = " + key + "CASE WHEN t.kind = 2 THEN " +
           asked.board + " ELSE t.true_alight END)";
}

std::string DueSql::rule() const
{
    const std::string coupon =
        coupons_ ? " || CASE WHEN EXISTS (SELECT 1 FROM v_coupon_off o WHERE o.sale = s.sale) THEN"
                   " ' - coupon' ELSE '' END"
                 : "";
    std::string rule = "CASE WHEN t.kind = 6 THEN 'sale'" + coupon + " ELSE " + base_rule + " END" +
                       " || CASE WHEN t.true_half = 1 AND f.child_price NOT NULL THEN ' child'"
                       " WHEN t.kind = 4 THEN ' cash' ELSE '' END || r.rule";
    if (!passes_) return rule;
    const std::string pass = "'pass:' || (SELECT p.id FROM tariff_pass p WHERE p.pass = h.pass)";
    return std::string("CASE WHEN NOT (") + pass_covers + " AND f.price NOT NULL) THEN " + rule +
           " WHEN h.amount IS NULL THEN " + pass + " ELSE " + rule + " || ' - ' || " + pass +
           " END";
}

}  // namespace sim
