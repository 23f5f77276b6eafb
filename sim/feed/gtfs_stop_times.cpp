// SPDX-License-Identifier: Apache-2.0
// stop_times.txt.
#include <fmt/format.h>

#include <algorithm>

#include "sim/feed/gtfs_columns.h"
#include "sim/feed/gtfs_loader.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

using namespace gtfs;

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

}  // namespace sim
