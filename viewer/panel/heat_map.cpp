// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/heat_map.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "viewer/panel/texts.h"
#include "viewer/plot/palette.h"
#include "viewer/plot/plot.h"

namespace view
{

namespace
{

constexpr std::int64_t quarter = 900'000'000'000;

std::int64_t all_of(const RouteDay& day)
{
    return std::accumulate(day.boardings.begin(), day.boardings.end(), std::int64_t{0});
}

std::int64_t most_of(const std::vector<RouteDay>& routes)
{
    std::int64_t most = 1;
    for (const RouteDay& route : routes)
        for (const std::int64_t riders : route.boardings) most = std::max(most, riders);
    return most;
}

// The first route on top.
Axis names_of(const std::vector<RouteDay>& routes, const std::string& title)
{
    Axis axis{0, static_cast<double>(routes.size()), false, Axis::Unit::count, title};
    for (auto route = routes.rbegin(); route != routes.rend(); ++route)
        axis.names.push_back(route->route);
    return axis;
}

void draw_route(Plot& plot, const RouteDay& route, double row, std::int64_t most)
{
    for (std::size_t i = 0; i < route.boardings.size(); ++i)
        if (route.boardings[i] > 0)
            plot.cell(static_cast<double>(i) * quarter, static_cast<double>(i + 1) * quarter,
                      row + 0.05, row + 0.95,
                      palette::ramp(std::sqrt(static_cast<double>(route.boardings[i]) /
                                              static_cast<double>(most))));
}

void tell_cell(const Plot& plot, const std::vector<RouteDay>& routes)
{
    const ImVec2 at = plot.pointed();
    const auto row = static_cast<std::size_t>(std::max(0.0F, at.y));
    const auto column =
        static_cast<std::size_t>(std::max(0.0F, at.x) / static_cast<float>(quarter));
    if (row >= routes.size()) return;
    const RouteDay& route = routes[routes.size() - 1 - row];
    const std::int64_t riders = column < route.boardings.size() ? route.boardings[column] : 0;
    ImGui::SetTooltip("%s",
                      fmt::format("{}  {}: {}", route.route,
                                  minute_text(static_cast<std::int64_t>(column) * quarter), riders)
                          .c_str());
}

}  // namespace

std::vector<RouteDay> busiest_routes(const Session& session, std::size_t limit)
{
    const City& city = session.run.city;
    std::vector<RouteDay> routes;
    for (std::uint32_t route = 0; route < city.routes.size(); ++route) {
        Chosen chosen = session.chosen();
        chosen.route = route;
        chosen.direction.reset();
        RouteDay day{city.routes[route].name, boardings_by_quarter(session.run.day, city, chosen)};
        if (all_of(day) > 0) routes.push_back(std::move(day));
    }
    std::stable_sort(routes.begin(), routes.end(),
                     [](const RouteDay& a, const RouteDay& b) { return all_of(a) > all_of(b); });
    routes.resize(std::min(routes.size(), limit));
    return routes;
}

void draw_heat_map(const Session& session, const std::vector<RouteDay>& routes)
{
    if (routes.empty()) return ImGui::TextUnformatted(session.say("Nobody boarded."));
    const Span span = session.focus.time.value_or(session.run.day.span);
    const std::int64_t most = most_of(routes);
    const Axis x{static_cast<double>(span.from / quarter * quarter),
                 static_cast<double>((span.to + quarter - 1) / quarter * quarter),
                 false,
                 Axis::Unit::clock,
                 session.say("time of day"),
                 {}};
    Plot plot(
        "heat", {0, 0}, x,
        names_of(routes, fmt::format("{} 0 - {}", session.say("boardings in 15 min, light to dark"),
                                     most)));
    for (std::size_t i = 0; i < routes.size(); ++i)
        draw_route(plot, routes[i], static_cast<double>(routes.size() - 1 - i), most);
    if (plot.hovered()) tell_cell(plot, routes);
}

}  // namespace view
