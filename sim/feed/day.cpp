// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/day.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace sim
{

namespace
{

struct Span {
    std::int32_t from = 0;
    std::int32_t to = 0;
};

Span span_of(const Timetable& timetable, std::uint32_t trip)
{
    const FeedTrip& row = timetable.trips[trip];
    const std::size_t last = row.first_stop_time + row.stop_sequence.size() - 1;
    return {timetable.stop_times[row.first_stop_time].arrival,
            timetable.stop_times[last].departure};
}

std::vector<Span> vehicle_spans(const Timetable& timetable, const std::vector<std::uint32_t>& trips)
{
    std::vector<Span> spans;
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> of_block;  // by feed and block_id
    for (const std::uint32_t trip : trips) {
        const FeedTrip& row = timetable.trips[trip];
        const Span span = span_of(timetable, trip);
        const std::uint32_t feed = timetable.services[row.service].feed;
        if (!row.block.empty()) {
            const auto [found, fresh] = of_block.try_emplace({feed, row.block}, spans.size());
            if (!fresh) {
                Span& whole = spans[found->second];
                whole = {std::min(whole.from, span.from), std::max(whole.to, span.to)};
                continue;
            }
        }
        spans.push_back(span);
    }
    return spans;
}

}  // namespace

std::vector<std::uint32_t> trips_on(const Timetable& timetable, Date day)
{
    std::vector<std::uint8_t> runs;
    for (const Service& service : timetable.services) runs.push_back(runs_on(service, day) ? 1 : 0);
    std::vector<std::uint32_t> trips;
    for (std::uint32_t i = 0; i < timetable.trips.size(); ++i)
        if (runs[timetable.trips[i].service]) trips.push_back(i);
    return trips;
}

std::uint32_t stops_inside(const Timetable& timetable, std::uint32_t trip, double south,
                           double north, double west, double east)
{
    const Pattern& pattern = timetable.patterns[timetable.trips[trip].pattern];
    const auto count =
        std::count_if(pattern.stops.begin(), pattern.stops.end(), [&](std::uint32_t index) {
            const FeedStop& stop = timetable.stops[index];
            return stop.lat >= south && stop.lat <= north && stop.lon >= west && stop.lon <= east;
        });
    return static_cast<std::uint32_t>(count);
}

bool touches(const Timetable& timetable, std::uint32_t trip, double south, double north,
             double west, double east)
{
    return stops_inside(timetable, trip, south, north, west, east) >= 2;
}

bool runs_within(const Timetable& timetable, std::uint32_t trip, std::int32_t from, std::int32_t to)
{
    const Span span = span_of(timetable, trip);
    return span.from < to && span.to >= from;
}

std::uint32_t peak_vehicles(const Timetable& timetable, const std::vector<std::uint32_t>& trips,
                            std::int32_t from, std::int32_t to)
{
    std::vector<std::pair<std::int32_t, int>> changes;
    for (const Span& span : vehicle_spans(timetable, trips)) {
        if (span.from >= to || span.to < from) continue;
        changes.emplace_back(std::max(span.from, from), -1);
        changes.emplace_back(span.to, 1);
    }
    std::sort(changes.begin(), changes.end());  // a bus that starts comes before one that ends
    std::int32_t now = 0, most = 0;
    for (const auto& [at, step] : changes) most = std::max(most, now -= step);
    return static_cast<std::uint32_t>(most);
}

}  // namespace sim
