// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/pattern_fares.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

// Calls `visit(board, alight, match)` for every ride the pattern allows that has a fare.
template <typename Visit>
void for_each_fare(const FareIndex& index, const Pattern& pattern, Visit visit)
{
    for (std::uint32_t board = 0; board < pattern.stops.size(); ++board) {
        if (!pattern.pickup[board]) continue;
        for (std::uint32_t alight = board + 1; alight < pattern.stops.size(); ++alight) {
            if (!pattern.drop_off[alight]) continue;
            const auto match =
                index.find(pattern.route, pattern.stops[board], pattern.stops[alight]);
            if (match && !visit(board, alight, *match)) return;
        }
    }
}

std::string route_name(const Timetable& timetable, std::uint32_t route)
{
    const FeedRoute& row = timetable.routes[route];
    return timetable.feeds[row.feed] + ":" + row.id;
}

}  // namespace

PatternFares pattern_fares(const Timetable& timetable, const FareIndex& index,
                           std::uint32_t pattern, bool ic)
{
    const Pattern& row = timetable.patterns[pattern];
    PatternFares fares;
    fares.stops = static_cast<std::uint32_t>(row.stops.size());
    fares.price.assign(row.stops.size() * row.stops.size(), -1);
    for_each_fare(index, row,
                  [&](std::uint32_t board, std::uint32_t alight, const FareMatch& match) {
                      fares.price[board * fares.stops + alight] = match.price(ic).count;
                      return true;
                  });
    return fares;
}

std::vector<std::string> routes_without_fares(const Timetable& timetable, const FareIndex& index)
{
    enum : std::uint8_t { unused, without, priced };
    std::vector<std::uint8_t> state(timetable.routes.size(), unused);
    for (const Pattern& pattern : timetable.patterns) {
        std::uint8_t& route = state[pattern.route];
        if (route == priced) continue;
        route = without;
        for_each_fare(index, pattern, [&](auto, auto, const FareMatch&) {
            route = priced;
            return false;
        });
    }
    std::vector<std::string> names;
    for (std::uint32_t route = 0; route < state.size(); ++route)
        if (state[route] == without) names.push_back(route_name(timetable, route));
    return names;
}

std::vector<Defect> ambiguous_fares(const Timetable& timetable, const FareIndex& index)
{
    std::vector<std::uint8_t> told(timetable.routes.size(), 0);
    std::vector<Defect> defects;
    for (const Pattern& pattern : timetable.patterns) {
        if (told[pattern.route]) continue;
        for_each_fare(
            index, pattern, [&](std::uint32_t board, std::uint32_t alight, const FareMatch& match) {
                if (!match.ambiguous) return true;
                told[pattern.route] = 1;
                defects.push_back(
                    {timetable.feeds[timetable.routes[pattern.route].feed] + "/fare_rules.txt",
                     match.row->line,
                     fmt::format("route '{}': several prices from '{}' to '{}', {} yen taken",
                                 timetable.routes[pattern.route].id,
                                 timetable.stops[pattern.stops[board]].id,
                                 timetable.stops[pattern.stops[alight]].id,
                                 match.row->price.count)});
                return false;
            });
    }
    return defects;
}

}  // namespace sim
