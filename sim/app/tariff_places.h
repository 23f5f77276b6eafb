// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "sim/feed/timetable.h"
#include "sim/scenario/tariff.h"

// How the places and routes that tariff rules name meet the stops and routes of a feed.
namespace app
{

inline bool contains(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

// A stop, a zone of the feed or a parent station.
inline bool is_named(const sim::FeedStop& stop, const std::string& place)
{
    return stop.id == place || stop.zone == place || stop.parent == place;
}

// One of those, or a zone of the tariff.
inline bool is_at(const sim::FeedStop& stop, const std::string& place, const sim::Tariff& tariff)
{
    if (is_named(stop, place)) return true;
    return std::any_of(tariff.zones.begin(), tariff.zones.end(), [&](const sim::Zone& zone) {
        return zone.id == place &&
               std::any_of(zone.stops.begin(), zone.stops.end(),
                           [&](const std::string& one) { return is_named(stop, one); });
    });
}

// The pass holds on this route at all.
inline bool is_taken_on(const sim::Pass& pass, const sim::FeedRoute& route)
{
    return (pass.operators.empty() || contains(pass.operators, route.operator_id)) &&
           !contains(pass.excluded_routes, route.id);
}

inline bool is_inside(const sim::Pass& pass, const sim::FeedStop& stop, const sim::Tariff& tariff)
{
    return pass.area.empty() || is_at(stop, pass.area, tariff);
}

}  // namespace app
