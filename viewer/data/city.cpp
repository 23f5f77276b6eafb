// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/city.h"

#include <algorithm>

namespace view
{

namespace
{

using sim::Query;

std::uint32_t index(const Query& row, int column)
{
    return static_cast<std::uint32_t>(row.integer(column));
}

// The entry of that number, made if need be: tables number their rows without gaps.
template <typename Entry>
Entry& at(std::vector<Entry>& list, std::uint32_t number)
{
    if (number >= list.size()) list.resize(number + std::size_t{1});
    return list[number];
}

template <typename Take>
void each(const Result& result, const char* sql, Take take)
{
    Query row = result.database().query(sql);
    while (row.step()) take(row);
}

void read_network(const Result& result, City& city)
{
    each(result, "SELECT operator, id FROM operator",
         [&](const Query& row) { at(city.operators, index(row, 0)) = row.text(1); });
    each(result, "SELECT stop, id, name, lat, lon FROM stop", [&](const Query& row) {
        at(city.stops, index(row, 0)) = {row.text(1), row.text(2), {row.real(3), row.real(4)}};
    });
    each(result, "SELECT route, id, name, operator FROM route", [&](const Query& row) {
        at(city.routes, index(row, 0)) = {row.text(1), row.text(2), index(row, 3)};
    });
    each(result, "SELECT pattern, route, direction FROM pattern", [&](const Query& row) {
        Pattern& pattern = at(city.patterns, index(row, 0));
        pattern.route = index(row, 1);
        pattern.direction = static_cast<std::uint8_t>(row.integer(2));
    });
    each(
        result, "SELECT pattern, stop FROM pattern_stop ORDER BY pattern, position",
        [&](const Query& row) { at(city.patterns, index(row, 0)).stops.push_back(index(row, 1)); });
}

void read_ways(const Result& result, City& city)
{
    each(result, "SELECT pattern, lat, lon FROM shape_point ORDER BY pattern, number",
         [&](const Query& row) {
             at(city.patterns, index(row, 0)).way.push_back({row.real(1), row.real(2)});
         });
    each(result, "SELECT pattern, point FROM shape_stop ORDER BY pattern, position",
         [&](const Query& row) {
             at(city.patterns, index(row, 0)).stop_on_way.push_back(index(row, 1));
         });
}

void complete_way(Pattern& pattern, const std::vector<Stop>& stops)
{
    pattern.has_shape = !pattern.stops.empty() &&
                        pattern.stop_on_way.size() == pattern.stops.size() &&
                        std::is_sorted(pattern.stop_on_way.begin(), pattern.stop_on_way.end()) &&
                        pattern.stop_on_way.back() < pattern.way.size();
    if (pattern.has_shape) return;
    pattern.way.clear(), pattern.stop_on_way.clear();
    for (const std::uint32_t stop : pattern.stops) {
        pattern.stop_on_way.push_back(static_cast<std::uint32_t>(pattern.way.size()));
        pattern.way.push_back(stops[stop].at);
    }
}

void read_vehicles(const Result& result, City& city)
{
    city.trips.resize(1);
    each(result, "SELECT trip, id, headsign, pattern, bus, departure_s FROM trip",
         [&](const Query& row) {
             at(city.trips, index(row, 0)) = {row.text(1), row.text(2), index(row, 3),
                                              index(row, 4),
                                              static_cast<std::int32_t>(row.integer(5))};
         });
    each(result, "SELECT bus, name, operator, first_device, readers FROM bus",
         [&](const Query& row) {
             at(city.buses, index(row, 0)) = {row.text(1), index(row, 2), index(row, 3),
                                              index(row, 4)};
         });
    city.classes.resize(1);
    each(result, "SELECT class, id FROM tariff_discount",
         [&](const Query& row) { at(city.classes, index(row, 0)) = row.text(1); });
}

void find_bounds(City& city)
{
    if (city.stops.empty()) return;
    city.south_west = city.north_east = city.stops[0].at;
    for (const Stop& stop : city.stops) {
        city.south_west = {std::min(city.south_west.lat, stop.at.lat),
                           std::min(city.south_west.lon, stop.at.lon)};
        city.north_east = {std::max(city.north_east.lat, stop.at.lat),
                           std::max(city.north_east.lon, stop.at.lon)};
    }
}

}  // namespace

City read_city(const Result& result)
{
    City city;
    read_network(result, city);
    read_ways(result, city);
    for (Pattern& pattern : city.patterns) complete_way(pattern, city.stops);
    read_vehicles(result, city);
    find_bounds(city);
    return city;
}

}  // namespace view
