// SPDX-License-Identifier: Apache-2.0
// trips.txt and stop_times.txt.
#include <fmt/format.h>

#include <algorithm>

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
        raw.line = row.line;
        raw_.push_back(std::move(raw));
    });
    if (raw_.empty())
        throw ScenarioError(files_.path_of(trips::spec.file), "the feed has no trips");
}

void GtfsLoader::read_stop_times()
{
    read_table(files_, log_, stop_times::spec, [this](const TableRow& row) { read_visit(row); });
    if (stop_time_rows_ == 0)
        throw ScenarioError(files_.path_of(stop_times::spec.file), "the feed has no stop times");
}

void GtfsLoader::read_visit(const TableRow& row)
{
    const char* file = stop_times::spec.file;
    const auto trip = trip_of_.find(row[stop_times::trip]);
    if (trip == trip_of_.end()) {
        if (!ignored_trips_.contains(row[stop_times::trip]))
            log_.add(file, row.line, "unknown trip, row ignored", row[stop_times::trip]);
        return;
    }
    const auto stop = stop_of_.find(row[stop_times::stop]);
    const auto sequence = parse_whole(row[stop_times::sequence]);
    if (stop == stop_of_.end() || !sequence || *sequence < 0) {
        log_.add(file, row.line,
                 stop == stop_of_.end() ? "unknown stop, row ignored"
                                        : "stop_sequence is no number, row ignored",
                 row[stop == stop_of_.end() ? stop_times::stop : stop_times::sequence]);
        return;
    }
    Visit visit;
    visit.stop = stop->second;
    visit.sequence = *sequence;
    visit.arrival = time_of(row, stop_times::arrival);
    visit.departure = time_of(row, stop_times::departure);
    visit.pickup = row[stop_times::pickup] != "1";
    visit.drop_off = row[stop_times::drop_off] != "1";
    visit.line = row.line;
    raw_[trip->second].visits.push_back(visit);
    ++stop_time_rows_;
}

// Seconds, or -1 when the feed gives no time.
std::int32_t GtfsLoader::time_of(const TableRow& row, std::size_t column)
{
    if (row[column].empty()) return -1;
    const auto time = parse_service_time(row[column]);
    if (!time) log_.add(stop_times::spec.file, row.line, "time that cannot be read", row[column]);
    return time.value_or(-1);
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

// False when the trip cannot run; the reason is reported.
bool GtfsLoader::make_sound(RawTrip& raw)
{
    std::stable_sort(raw.visits.begin(), raw.visits.end(),
                     [](const Visit& a, const Visit& b) { return a.sequence < b.sequence; });
    drop_repeated_sequences(raw.visits);
    if (raw.visits.size() < 2) {
        log_.add(trips::spec.file, raw.line, "trip with fewer than two stops, ignored",
                 raw.trip.id);
        return false;
    }
    for (Visit& visit : raw.visits) {
        if (visit.arrival < 0) visit.arrival = visit.departure;
        if (visit.departure < 0) visit.departure = visit.arrival;
    }
    if (raw.visits.front().arrival < 0 || raw.visits.back().arrival < 0) {
        log_.add(trips::spec.file, raw.line,
                 "trip without a time at its first or last stop, ignored", raw.trip.id);
        return false;
    }
    straighten_times(raw.visits);
    fill_times(raw.visits);
    return true;
}

void GtfsLoader::drop_repeated_sequences(std::vector<Visit>& visits)
{
    const auto same = [this](const Visit& a, const Visit& b) {
        if (a.sequence != b.sequence) return false;
        log_.add(stop_times::spec.file, b.line, "stop_sequence given twice in a trip, row ignored");
        return true;
    };
    visits.erase(std::unique(visits.begin(), visits.end(), same), visits.end());
}

// No bus leaves before it arrives or arrives before it left the stop before. A fall by more than
// half a day is a clock that was set back to 00:00 at midnight.
void GtfsLoader::straighten_times(std::vector<Visit>& visits)
{
    constexpr std::int32_t day = 86400;
    std::int32_t latest = 0;
    for (Visit& visit : visits) {
        if (visit.arrival < 0) continue;
        if (latest - visit.arrival > day / 2) {
            log_.add(stop_times::spec.file, visit.line, "midnight written as 00:00, read as 24:00",
                     service_time_text(visit.arrival));
            visit.arrival += day;
        }
        if (visit.arrival - visit.departure > day / 2) visit.departure += day;
        if (visit.arrival < latest || visit.departure < visit.arrival) {
            log_.add(stop_times::spec.file, visit.line, "time that runs backwards, moved forward",
                     service_time_text(visit.arrival));
            visit.arrival = std::max(visit.arrival, latest);
            visit.departure = std::max(visit.departure, visit.arrival);
        }
        latest = visit.departure;
    }
}

// Only after `straighten_times`, so that both neighbours are sound.
void GtfsLoader::fill_times(std::vector<Visit>& visits)
{
    std::size_t known = 0;
    for (std::size_t i = 1; i < visits.size(); ++i) {
        if (visits[i].arrival < 0) continue;
        const std::int64_t from = visits[known].departure, span = visits[i].arrival - from;
        const auto gaps = static_cast<std::int64_t>(i - known);
        for (std::size_t j = known + 1; j < i; ++j) {
            const std::int64_t at = from + span * static_cast<std::int64_t>(j - known) / gaps;
            visits[j].arrival = visits[j].departure = static_cast<std::int32_t>(at);
            ++visits_without_time_;
        }
        known = i;
    }
}

void GtfsLoader::emit(RawTrip& raw)
{
    FeedTrip trip = raw.trip;
    trip.pattern = pattern_of(raw);
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
    for (const Visit& visit : raw.visits) {
        pattern.stops.push_back(visit.stop);
        pattern.pickup.push_back(visit.pickup ? 1 : 0);
        pattern.drop_off.push_back(visit.drop_off ? 1 : 0);
    }
    timetable_.patterns.push_back(std::move(pattern));
    return next;
}

}  // namespace sim
