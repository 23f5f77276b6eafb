// SPDX-License-Identifier: Apache-2.0
#include "sim/record/city_writer.h"

#include <fmt/format.h>

#include <map>

namespace sim
{

namespace
{

using Operators = std::map<std::string, std::int64_t>;

const char* status_of(const Source& source)
{
    return source.assumed ? "assumed" : "published";
}

void bind_or_null(Query& query, int index, bool present, std::int64_t value)
{
    if (present)
        query.bind(index, value);
    else
        query.bind_null(index);
}

void write_run(Database& database, const Scenario& scenario, const RunFacts& facts)
{
    database
        .query(
            "INSERT INTO run (id, status, scenario, scenario_file, seed, build, mode,"
            " timetable_date, tariff_date, resolved) VALUES (1, 'aborted', ?,?,?,?,?,?,?,?)")
        .insert(scenario.name, scenario.file, std::to_string(scenario.seed), facts.build,
                facts.mode, to_string(scenario.timetable_date), to_string(scenario.tariff_date),
                scenario.resolved);
}

void write_network(Database& database, const CityRows& city)
{
    const Timetable& table = *city.timetable;
    std::int64_t n = 0;
    Query feed = database.query("INSERT INTO feed VALUES (?, ?)");
    for (const std::string& stem : table.feeds) feed.insert(n++, stem);
    Query stop = database.query("INSERT INTO stop VALUES (?, ?, ?, ?, ?, ?, ?7 / 1e7, ?8 / 1e7)");
    n = 0;
    for (const FeedStop& s : table.stops)
        stop.insert(n++, s.feed, s.id, s.name, s.zone, s.parent,
                    static_cast<std::int64_t>(s.lat * 1e7), static_cast<std::int64_t>(s.lon * 1e7));
    Query route = database.query("INSERT INTO route VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < table.routes.size(); ++i)
        route.insert(static_cast<std::int64_t>(i), table.routes[i].feed, table.routes[i].id,
                     table.routes[i].name,
                     i < city.operator_of_route.size() ? city.operator_of_route[i] : 0);
    Query pattern = database.query("INSERT INTO pattern VALUES (?, ?, ?)");
    Query position = database.query("INSERT INTO pattern_stop VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < table.patterns.size(); ++i) {
        const Pattern& p = table.patterns[i];
        const auto number = static_cast<std::int64_t>(i);
        pattern.insert(number, p.route, i < city.first_code.size() ? city.first_code[i] : 0);
        for (std::size_t at = 0; at < p.stops.size(); ++at)
            position.insert(number, static_cast<std::int64_t>(at), p.stops[at],
                            at < p.pickup.size() ? p.pickup[at] : 1,
                            at < p.drop_off.size() ? p.drop_off[at] : 1);
    }
}

void write_vehicles(Database& database, const CityRows& city)
{
    const Timetable& table = *city.timetable;
    Query bus = database.query("INSERT INTO bus VALUES (?, ?, ?, ?, ?)");
    Query device = database.query("INSERT INTO device VALUES (?, ?, ?)");
    for (const BusRow& b : city.buses) {
        bus.insert(b.bus, b.name, b.operator_index, b.first_device, b.readers);
        for (std::uint32_t i = 0; i < b.readers; ++i) device.insert(b.first_device + i, b.bus, i);
    }
    Query trip = database.query("INSERT INTO trip VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const TripRow& row : city.trips) {
        const FeedTrip& t = table.trips.at(row.feed_trip);
        const bool timed = t.first_stop_time < table.stop_times.size();
        trip.insert(row.trip, t.id, t.headsign, t.pattern, row.bus,
                    table.routes.at(table.patterns.at(t.pattern).route).feed,
                    timed ? table.stop_times[t.first_stop_time].departure : 0);
    }
}

void write_fare_rows(Database& database, const Timetable& table)
{
    Query query = database.query("INSERT INTO fare_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t n = 0;
    for (const FareRow& row : table.fare_rows) {
        query.bind(1, ++n).bind(2, row.feed).bind(3, row.route).bind(4, row.origin);
        query.bind(5, row.destination).bind(6, row.price.count).bind(8, row.fare_id);
        bind_or_null(query, 7, row.ic_price.has_value(), row.ic_price.value_or(fw::Yen{}).count);
        query.run();
    }
}

Operators write_operators(Database& database, const Tariff& tariff)
{
    Operators numbers;
    Query name = database.query("INSERT INTO operator VALUES (?, ?)");
    Query order = database.query("INSERT INTO tariff_order VALUES (?, ?, ?, ?, ?)");
    Query rounding =
        database.query("INSERT INTO tariff_rounding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t rule = 0;
    for (const OperatorTariff& o : tariff.operators) {
        const auto number = static_cast<std::int64_t>(numbers.size());
        numbers[o.id] = number;
        name.insert(number, o.id);
        order.insert(number, o.order == DiscountOrder::half_then_discount, o.source.text,
                     status_of(o.source), o.source.line);
        for (const Rounding& r : o.rounding)
            rounding.insert(++rule, r.id, number, r.medium == Medium::ic ? "ic" : "cash",
                            r.unit.count,
                            r.mode == RoundingMode::up     ? "up"
                            : r.mode == RoundingMode::down ? "down"
                                                           : "half_up",
                            r.from.days, r.source.text, status_of(r.source), r.source.line);
    }
    return numbers;
}

void write_discounts(Database& database, const Tariff& tariff)
{
    Query query = database.query("INSERT INTO tariff_discount VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    Query place = database.query("INSERT INTO tariff_discount_operator VALUES (?, ?)");
    Query excluded = database.query("INSERT INTO tariff_discount_excluded VALUES (?, ?)");
    for (const Discount& d : tariff.discounts) {
        query.bind(1, d.number).bind(2, d.id).bind(3, d.percent_ppm).bind(4, d.from.days);
        bind_or_null(query, 5, d.until.has_value(), d.until.value_or(Date{}).days);
        query.bind(6, d.source.text).bind(7, status_of(d.source)).bind(8, d.source.line).run();
        for (const std::string& id : d.operators) place.insert(d.number, id);
        for (const std::string& id : d.excluded_routes) excluded.insert(d.number, id);
    }
}

void write_prices(Database& database, const Tariff& tariff, const Operators& operators)
{
    const auto number_of = [&operators](const std::string& id) {
        const auto found = operators.find(id);
        return found == operators.end() ? std::int64_t{-1} : found->second;
    };
    Query flat = database.query("INSERT INTO tariff_flat VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query flat_route = database.query("INSERT INTO tariff_flat_route VALUES (?, ?)");
    std::int64_t rule = 0;
    for (const FlatFare& f : tariff.flat) {
        flat.bind(1, ++rule).bind(2, f.id).bind(3, number_of(f.operator_id)).bind(4, f.fare.count);
        bind_or_null(flat, 5, f.child_fare.has_value(), f.child_fare.value_or(fw::Yen{}).count);
        flat.bind(6, f.collect == Collect::on_boarding ? "on_boarding" : "on_alighting");
        flat.bind(7, f.source.text).bind(8, status_of(f.source)).bind(9, f.source.line).run();
        for (const std::string& id : f.routes) flat_route.insert(rule, id);
    }
    Query od = database.query("INSERT INTO tariff_od VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    rule = 0;
    for (const OdFare& f : tariff.od)
        od.insert(++rule, f.id, number_of(f.operator_id), f.route, f.from, f.to, f.fare.count,
                  f.source.text, status_of(f.source), f.source.line);
}

void write_settings(Database& database, const Scenario& scenario)
{
    const Tariff& tariff = scenario.city.tariff;
    Query query = database.query("INSERT INTO tariff_setting VALUES (?, ?)");
    query.insert("tariff", tariff.id);
    query.insert("file", tariff.file);
    query.insert("day", std::to_string(scenario.tariff_date.days));
    query.insert("missed_alight", tariff.missed_alight == MissedAlight::overwrite
                                      ? "overwrite"
                                      : "error_at_next_boarding");
    query.insert("no_boarding_record", tariff.no_boarding_record == NoBoardingRecord::refuse
                                           ? "refuse"
                                           : "fare_from_first_stop");
    query.insert("balance_limit", std::to_string(tariff.balance_limit.count));
}

}  // namespace

void write_city(Database& database, const CityRows& city, const RunFacts& facts)
{
    const Tariff& tariff = city.scenario->city.tariff;
    write_run(database, *city.scenario, facts);
    write_network(database, city);
    write_vehicles(database, city);
    write_fare_rows(database, *city.timetable);
    const Operators operators = write_operators(database, tariff);
    write_discounts(database, tariff);
    write_prices(database, tariff, operators);
    write_settings(database, *city.scenario);
}

}  // namespace sim
