// SPDX-License-Identifier: Apache-2.0
#include "sim/record/tariff_rule_writer.h"

namespace sim
{

namespace
{

void bind_money(Query& query, int index, const std::optional<fw::Yen>& amount)
{
    if (amount)
        query.bind(index, amount->count);
    else
        query.bind_null(index);
}

void bind_day(Query& query, int index, const std::optional<Date>& day)
{
    if (day)
        query.bind(index, day->days);
    else
        query.bind_null(index);
}

// The last three columns of every rule.
void bind_source(Query& query, int index, const Source& source)
{
    query.bind(index, source.text).bind(index + 1, status_of(source)).bind(index + 2, source.line);
}

}  // namespace

const char* status_of(const Source& source)
{
    return source.assumed ? "assumed" : "published";
}

void write_discounts(Database& database, const Tariff& tariff)
{
    Query query = database.query(
        "INSERT INTO tariff_discount VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query place = database.query("INSERT INTO tariff_discount_operator VALUES (?, ?)");
    Query route = database.query("INSERT INTO tariff_discount_route VALUES (?, ?)");
    Query district = database.query("INSERT INTO tariff_discount_district VALUES (?, ?)");
    Query excluded = database.query("INSERT INTO tariff_discount_excluded VALUES (?, ?)");
    for (const Discount& d : tariff.discounts) {
        query.bind(1, d.number).bind(2, d.id).bind(3, d.percent_ppm).bind(4, d.amount.count);
        query.bind(5, d.from.days);
        bind_day(query, 6, d.until);
        bind_source(query, 7, d.source);
        query.bind(10, d.age_from).bind(11, d.age_to).bind(12, int{d.age_by_fiscal_year});
        query.bind(13, int{tariff.age_reached_on_eve}).bind(14, int{d.residents_only});
        if (d.membership)
            query.bind(15, *d.membership == MemberKind::full ? "full" : "light").run();
        else
            query.bind_null(15).run();
        for (const std::string& id : d.routes) route.insert(d.number, id);
        for (const std::string& id : d.districts) district.insert(d.number, id);
        for (const std::string& id : d.operators) place.insert(d.number, id);
        for (const std::string& id : d.excluded_routes) excluded.insert(d.number, id);
    }
}

void write_zones(Database& database, const Tariff& tariff)
{
    Query query = database.query("INSERT INTO tariff_zone VALUES (?, ?, ?, ?, ?)");
    Query stop = database.query("INSERT INTO tariff_zone_stop VALUES (?, ?)");
    std::int64_t number = 0;
    for (const Zone& zone : tariff.zones) {
        query.bind(1, ++number).bind(2, zone.id);
        bind_source(query, 3, zone.source);
        query.run();
        for (const std::string& id : zone.stops) stop.insert(number, id);
    }
}

void write_flat(Database& database, const Tariff& tariff, const OperatorNumbers& operators)
{
    Query query =
        database.query("INSERT INTO tariff_flat VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query route = database.query("INSERT INTO tariff_flat_route VALUES (?, ?)");
    std::int64_t rule = 0;
    for (const FlatFare& f : tariff.flat) {
        query.bind(1, ++rule).bind(2, f.id).bind(3, operators.at(f.operator_id));
        query.bind(4, f.fare.count);
        bind_money(query, 5, f.cash_fare);
        bind_money(query, 6, f.child_fare);
        query.bind(7, f.collect == Collect::on_boarding ? "on_boarding" : "on_alighting");
        query.bind(8, f.valid.from.days);
        bind_day(query, 9, f.valid.until);
        bind_source(query, 10, f.source);
        query.run();
        for (const std::string& id : f.routes) route.insert(rule, id);
    }
}

void write_od(Database& database, const Tariff& tariff, const OperatorNumbers& operators)
{
    Query query =
        database.query("INSERT INTO tariff_od VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t rule = 0;
    for (const OdFare& f : tariff.od) {
        query.bind(1, ++rule).bind(2, f.id).bind(3, operators.at(f.operator_id)).bind(4, f.route);
        query.bind(5, f.from).bind(6, f.to).bind(7, f.fare.count);
        bind_money(query, 8, f.cash_fare);
        query.bind(9, f.valid.from.days);
        bind_day(query, 10, f.valid.until);
        bind_source(query, 11, f.source);
        query.run();
    }
}

void write_passes(Database& database, const Tariff& tariff)
{
    Query query =
        database.query("INSERT INTO tariff_pass VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query place = database.query("INSERT INTO tariff_pass_operator VALUES (?, ?)");
    Query excluded = database.query("INSERT INTO tariff_pass_excluded VALUES (?, ?)");
    for (const Pass& pass : tariff.passes) {
        query.bind(1, pass.number).bind(2, pass.id);
        query.bind(3, pass.kind == PassKind::area ? "area" : "amount").bind(4, pass.price.count);
        bind_money(query, 5, pass.child_price);
        query.bind(6, pass.lasts.count).bind(7, pass.area);
        bind_source(query, 8, pass.source);
        bind_money(query, 11, pass.resident_price);
        query.run();
        for (const std::string& id : pass.operators) place.insert(pass.number, id);
        for (const std::string& id : pass.excluded_routes) excluded.insert(pass.number, id);
    }
}

void write_caps(Database& database, const Tariff& tariff)
{
    Query query = database.query("INSERT INTO tariff_cap VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    Query place = database.query("INSERT INTO tariff_cap_operator VALUES (?, ?)");
    for (const Cap& cap : tariff.caps) {
        query.bind(1, cap.number).bind(2, cap.id).bind(3, cap.amount.count);
        query.bind(4, cap.valid.from.days);
        bind_day(query, 5, cap.valid.until);
        bind_source(query, 6, cap.source);
        query.run();
        for (const std::string& id : cap.operators) place.insert(cap.number, id);
    }
}

void write_sale_rules(Database& database, const Tariff& tariff)
{
    if (!tariff.merchants) return;
    const Merchants& merchants = *tariff.merchants;
    Query rules = database.query("INSERT INTO tariff_merchants VALUES (?, ?, ?, ?, ?)");
    rules.bind(1, merchants.operator_number);
    rules.bind(2, merchants.together == TogetherAs::best_of ? 1 : 0);
    bind_source(rules, 3, merchants.source);
    rules.run();
    Query discount = database.query("INSERT INTO tariff_sale_discount VALUES (?, ?, ?, ?, ?, ?)");
    for (const SaleDiscount& one : merchants.discounts) {
        discount.bind(1, one.of_number).bind(2, one.id).bind(3, one.percent_ppm);
        bind_source(discount, 4, one.source);
        discount.run();
    }
    if (!merchants.points) return;
    Query points = database.query("INSERT INTO tariff_points VALUES (?, ?, ?, ?, ?, ?)");
    points.bind(1, merchants.points->per_ride.count).bind(2, merchants.points->join_window.count);
    points.bind(3, merchants.points->reward == Reward::once_a_ride_and_shop ? 1 : 0);
    bind_source(points, 4, merchants.points->source);
    points.run();
}

}  // namespace sim
