// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/ridership_panel.h"

#include <imgui.h>

#include "viewer/panel/lines_choice.h"
#include "viewer/panel/load_profile_plot.h"
#include "viewer/panel/radio.h"

namespace view
{

void RidershipPanel::draw(Session& session)
{
    draw_choice(session);
    if (show_ == Show::by_time) return draw_by_time(session);
    const RidershipRows& rows = rows_.get({show_, session.chosen(), session.run.revision},
                                          [&] { return rows_of(session); });
    save_.draw(session, {"ridership", &rows.table, {}});
    const bool profile = show_ == Show::routes && session.focus.route && session.focus.direction;
    const float room = ImGui::GetContentRegionAvail().y;
    const int row = draw_table("ridership", rows.table, profile ? room * 0.42F : room);
    if (row != no_row && show_ == Show::routes) {
        session.focus.route = rows.routes[static_cast<std::size_t>(row)].route;
        session.focus.direction = rows.routes[static_cast<std::size_t>(row)].direction;
    }
    if (row != no_row && show_ == Show::stops) {
        session.focus.stop = rows.stops[static_cast<std::size_t>(row)];
        session.panel = PanelName::map;
    }
    if (profile) draw_profile(session);
}

void RidershipPanel::draw_choice(Session& session)
{
    const auto& say = session.say;
    draw_radio(say("Routes"), show_, Show::routes);
    draw_radio(say("Stops"), show_, Show::stops);
    draw_radio(say("Segments"), show_, Show::segments);
    draw_radio(say("Discounts"), show_, Show::classes);
    draw_radio(say("By time"), show_, Show::by_time);
    draw_lines_choice(session);
    ImGui::NewLine();
}

RidershipRows RidershipPanel::rows_of(const Session& session) const
{
    switch (show_) {
        case Show::stops:
            return stops_of(session);
        case Show::segments:
            return segments_of(session);
        case Show::classes:
            return classes_of(session);
        case Show::routes:
        case Show::by_time:
            break;
    }
    return routes_of(session);
}

void RidershipPanel::draw_by_time(Session& session)
{
    constexpr std::size_t rows = 24;  // there is room for so many names
    save_.draw(session, {"ridership", nullptr, {}});
    const auto& routes = heat_.get({show_, session.chosen(), session.run.revision},
                                   [&] { return busiest_routes(session, rows); });
    draw_heat_map(session, routes);
}

void RidershipPanel::draw_profile(Session& session)
{
    const LoadProfile& profile = profile_.get({show_, session.chosen(), session.run.revision}, [&] {
        return load_profile(session.run.day, session.run.city, *session.focus.route,
                            *session.focus.direction, session.chosen());
    });
    draw_load_profile(session, profile);
}

}  // namespace view
