// SPDX-License-Identifier: Apache-2.0
#include "sim/record/shape_writer.h"

#include <cmath>
#include <set>

#include "sim/record/stops_on_way.h"

namespace sim
{

namespace
{

// A statement takes whole numbers: ten-millionths of a degree.
std::int64_t whole(double degrees)
{
    return std::llround(degrees * 1e7);
}

std::vector<FeedPoint> places_of(const Timetable& table, const Pattern& pattern)
{
    std::vector<FeedPoint> places;
    for (const std::uint32_t stop : pattern.stops)
        places.push_back({table.stops[stop].lat, table.stops[stop].lon});
    return places;
}

}  // namespace

void write_shapes(Database& database, const CityRows& city)
{
    const Timetable& table = *city.timetable;
    std::set<std::uint32_t> patterns;
    for (const TripRow& row : city.trips) patterns.insert(table.trips[row.feed_trip].pattern);
    Query point = database.query("INSERT INTO shape_point VALUES (?, ?, ?3 / 1e7, ?4 / 1e7)");
    Query stop = database.query("INSERT INTO shape_stop VALUES (?, ?, ?)");
    for (const std::uint32_t number : patterns) {
        const Pattern& pattern = table.patterns[number];
        if (!pattern.shape) continue;
        const FeedShape& way = table.shapes[*pattern.shape];
        std::int64_t n = 0;
        for (const FeedPoint& at : way) point.insert(number, n++, whole(at.lat), whole(at.lon));
        n = 0;
        for (const std::uint32_t at : stops_on_way(way, places_of(table, pattern)))
            stop.insert(number, n++, at);
    }
}

}  // namespace sim
