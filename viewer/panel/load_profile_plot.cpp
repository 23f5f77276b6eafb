// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/load_profile_plot.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "viewer/panel/texts.h"
#include "viewer/plot/palette.h"
#include "viewer/plot/plot.h"

namespace view
{

namespace
{

void draw_row(Plot& plot, std::size_t index, const LoadProfile::Row& row, bool fullest)
{
    const auto at = static_cast<double>(index);
    plot.bar(at + 0.04, at + 0.96, static_cast<double>(row.load),
             fullest ? palette::vermilion : palette::sky);
    plot.bar(at + 0.15, at + 0.45, static_cast<double>(row.boarded), palette::blue);
    plot.bar(at + 0.55, at + 0.85, static_cast<double>(row.alighted), palette::orange);
}

void tell_row(const Session& session, const LoadProfile::Row& row)
{
    const auto& say = session.say;
    ImGui::SetTooltip(
        "%s", fmt::format("{}\n{} {}  {} {}  {} {}", stop_text(session.run.city, row.stop),
                          say("On"), row.boarded, say("Off"), row.alighted, say("Load"), row.load)
                  .c_str());
}

}  // namespace

void draw_load_profile(const Session& session, const LoadProfile& profile)
{
    const auto& rows = profile.rows;
    if (rows.empty()) return;
    const City& city = session.run.city;
    std::int64_t most = 1;
    for (const auto& row : rows) most = std::max({most, row.load, row.boarded});
    const Pattern& pattern = city.patterns[profile.pattern];
    const Axis x{0, static_cast<double>(rows.size()), false, Axis::Unit::count,
                 fmt::format("{}: {}", route_text(city, pattern.route, pattern.direction),
                             session.say("stops in order; load on leaving each"))};
    const Axis y{0, round_up(static_cast<double>(most)), false, Axis::Unit::count,
                 session.say("riders of all trips: light aboard, blue on, orange off")};
    Plot plot("profile", {0, 0}, x, y);
    for (std::size_t i = 0; i < rows.size(); ++i)
        draw_row(plot, i, rows[i], i == profile.max_load_row);
    plot.mark_x(static_cast<double>(profile.max_load_row) + 0.5,
                fmt::format("{}: {}", session.say("Maximum load point"),
                            stop_text(city, rows[profile.max_load_row].stop)),
                palette::ink);
    const float under = plot.hovered() ? plot.pointed().x : -1;
    if (under >= 0 && static_cast<std::size_t>(under) < rows.size())
        tell_row(session, rows[static_cast<std::size_t>(under)]);
}

}  // namespace view
