// SPDX-License-Identifier: Apache-2.0
// frequencies.txt: a trip of stop_times.txt repeated every so many seconds.
#include <fmt/format.h>

#include <algorithm>

#include "sim/feed/gtfs_columns.h"
#include "sim/feed/gtfs_loader.h"

namespace sim
{

using namespace gtfs;

namespace
{
// A row may not fill the memory: more departures than one each 10 s of a day are a defect, and so
// are more stop visits than a country has in a day.
constexpr std::int32_t most_departures = 8640;
constexpr std::uint64_t most_repeated_visits = 20'000'000;
}  // namespace

void GtfsLoader::read_frequencies()
{
    read_table(files_, log_, frequencies::spec,
               [this](const TableRow& row) { read_frequency(row); });
    for (RawTrip& raw : raw_) {
        std::sort(raw.starts.begin(), raw.starts.end());
        const auto twice = std::unique(raw.starts.begin(), raw.starts.end());
        if (twice == raw.starts.end()) continue;
        log_.add(frequencies::spec.file, 0, "departures given twice, run once", raw.trip.id);
        raw.starts.erase(twice, raw.starts.end());
    }
}

void GtfsLoader::read_frequency(const TableRow& row)
{
    const auto found = trip_of_.find(row[frequencies::trip]);
    if (found == trip_of_.end()) {
        log_.add(frequencies::spec.file, row.line, "unknown trip, row ignored",
                 row[frequencies::trip]);
        return;
    }
    const auto start = parse_service_time(row[frequencies::start]);
    const auto end = parse_service_time(row[frequencies::end]);
    const auto headway = parse_whole(row[frequencies::headway]);
    if (!start || !end || !headway || *headway <= 0 || *end <= *start ||
        (*end - *start) / *headway > most_departures) {
        log_.add(frequencies::spec.file, row.line, "times or headway make no sense, row ignored",
                 row[frequencies::headway]);
        return;
    }
    RawTrip& raw = raw_[found->second];
    repeated_visits_ += std::max<std::uint64_t>(raw.visits.size(), 1) *
                        static_cast<std::uint64_t>((*end - *start) / *headway + 1);
    if (repeated_visits_ > most_repeated_visits) {
        log_.add(frequencies::spec.file, row.line, "too many departures in all, row ignored");
        return;
    }
    raw.repeated = true;
    for (std::int32_t at = *start; at < *end; at += *headway) raw.starts.push_back(at);
}

}  // namespace sim
