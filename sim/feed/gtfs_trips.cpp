// SPDX-License-Identifier: Apache-2.0
// trips.txt, and the trips and patterns that it makes with stop_times.txt.
#include <fmt/format.h>

#include "sim/feed/gtfs_columns.h"
#include "sim/feed/gtfs_loader.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

using namespace gtfs;

void GtfsLoader::read_trips()
{
    read_table(files_, log_, trips::spec, [this](const TableRow& row) {
        const auto route = route_of_.find(row[trips::route]);
        const auto service = service_of_.find(row[trips::service]);
        if (route == route_of_.end() || service == service_of_.end()) {
            const bool no_route = route == route_of_.end();
            log_.add(trips::spec.file, row.line,
                     no_route ? "unknown route, trip ignored" : "unknown service, trip ignored",
                     row[no_route ? trips::route : trips::service]);
            ignored_trips_.emplace(row[trips::id], 0);
            return;
        }
        if (!unique(trip_of_, row[trips::id], raw_.size(), trips::spec, row.line)) return;
        RawTrip raw;
        raw.trip.id = row[trips::id];
        raw.trip.headsign = row[trips::headsign];
        raw.trip.block = row[trips::block];
        raw.trip.service = service->second;
        raw.route = route->second;
        raw.shape = shapes_.number_of(row[trips::shape], row.line);
        raw.direction = direction_of(row);
        raw.line = row.line;
        raw_.push_back(std::move(raw));
    });
    if (raw_.empty())
        throw ScenarioError(files_.path_of(trips::spec.file), "the feed has no trips");
}

std::uint8_t GtfsLoader::direction_of(const TableRow& row)
{
    const std::string_view direction = row[trips::direction];
    if (direction == "1") return 1;
    if (!direction.empty() && direction != "0")
        log_.add(trips::spec.file, row.line, "direction_id is neither 0 nor 1, read as 0",
                 direction);
    return 0;
}

void GtfsLoader::finish_trips()
{
    for (RawTrip& raw : raw_) {
        if (!make_sound(raw)) continue;
        if (!raw.repeated) {
            emit(raw);
            continue;
        }
        const std::string id = raw.trip.id;
        raw.trip.template_id = id;
        raw.trip.block.clear();  // a repeated trip needs more than one vehicle
        for (const std::int32_t start : raw.starts) {
            const std::int32_t shift = start - raw.visits.front().departure;
            for (Visit& visit : raw.visits) visit.arrival += shift, visit.departure += shift;
            raw.trip.id = fmt::format("{}@{}", id, service_time_text(start));
            emit(raw);
        }
    }
    if (visits_without_time_ > 0)
        log_.add(stop_times::spec.file, 0,
                 "rows without a time, put evenly between their neighbours",
                 fmt::format("{} rows", visits_without_time_));
    if (timetable_.trips.size() == first_trip_)
        throw ScenarioError(files_.path_of(trips::spec.file), "the feed has no trip that can run");
}

void GtfsLoader::emit(RawTrip& raw)
{
    FeedTrip trip = raw.trip;
    trip.pattern = pattern_of(raw);
    if (raw.shape) shapes_.take(*raw.shape, trip.pattern);
    trip.first_stop_time = static_cast<std::uint32_t>(timetable_.stop_times.size());
    trip.stop_sequence.reserve(raw.visits.size());
    for (const Visit& visit : raw.visits) {
        timetable_.stop_times.push_back({visit.arrival, visit.departure});
        trip.stop_sequence.push_back(visit.sequence);
    }
    timetable_.trips.push_back(std::move(trip));
}

std::uint32_t GtfsLoader::pattern_of(const RawTrip& raw)
{
    std::string key = std::to_string(raw.route);
    for (const Visit& visit : raw.visits)
        key +=
            fmt::format(" {}{}{}", visit.stop, visit.pickup ? "" : "-", visit.drop_off ? "" : "+");
    const auto next = static_cast<std::uint32_t>(timetable_.patterns.size());
    const auto [found, fresh] = pattern_of_.emplace(std::move(key), next);
    if (!fresh) return found->second;
    Pattern pattern;
    pattern.route = raw.route;
    pattern.direction = raw.direction;
    for (const Visit& visit : raw.visits) {
        pattern.stops.push_back(visit.stop);
        pattern.pickup.push_back(visit.pickup ? 1 : 0);
        pattern.drop_off.push_back(visit.drop_off ? 1 : 0);
    }
    timetable_.patterns.push_back(std::move(pattern));
    return next;
}

}  // namespace sim
