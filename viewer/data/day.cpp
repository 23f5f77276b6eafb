// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/day.h"

#include <algorithm>

#include "viewer/data/along_way.h"

namespace view
{

namespace
{

constexpr std::int64_t second = 1'000'000'000, minute = 60 * second;

bool by_trip(const Visit& one, const Visit& other)
{
    return one.trip != other.trip ? one.trip < other.trip : one.position < other.position;
}

std::vector<Visit> read_visits(const Result& result)
{
    std::vector<Visit> visits;
    sim::Query row = result.database().query(
        "SELECT trip, bus, position, arrival, departure, scheduled_departure_s, boarded, alighted,"
        " load FROM stop_visit");
    while (row.step()) {
        Visit& visit = visits.emplace_back();
        visit.trip = static_cast<std::uint32_t>(row.integer(0));
        visit.bus = static_cast<std::uint32_t>(row.integer(1));
        visit.position = static_cast<std::uint16_t>(row.integer(2));
        visit.arrival = row.integer(3), visit.departure = row.integer(4);
        visit.scheduled_departure = row.integer(5) * second;
        visit.seen_boarding = static_cast<std::int32_t>(row.integer(6));
        visit.seen_alighting = static_cast<std::int32_t>(row.integer(7));
        visit.load = static_cast<std::int32_t>(row.integer(8));
    }
    std::stable_sort(visits.begin(), visits.end(), by_trip);
    return visits;
}

void add_riders(const Result& result, std::vector<Visit>& visits)
{
    sim::Query row = result.database().query(
        "SELECT trip, position, boarded, alighted FROM ridership_tap ORDER BY trip, position");
    auto at = visits.begin();
    while (row.step()) {
        Visit paid;
        paid.trip = static_cast<std::uint32_t>(row.integer(0));
        paid.position = static_cast<std::uint16_t>(row.integer(1));
        at = std::lower_bound(at, visits.end(), paid, by_trip);
        if (at == visits.end()) return;
        if (by_trip(paid, *at)) continue;  // its bus is still at the stop
        at->boarded = static_cast<std::int32_t>(row.integer(2));
        at->alighted = static_cast<std::int32_t>(row.integer(3));
    }
}

// What of a trip's visits concerns a moment: the last stop reached, and whether the bus has left
// it.
struct Moment {
    const Visit* first = nullptr;
    const Visit* end = nullptr;
    const Visit* last = nullptr;
    std::int64_t t = 0;

    bool standing() const { return t < last->departure; }
    const Visit* left() const  // the last stop left, or null
    {
        if (!standing()) return last;
        return last == first ? nullptr : last - 1;
    }
};

std::int64_t late_at(const Moment& moment)
{
    const std::int64_t waited = moment.t - moment.last->scheduled_departure;
    if (moment.standing()) return std::max<std::int64_t>(waited, 0);
    return moment.last->departure - moment.last->scheduled_departure;
}

Spot spot_of(const Moment& moment, const Pattern& pattern)
{
    const Visit& last = *moment.last;
    const auto point = [&](const Visit& visit) { return pattern.stop_on_way[visit.position]; };
    if (moment.last + 1 == moment.end)
        return moment.last == moment.first
                   ? along_way(pattern.way, point(last), point(last), 0)
                   : along_way(pattern.way, point(*(moment.last - 1)), point(last), 1);
    const Visit& next = *(moment.last + 1);
    const double driven = static_cast<double>(moment.t - last.departure);
    const double takes =
        static_cast<double>(std::max<std::int64_t>(next.arrival - last.departure, 1));
    return along_way(pattern.way, point(last), point(next), moment.standing() ? 0 : driven / takes);
}

BusAt bus_at(const Moment& moment, const City& city)
{
    const Visit& last = *moment.last;
    const Pattern& pattern = city.patterns[city.trips[last.trip].pattern];
    const Spot spot = spot_of(moment, pattern);
    const Visit& stop = moment.standing() ? last : *(moment.last + 1);
    BusAt bus;
    bus.bus = last.bus, bus.trip = last.trip;
    bus.at = spot.at, bus.heading = spot.heading;
    bus.load = moment.left() == nullptr ? 0 : moment.left()->load;
    bus.late = late_at(moment);
    bus.stop = pattern.stops[stop.position];
    bus.standing = moment.standing();
    return bus;
}

}  // namespace

Day read_day(const Result& result, const City& city)
{
    Day day;
    day.visits = read_visits(result);
    add_riders(result, day.visits);
    day.first_of_trip.resize(city.trips.size() + 1);
    for (const Visit& visit : day.visits)
        if (visit.trip < city.trips.size()) ++day.first_of_trip[visit.trip + std::size_t{1}];
    for (std::size_t trip = 1; trip < day.first_of_trip.size(); ++trip)
        day.first_of_trip[trip] += day.first_of_trip[trip - 1];
    if (day.visits.empty()) return day;
    day.span = {INT64_MAX, 0};
    for (const Visit& visit : day.visits) {
        day.span.from = std::min(day.span.from, visit.arrival / minute * minute);
        day.span.to = std::max(day.span.to, (visit.departure + minute) / minute * minute);
    }
    return day;
}

std::vector<BusAt> buses_at(const Day& day, const City& city, std::int64_t t)
{
    std::vector<BusAt> buses;
    for (std::size_t trip = 1; trip + 1 < day.first_of_trip.size(); ++trip) {
        const Visit* const first = day.visits.data() + day.first_of_trip[trip];
        const Visit* const end = day.visits.data() + day.first_of_trip[trip + 1];
        if (first == end || t < first->arrival || t >= (end - 1)->departure) continue;
        const Visit* const after = std::upper_bound(
            first, end, t,
            [](std::int64_t time, const Visit& visit) { return time < visit.arrival; });
        buses.push_back(bus_at({first, end, after - 1, t}, city));
    }
    const auto by_bus = [](const BusAt& one, const BusAt& other) { return one.bus < other.bus; };
    std::stable_sort(buses.begin(), buses.end(), by_bus);
    return buses;
}

Waiting waiting_at(const Result& result, const City& city, std::int64_t t)
{
    const std::int64_t mark = t / Waiting::step;
    Waiting waiting{mark * Waiting::step, std::vector<std::int32_t>(city.stops.size())};
    sim::Query row = result.database().query(
        "SELECT stop, sum(riders) FROM waiting WHERE five_minutes = ? GROUP BY stop");
    row.bind(1, mark);
    while (row.step())
        waiting.riders.at(static_cast<std::size_t>(row.integer(0))) =
            static_cast<std::int32_t>(row.integer(1));
    return waiting;
}

}  // namespace view
