// SPDX-License-Identifier: Apache-2.0
#include "sim/app/feed_checks.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "sim/app/double_prices.h"
#include "sim/app/tariff_places.h"
#include "sim/feed/gtfs.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

using Words = std::set<std::string>;

[[noreturn]] void refuse(const sim::Tariff& tariff, const sim::Source& rule,
                         const std::string& text)
{
    throw sim::ScenarioError(tariff.file, rule.line, rule.column, text);
}

void require_in_feeds(const sim::Tariff& tariff, const sim::Source& rule, const char* what,
                      const Words& known, const std::string& word)
{
    if (known.contains(word)) return;
    const std::vector<std::string> words(known.begin(), known.end());
    refuse(tariff, rule,
           fmt::format("no {} \"{}\" in the feeds{}", what, word, sim::did_you_mean(word, words)));
}

// Route ids of one operator, or of several; all when there is none.
Words routes_of(const sim::Timetable& timetable, const std::vector<std::string>& operators)
{
    Words ids;
    for (const sim::FeedRoute& route : timetable.routes)
        if (operators.empty() || contains(operators, route.operator_id)) ids.insert(route.id);
    return ids;
}

Words places_of(const sim::Timetable& timetable)
{
    Words ids;
    for (const sim::FeedStop& stop : timetable.stops) ids.insert({stop.id, stop.zone, stop.parent});
    ids.erase("");
    return ids;
}

void check_routes(const sim::Tariff& tariff, const sim::Timetable& timetable)
{
    const auto check = [&](const sim::Source& rule, const std::vector<std::string>& operators,
                           const std::vector<std::string>& routes) {
        const Words known = routes_of(timetable, operators);
        if (known.empty()) return;  // without buses: what runs on demand is in no feed
        const std::string what = operators.size() == 1
                                     ? fmt::format("route of operator \"{}\" called", operators[0])
                                     : "route";
        for (const std::string& route : routes)
            require_in_feeds(tariff, rule, what.c_str(), known, route);
    };
    for (const auto& flat : tariff.flat) check(flat.source, {flat.operator_id}, flat.routes);
    for (const auto& od : tariff.od)
        if (!od.route.empty()) check(od.source, {od.operator_id}, {od.route});
    for (const auto& one : tariff.discounts) {
        check(one.source, one.operators, one.routes);
        check(one.source, one.operators, one.excluded_routes);
    }
    for (const auto& pass : tariff.passes) check(pass.source, pass.operators, pass.excluded_routes);
}

void check_places(const sim::Tariff& tariff, const sim::Timetable& timetable)
{
    const Words in_feeds = places_of(timetable);
    Words known = in_feeds;
    for (const sim::Zone& zone : tariff.zones) {
        if (in_feeds.contains(zone.id))
            refuse(tariff, zone.source,
                   fmt::format("\"{}\" is a place of the feeds as well", zone.id));
        for (const std::string& stop : zone.stops)
            require_in_feeds(tariff, zone.source, "stop, zone or station", in_feeds, stop);
        known.insert(zone.id);
    }
    for (const sim::OdFare& od : tariff.od)
        for (const std::string& place : {od.from, od.to})
            require_in_feeds(tariff, od.source, "stop, zone or station", known, place);
}

// "gtfs/fare_attributes.txt" as the path of the feed it stands in.
std::string path_of(const sim::Defect& defect, const sim::City& city)
{
    for (const sim::FeedSource& feed : city.feeds) {
        const std::string name = std::filesystem::path(feed.path).filename().string();
        if (defect.file.starts_with(name + "/")) return feed.path + defect.file.substr(name.size());
    }
    return defect.file;
}

void check_fares_without_rules(const sim::City& city, const sim::Timetable& timetable)
{
    for (const sim::Defect& defect : timetable.defects)
        if (defect.text.starts_with(sim::fare_without_rule))
            throw sim::ScenarioError(
                path_of(defect, city), defect.line, 0,
                fmt::format("a fare without a rule would price every ride{}",
                            defect.text.substr(sim::fare_without_rule.size())));
}

}  // namespace

sim::Timetable open_feeds(const sim::City& city)
{
    std::vector<sim::FeedRequest> requests;
    for (const sim::FeedSource& feed : city.feeds)
        requests.push_back({feed.path, feed.operator_id});
    return sim::read_gtfs(requests);
}

void check_with_feeds(const sim::City& city, const sim::Timetable& timetable)
{
    check_fares_without_rules(city, timetable);
    check_routes(city.tariff, timetable);
    check_places(city.tariff, timetable);
    check_double_prices(city.tariff, timetable);
}

}  // namespace app
