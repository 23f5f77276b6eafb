// SPDX-License-Identifier: Apache-2.0
#include "sim/record/city_writer.h"

#include "sim/record/shape_writer.h"
#include "sim/record/tariff_writer.h"

namespace sim
{

namespace
{

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
}

void write_patterns(Database& database, const CityRows& city)
{
    const Timetable& table = *city.timetable;
    Query pattern = database.query("INSERT INTO pattern VALUES (?, ?, ?, ?)");
    Query position = database.query("INSERT INTO pattern_stop VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < table.patterns.size(); ++i) {
        const Pattern& p = table.patterns[i];
        const auto number = static_cast<std::int64_t>(i);
        pattern.insert(number, p.route, i < city.first_code.size() ? city.first_code[i] : 0,
                       p.direction);
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

void write_shops(Database& database, const CityRows& city)
{
    Query shop = database.query("INSERT INTO shop VALUES (?, ?, ?, ?, ?)");
    Query device = database.query("INSERT INTO device VALUES (?, ?, 0)");
    for (const ShopRow& s : city.shops) {
        shop.insert(s.place, s.name, s.operator_index, s.device, s.phone);
        device.insert(s.device, s.place);
    }
    Query sale = database.query("INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?)");
    for (const SaleRow& s : city.sales)
        sale.insert(s.sale, s.place, s.card, s.at, s.amount.count, s.returned);
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

}  // namespace

void write_city(Database& database, const CityRows& city, const RunFacts& facts)
{
    write_run(database, *city.scenario, facts);
    write_network(database, city);
    write_patterns(database, city);
    write_shapes(database, city);
    write_vehicles(database, city);
    write_shops(database, city);
    write_fare_rows(database, *city.timetable);
    write_tariff(database, *city.scenario);
    if (city.scenario->residents)
        database.query("INSERT INTO home VALUES (?)")
            .insert(city.scenario->residents->population.municipality);
}

}  // namespace sim
