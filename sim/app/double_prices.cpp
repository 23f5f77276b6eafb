// SPDX-License-Identifier: Apache-2.0
#include "sim/app/double_prices.h"

#include <fmt/format.h>

#include "sim/app/tariff_places.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

void check_flat_beside_od(const sim::Tariff& tariff, const sim::FeedRoute& route)
{
    for (const sim::OdFare& od : tariff.od) {
        if (!od.route.empty() || od.operator_id != route.operator_id) continue;
        for (const sim::FlatFare& flat : tariff.flat)
            if (flat.operator_id == route.operator_id && contains(flat.routes, route.id) &&
                flat.valid.meets(od.valid))
                throw sim::ScenarioError(
                    tariff.file, od.source.line, od.source.column,
                    fmt::format("route \"{}\" has a flat fare as well: \"{}\" (line {})", route.id,
                                flat.id, flat.source.line));
    }
}

// The od fares that hold on a pattern, and for each ride which of them have claimed it.
class Claims
{
public:
    Claims(const sim::Tariff& tariff, const sim::Timetable& timetable, const sim::Pattern& pattern)
        : tariff_(tariff),
          timetable_(timetable),
          pattern_(pattern),
          of_ride_(pattern.stops.size() * pattern.stops.size())
    {
    }

    void add(const sim::OdFare& rule)
    {
        const std::size_t stops = pattern_.stops.size();
        for (std::size_t board = 0; board < stops; ++board) {
            if (!is_at(stop(board), rule.from, tariff_)) continue;
            for (std::size_t alight = board + 1; alight < stops; ++alight)
                if (is_at(stop(alight), rule.to, tariff_)) claim(rule, board, alight);
        }
    }

private:
    const sim::FeedStop& stop(std::size_t position) const
    {
        return timetable_.stops[pattern_.stops[position]];
    }

    void claim(const sim::OdFare& rule, std::size_t board, std::size_t alight)
    {
        auto& earlier = of_ride_[board * pattern_.stops.size() + alight];
        for (const sim::OdFare* other : earlier)
            if (other->valid.meets(rule.valid))
                throw sim::ScenarioError(
                    tariff_.file, rule.source.line, rule.source.column,
                    fmt::format("from \"{}\" to \"{}\" route \"{}\" has two fares: this one and "
                                "\"{}\" (line {})",
                                stop(board).id, stop(alight).id,
                                timetable_.routes[pattern_.route].id, other->id,
                                other->source.line));
        earlier.push_back(&rule);
    }

    const sim::Tariff& tariff_;
    const sim::Timetable& timetable_;
    const sim::Pattern& pattern_;
    std::vector<std::vector<const sim::OdFare*>> of_ride_;
};

}  // namespace

void check_double_prices(const sim::Tariff& tariff, const sim::Timetable& timetable)
{
    for (const sim::Pattern& pattern : timetable.patterns) {
        const sim::FeedRoute& route = timetable.routes[pattern.route];
        check_flat_beside_od(tariff, route);
        for (const std::string& level : {route.id, std::string()}) {
            Claims claims(tariff, timetable, pattern);
            for (const sim::OdFare& rule : tariff.od)
                if (rule.operator_id == route.operator_id && rule.route == level) claims.add(rule);
        }
    }
}

}  // namespace app
