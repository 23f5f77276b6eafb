// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/way_map.h"

#include <algorithm>

#include "models/people/enough.h"

namespace model
{

namespace
{

// Own numbering of the draws of streets, crossings and searches.
enum WayDraw : std::uint64_t {
    way_draw_metres,
    way_draw_closed,
    way_draw_closed_at,
    way_draw_shelter,
    way_draw_at,
    way_draw_who,
    way_draw_crossing
};

fw::Nanos within_storm(const sim::ShelterWays& rules, const sim::RngStream& stream,
                       std::uint64_t key, WayDraw draw)
{
    return rules.begins + fw::Nanos{static_cast<std::int64_t>(stream.below(
                              static_cast<std::uint64_t>(rules.within.count), key, draw))};
}

void add_street(WayMap& map, const sim::ShelterWays& rules, const sim::RngStream& stream,
                std::int64_t one, std::int64_t other)
{
    const std::int64_t number = std::ssize(map.streets);
    const auto key = static_cast<std::uint64_t>(number);
    const auto span = static_cast<std::uint64_t>(rules.longest_metres - rules.shortest_metres + 1);
    WayStreet street{
        number,
        one,
        other,
        rules.shortest_metres + static_cast<std::int64_t>(stream.below(span, key, way_draw_metres)),
        {-1}};
    if (stream.chance(rules.closed_ppm, key, way_draw_closed))
        street.closed = within_storm(rules, stream, key, way_draw_closed_at);
    map.streets.push_back(street);
}

// Dijkstra: how far each crossing is, and by which one it is reached.
struct WayTree {
    std::vector<std::int64_t> metres, before;
};

WayTree grow_tree(const WayMap& map, std::int64_t from, const std::set<std::int64_t>& closed)
{
    const auto size = static_cast<std::size_t>(map.crossings);
    std::vector<std::vector<const WayStreet*>> at(size);
    for (const WayStreet& street : map.streets) {
        if (closed.contains(street.number)) continue;
        at[static_cast<std::size_t>(street.one)].push_back(&street);
        at[static_cast<std::size_t>(street.other)].push_back(&street);
    }
    WayTree tree{std::vector<std::int64_t>(size, -1), std::vector<std::int64_t>(size, -1)};
    std::set<std::pair<std::int64_t, std::int64_t>> edge{{0, from}};
    tree.metres[static_cast<std::size_t>(from)] = 0;
    while (!edge.empty()) {
        const auto [metres, here] = *edge.begin();
        edge.erase(edge.begin());
        for (const WayStreet* street : at[static_cast<std::size_t>(here)]) {
            const std::int64_t next = street->one == here ? street->other : street->one;
            std::int64_t& known = tree.metres[static_cast<std::size_t>(next)];
            if (known >= 0 && known <= metres + street->metres) continue;
            edge.erase({known, next});
            known = metres + street->metres;
            tree.before[static_cast<std::size_t>(next)] = here;
            edge.insert({known, next});
        }
    }
    return tree;
}

}  // namespace

WayMap draw_way_map(const sim::Scenario& scenario)
{
    const sim::ShelterWays& rules = *scenario.shelter_ways;
    const sim::RngStream stream(scenario.seed, "way map");
    WayMap map;
    map.crossings = std::int64_t{rules.columns} * rules.rows;
    for (std::int64_t here = 0; here < map.crossings; ++here) {
        if ((here + 1) % rules.columns != 0) add_street(map, rules, stream, here, here + 1);
        if (here + rules.columns < map.crossings)
            add_street(map, rules, stream, here, here + rules.columns);
    }
    std::vector<std::int64_t> places;
    for (std::int64_t here = 0; here < map.crossings; ++here) places.push_back(here);
    std::sort(places.begin(), places.end(), [&](std::int64_t a, std::int64_t b) {
        return std::pair(stream.bits(static_cast<std::uint64_t>(a), way_draw_shelter), a) <
               std::pair(stream.bits(static_cast<std::uint64_t>(b), way_draw_shelter), b);
    });
    for (std::int64_t number = 1; number <= rules.shelters; ++number)
        map.shelters.push_back({number, places[static_cast<std::size_t>(number - 1)]});
    return map;
}

std::vector<WaySearch> draw_way_searches(const sim::Scenario& scenario,
                                         const std::vector<Resident>& residents,
                                         const std::vector<Attempt>& attempts)
{
    const sim::ShelterWays& rules = *scenario.shelter_ways;
    const sim::RngStream stream(scenario.seed, "way searches");
    std::vector<std::uint32_t> people;
    for (std::uint32_t who = 0; who < residents.size(); ++who)
        if (residents[who].smartphone) people.push_back(who);
    require_enough(scenario, rules.line, people.size(), rules.searches > 0 ? 1 : 0,
                   "residents have a phone");
    const auto crossings =
        static_cast<std::uint64_t>(rules.columns) * static_cast<std::uint64_t>(rules.rows);
    std::vector<WaySearch> all;
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(rules.searches); ++i)
        all.push_back({within_storm(rules, stream, i, way_draw_at),
                       people[stream.below(people.size(), i, way_draw_who)],
                       static_cast<std::int64_t>(stream.below(crossings, i, way_draw_crossing))});
    for (const Attempt& one : attempts)
        if (one.service == "way" && one.lacks.empty())
            all.push_back({std::max(one.at, rules.begins), one.resident,
                           static_cast<std::int64_t>(
                               stream.below(crossings, one.resident, way_draw_crossing))});
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return all;
}

std::optional<FoundWay> nearest_shelter(const WayMap& map, std::int64_t from,
                                        const std::set<std::int64_t>& closed,
                                        const std::set<std::int64_t>& full)
{
    const WayTree tree = grow_tree(map, from, closed);
    std::optional<FoundWay> best;
    std::int64_t end = -1;
    for (const WayShelter& one : map.shelters) {
        const std::int64_t metres = tree.metres[static_cast<std::size_t>(one.crossing)];
        if (metres < 0 || full.contains(one.number)) continue;
        if (best && best->metres <= metres) continue;
        best = FoundWay{one.number, metres, {}};
        end = one.crossing;
    }
    for (; best && end >= 0; end = tree.before[static_cast<std::size_t>(end)])
        best->crossings.insert(best->crossings.begin(), end);
    return best;
}

}  // namespace model
