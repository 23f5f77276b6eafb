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

// Of a trip, so many days later.
void add_copy(Timetable& timetable, std::uint32_t number, std::uint32_t service, int day)
{
    constexpr std::int32_t day_s = 86400;
    FeedTrip trip = timetable.trips[number];
    const std::size_t from = trip.first_stop_time;
    if (trip.template_id.empty()) trip.template_id = trip.id;
    trip.id += "@" + timetable.services[service].id;
    trip.service = service;
    trip.day = day;
    trip.first_stop_time = static_cast<std::uint32_t>(timetable.stop_times.size());
    for (std::size_t stop = 0; stop < trip.stop_sequence.size(); ++stop) {
        const StopTime time = timetable.stop_times[from + stop];
        timetable.stop_times.push_back({time.arrival + day * day_s, time.departure + day * day_s});
    }
    timetable.trips.push_back(std::move(trip));
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

Timetable laid_out(Timetable timetable, Date first, int later_days)
{
    for (int day = 1; day <= later_days; ++day) {
        const std::string date = to_string({first.days + day});
        std::map<std::uint32_t, std::uint32_t> service_of_feed;
        for (const std::uint32_t number : trips_on(timetable, {first.days + day})) {
            const std::uint32_t feed = timetable.services[timetable.trips[number].service].feed;
            const auto next = static_cast<std::uint32_t>(timetable.services.size());
            const auto [service, fresh] = service_of_feed.try_emplace(feed, next);
            if (fresh) timetable.services.push_back({date, feed, 0, first, first, {first}, {}});
            add_copy(timetable, number, service->second, day);
        }
    }
    return timetable;
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
