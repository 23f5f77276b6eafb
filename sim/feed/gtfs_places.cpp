// SPDX-License-Identifier: Apache-2.0
// agency.txt, stops.txt and routes.txt.
#include <fmt/format.h>

#include <algorithm>

#include "sim/feed/gtfs_columns.h"
#include "sim/feed/gtfs_loader.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

using namespace gtfs;

void GtfsLoader::read_agencies()
{
    const bool present = read_table(files_, log_, agency::spec, [this](const TableRow& row) {
        const std::string_view id = row[agency::id].empty() ? row[agency::name] : row[agency::id];
        if (std::find(agencies_.begin(), agencies_.end(), id) != agencies_.end())
            log_.add(agency::spec.file, row.line, "id given twice, the first is kept", id);
        else
            agencies_.emplace_back(id);
    });
    if (!present) log_.add(agency::spec.file, 0, "missing in the feed");
}

void GtfsLoader::read_stops()
{
    std::vector<std::string> urls;
    read_table(files_, log_, stops::spec, [&](const TableRow& row) { read_stop(row, urls); });
    if (timetable_.stops.size() == first_stop_)
        throw ScenarioError(files_.path_of(stops::spec.file), "the feed has no stops");
    unswap_zones(urls);
    note_places();
}

void GtfsLoader::read_stop(const TableRow& row, std::vector<std::string>& urls)
{
    if (!unique(stop_of_, row[stops::id], timetable_.stops.size(), stops::spec, row.line)) return;
    const auto lat = parse_degrees(row[stops::lat], 90), lon = parse_degrees(row[stops::lon], 180);
    if (!lat || !lon)
        log_.add(stops::spec.file, row.line, "stop without a position", row[stops::id]);
    FeedStop stop;
    stop.id = row[stops::id];
    stop.name = row[stops::name].empty() ? row[stops::id] : row[stops::name];
    stop.zone = row[stops::zone];
    stop.parent = row[stops::parent];
    stop.lat = lat && lon ? *lat : 0;
    stop.lon = lat && lon ? *lon : 0;
    stop.feed = feed_;
    timetable_.stops.push_back(std::move(stop));
    urls.emplace_back(row[stops::url]);
}

// Real feeds swap two names in the header: then web addresses stand where zones should be.
void GtfsLoader::unswap_zones(std::vector<std::string>& urls)
{
    const auto is_address = [](const std::string& text) { return text.starts_with("http"); };
    const auto begin = timetable_.stops.begin() + static_cast<std::ptrdiff_t>(first_stop_);
    const bool zones_hold_addresses = std::any_of(
        begin, timetable_.stops.end(), [&](const FeedStop& stop) { return is_address(stop.zone); });
    if (!zones_hold_addresses || std::any_of(urls.begin(), urls.end(), is_address)) return;
    log_.add(stops::spec.file, 1, "columns swapped",
             "zone_id holds web addresses, stop_url the zones");
    for (std::size_t i = 0; i < urls.size(); ++i)
        timetable_.stops[first_stop_ + i].zone = std::move(urls[i]);
}

void GtfsLoader::note_places()
{
    const auto begin = timetable_.stops.begin() + static_cast<std::ptrdiff_t>(first_stop_);
    if (std::all_of(begin, timetable_.stops.end(),
                    [](const FeedStop& stop) { return stop.zone.empty(); }))
        log_.add(stops::spec.file, 0, "no stop has a zone_id", "fare rules are read by stop_id");
    for (std::size_t i = first_stop_; i < timetable_.stops.size(); ++i) {
        const FeedStop& stop = timetable_.stops[i];
        const auto index = static_cast<std::uint32_t>(i);
        places_.emplace(stop.id, index);
        if (!stop.zone.empty()) places_.emplace(stop.zone, index);
        if (stop.parent.empty()) continue;
        places_.emplace(stop.parent, index);
        if (!stop_of_.contains(stop.parent))
            log_.add(stops::spec.file, 0, "unknown parent_station",
                     fmt::format("'{}' of stop '{}'", stop.parent, stop.id));
    }
}

void GtfsLoader::read_routes()
{
    const std::size_t first = timetable_.routes.size();
    read_table(files_, log_, routes::spec, [this](const TableRow& row) {
        if (!unique(route_of_, row[routes::id], timetable_.routes.size(), routes::spec, row.line))
            return;
        FeedRoute route;
        route.id = row[routes::id];
        route.name = row[routes::long_name];
        if (route.name.empty()) route.name = row[routes::short_name];
        if (route.name.empty()) route.name = row[routes::id];
        route.agency = row[routes::agency];
        if (route.agency.empty() && agencies_.size() == 1) route.agency = agencies_[0];
        if (std::find(agencies_.begin(), agencies_.end(), route.agency) == agencies_.end())
            log_.add(routes::spec.file, row.line, "unknown agency",
                     fmt::format("'{}' of route '{}'", route.agency, route.id));
        route.operator_id = operator_id_.empty() ? route.agency : operator_id_;
        route.feed = feed_;
        timetable_.routes.push_back(std::move(route));
    });
    if (timetable_.routes.size() == first)
        throw ScenarioError(files_.path_of(routes::spec.file), "the feed has no routes");
}

}  // namespace sim
