// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/ridership.h"

#include <algorithm>
#include <map>

#include "sim/record/sum_key.h"
#include "viewer/data/rides.h"

namespace view
{

bool is_chosen(const City& city, std::uint32_t pattern, const Chosen& chosen)
{
    const Pattern& one = city.patterns[pattern];
    return (!chosen.route || one.route == *chosen.route) &&
           (!chosen.direction || one.direction == *chosen.direction) &&
           (!chosen.operator_index ||
            city.routes[one.route].operator_index == *chosen.operator_index);
}

std::vector<StopRiders> riders_by_stop(const Day& day, const City& city, const Chosen& chosen)
{
    std::vector<StopRiders> stops(city.stops.size());
    each_ride(day, city, chosen, [&](const Ride& ride) {
        if (!ride.counts_stop) return;
        stops[ride.stop()].boarded += ride.visit.boarded;
        stops[ride.stop()].alighted += ride.visit.alighted;
    });
    for (std::size_t i = 0; i < stops.size(); ++i) stops[i].stop = static_cast<std::uint32_t>(i);
    return stops;
}

std::vector<SegmentRiders> riders_by_segment(const Day& day, const City& city, const Chosen& chosen)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, SegmentRiders> segments;
    each_ride(day, city, chosen, [&](const Ride& ride) {
        if (!ride.counts_segment) return;
        const auto [at, added] = segments.try_emplace({ride.stop(), ride.next_stop()});
        SegmentRiders& segment = at->second;
        if (added)
            segment = {ride.pattern_number, ride.visit.position, ride.stop(), ride.next_stop()};
        segment.riders += ride.load;
        ++segment.trips;
        segment.fullest = std::max(segment.fullest, ride.load);
    });
    std::vector<SegmentRiders> list;
    for (const auto& [stops, segment] : segments) list.push_back(segment);
    return list;
}

std::vector<RouteRiders> riders_by_route(const Day& day, const City& city, const Chosen& chosen)
{
    std::map<std::pair<std::uint32_t, std::uint8_t>, RouteRiders> routes;
    std::uint32_t counted = 0;  // the last trip that was
    each_ride(day, city, chosen, [&](const Ride& ride) {
        if (!ride.counts_stop && !ride.counts_segment) return;
        RouteRiders& route = routes[{ride.pattern.route, ride.pattern.direction}];
        route.route = ride.pattern.route, route.direction = ride.pattern.direction;
        if (counted != ride.visit.trip) ++route.trips;
        counted = ride.visit.trip;
        if (ride.counts_stop) route.boarded += ride.visit.boarded;
        if (!ride.counts_segment || ride.load <= route.max_load) return;
        route.max_load = ride.load, route.max_load_at = ride.visit.departure;
        route.max_load_from = ride.stop(), route.max_load_to = ride.next_stop();
    });
    std::vector<RouteRiders> list;
    for (const auto& [key, route] : routes) list.push_back(route);
    return list;
}

std::vector<std::int64_t> boardings_by_quarter(const Day& day, const City& city,
                                               const Chosen& chosen)
{
    std::vector<std::int64_t> quarters;
    each_ride(day, city, chosen, [&](const Ride& ride) {
        if (!ride.counts_stop || ride.visit.boarded == 0) return;
        const auto at = static_cast<std::size_t>(ride.visit.arrival / sim::quarter_hour_ns);
        if (at >= quarters.size()) quarters.resize(at + 1);
        quarters[at] += ride.visit.boarded;
    });
    return quarters;
}

}  // namespace view
