// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/gtfs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "sim/feed/gtfs_columns.h"
#include "sim/feed/gtfs_loader.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

GtfsLoader::GtfsLoader(const FeedFiles& files, std::string operator_id, Timetable& into)
    : files_(files),
      operator_id_(std::move(operator_id)),
      timetable_(into),
      log_(files.name()),
      feed_(static_cast<std::uint32_t>(into.feeds.size())),
      first_stop_(into.stops.size()),
      first_service_(into.services.size()),
      first_fare_row_(into.fare_rows.size()),
      first_trip_(into.trips.size())
{
    timetable_.feeds.push_back(files.stem());
}

void GtfsLoader::load()
{
    check_headers();
    read_agencies();
    read_stops();
    read_routes();
    read_services();
    read_trips();
    read_stop_times();
    read_frequencies();
    finish_trips();
    shapes_.read(files_, log_, timetable_);
    read_fares();
    for (Defect& defect : log_.finish()) timetable_.defects.push_back(std::move(defect));
}

// Files whose values the bench does not use are still looked at for defects.
void GtfsLoader::check_headers()
{
    read_table(files_, log_, gtfs::agency_jp::spec, [](const TableRow&) {});
}

bool GtfsLoader::unique(IdMap& ids, std::string_view id, std::size_t index, const TableSpec& spec,
                        int line)
{
    if (id.empty()) {
        log_.add(spec.file, line, "row without an id, ignored");
        return false;
    }
    if (ids.emplace(id, static_cast<std::uint32_t>(index)).second) return true;
    log_.add(spec.file, line, "id given twice, the first is kept", id);
    return false;
}

static bool has_feed(const Timetable& timetable, const std::string& name)
{
    return std::find(timetable.feeds.begin(), timetable.feeds.end(), name) != timetable.feeds.end();
}

Timetable read_gtfs(const std::vector<FeedRequest>& feeds)
{
    Timetable timetable;
    std::set<std::filesystem::path> read;
    for (const FeedRequest& feed : feeds) {
        if (!read.insert(std::filesystem::path(feed.path + "/").lexically_normal()).second)
            throw ScenarioError(feed.path, "this feed is given twice");
        FeedFiles files(feed.path);
        if (has_feed(timetable, files.stem())) files.name_with_folder();
        if (has_feed(timetable, files.stem()))
            throw ScenarioError(feed.path, fmt::format("a second feed named '{}'", files.stem()));
        GtfsLoader(files, feed.operator_id, timetable).load();
    }
    return timetable;
}

}  // namespace sim
