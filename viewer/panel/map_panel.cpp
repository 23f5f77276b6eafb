// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/map_panel.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "viewer/panel/lines_choice.h"
#include "viewer/panel/map_geojson.h"
#include "viewer/panel/texts.h"

namespace view
{

namespace
{

constexpr float side_width = 390;
constexpr float reach = 14;  // pixels around the mouse
constexpr double zoom_step = 1.3;
constexpr std::size_t listed_taps = 500;

float distance(ImVec2 a, ImVec2 b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

void MapPanel::draw(Session& session)
{
    draw_controls(session);
    const bool side = session.focus.stop.has_value() || session.focus.bus.has_value();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    ImGui::BeginChild("map", {side ? room.x - side_width : 0, 0}, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    draw_map(session);
    ImGui::EndChild();
    if (!side) return;
    ImGui::SameLine();
    ImGui::BeginChild("side");
    draw_side(session);
    ImGui::EndChild();
}

void MapPanel::draw_controls(Session& session)
{
    const auto& say = session.say;
    const ImVec2 middle{ImGui::GetContentRegionAvail().x / 2, ImGui::GetContentRegionAvail().y / 2};
    if (ImGui::Button(say("Zoom in"))) view_.zoom(zoom_step, middle);
    ImGui::SameLine();
    if (ImGui::Button(say("Zoom out"))) view_.zoom(1 / zoom_step, middle);
    ImGui::SameLine();
    if (ImGui::Button(say("Whole city"))) fitted_ = false;
    ImGui::SameLine();
    draw_lines_choice(session);
    save_.draw(session, {"map", nullptr, [&] {
                             return geojson_of(session.run.city, layers_.stops(session),
                                               layers_.segments(session), session.small_cells);
                         }});
}

void MapPanel::draw_map(Session& session)
{
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    if (!fitted_) view_.fit(session.run.city.south_west, session.run.city.north_east, size);
    fitted_ = true;
    view_.place_at(corner, size);
    if (session.focus.stop && session.focus.stop != followed_stop_)
        view_.centre_on(session.run.city.stops[*session.focus.stop].at);
    followed_stop_ = session.focus.stop;
    layers_.draw(session, view_, corner, size);
    ImGui::InvisibleButton("ground", size);
    steer(session, corner, size);
}

void MapPanel::steer(Session& session, ImVec2 corner, ImVec2 size)
{
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec2 mouse{io.MousePos.x - corner.x, io.MousePos.y - corner.y};
    if (ImGui::IsItemHovered() && io.MouseWheel != 0)
        view_.zoom(std::pow(zoom_step, io.MouseWheel), mouse);
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0)) view_.pan(io.MouseDelta);
    const ImVec2 drag = ImGui::GetMouseDragDelta(0, 0);
    if (ImGui::IsItemDeactivated() && std::hypot(drag.x, drag.y) < 4) choose_at_mouse(session);
    if (!ImGui::IsItemFocused()) return;
    const float step = size.x / 60;
    const auto held = [](ImGuiKey key) { return ImGui::IsKeyDown(ImGui::GetKeyIndex(key)); };
    if (io.KeyShift && held(ImGuiKey_LeftArrow)) view_.pan({step, 0});
    if (io.KeyShift && held(ImGuiKey_RightArrow)) view_.pan({-step, 0});
    if (io.KeyShift && held(ImGuiKey_UpArrow)) view_.pan({0, step});
    if (io.KeyShift && held(ImGuiKey_DownArrow)) view_.pan({0, -step});
}

// The nearest bus, or else the nearest stop.
void MapPanel::choose_at_mouse(Session& session)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    session.focus.bus.reset();
    session.focus.stop.reset();
    float nearest = reach;
    for (const BusAt& bus : layers_.buses())
        if (const float far = distance(mouse, view_.pixel(bus.at)); far < nearest)
            nearest = far, session.focus.bus = bus.bus;
    if (session.focus.bus) return;
    const City& city = session.run.city;
    for (std::uint32_t stop = 0; stop < city.stops.size(); ++stop)
        if (const float far = distance(mouse, view_.pixel(city.stops[stop].at)); far < nearest)
            nearest = far, session.focus.stop = stop;
    followed_stop_ = session.focus.stop;  // it is on the screen already
}

void MapPanel::draw_side(Session& session)
{
    if (ImGui::Button(session.say("Close"))) {
        session.focus.bus.reset();
        session.focus.stop.reset();
    } else if (session.focus.bus) {
        draw_bus(session, *session.focus.bus);
    } else if (session.focus.stop) {
        draw_stop(session, *session.focus.stop);
    }
}

MapPanel::Visits MapPanel::visits_of(const Session& session, std::uint32_t stop)
{
    constexpr auto people = Column::Kind::people;
    const City& city = session.run.city;
    const auto& say = session.say;
    Visits visits;
    for (const Visit& visit : session.run.day.visits) {
        const Trip& trip = city.trips[visit.trip];
        if (city.patterns[trip.pattern].stops[visit.position] != stop) continue;
        if (session.focus.time && !session.focus.time->holds(visit.arrival)) continue;
        visits.rows.push_back(visit);
    }
    std::sort(visits.rows.begin(), visits.rows.end(),
              [](const Visit& a, const Visit& b) { return a.arrival < b.arrival; });
    visits.table.columns = {{say("Time")},       {say("Bus")},         {say("Route")},
                            {say("On"), people}, {say("Off"), people}, {say("Load"), people}};
    for (const Visit& visit : visits.rows)
        visits.table.rows.push_back({minute_text(visit.arrival), city.buses[visit.bus].name,
                                     city.route_of_trip(visit.trip).name,
                                     std::to_string(visit.boarded), std::to_string(visit.alighted),
                                     std::to_string(visit.load)});
    return visits;
}

void MapPanel::draw_stop(Session& session, std::uint32_t stop)
{
    const City& city = session.run.city;
    ImGui::TextUnformatted(stop_text(city, stop).c_str());
    ImGui::TextDisabled("%s", city.stops[stop].id.c_str());
    const Visits& visits = visits_.get({stop, session.focus.time, session.run.revision},
                                       [&] { return visits_of(session, stop); });
    const int row = draw_table("visits", visits.table);
    if (row == no_row) return;
    session.focus.bus = visits.rows[static_cast<std::size_t>(row)].bus;
    session.focus.t = visits.rows[static_cast<std::size_t>(row)].arrival;
}

// The trip that the bus is on, 0 for none.
std::uint32_t MapPanel::draw_service(const Session& session, std::uint32_t bus) const
{
    const City& city = session.run.city;
    const auto& say = session.say;
    for (const BusAt& at : layers_.buses()) {
        if (at.bus != bus) continue;
        ImGui::Text("%s  %s", city.buses[bus].name.c_str(),
                    city.route_of_trip(at.trip).name.c_str());
        ImGui::TextUnformatted(fmt::format("{} {}, {} {}, {} {}", say("to"),
                                           city.trips[at.trip].headsign, say("aboard"), at.load,
                                           say("late"), length_text(at.late))
                                   .c_str());
        return at.trip;
    }
    ImGui::Text("%s  %s", city.buses[bus].name.c_str(), say("not in service now"));
    return 0;
}

void MapPanel::draw_bus(Session& session, std::uint32_t bus)
{
    const City& city = session.run.city;
    const auto& say = session.say;
    const std::uint32_t trip = draw_service(session, bus);
    const auto& taps = taps_.get({bus, trip, session.run.revision}, [&] {
        return taps_of_bus(session.run.result, city, bus, trip, listed_taps);
    });
    Table table{{{say("Time")},
                 {say("Tap")},
                 {say("Kind")},
                 {say("Verdict")},
                 {say("Fare"), Column::Kind::number},
                 {say("Tap time"), Column::Kind::number}},
                {}};
    for (const TapLine& tap : taps)
        table.rows.push_back({clock_text(tap.t0), key_text(tap.key.device, tap.key.sequence),
                              say(tap.kind.c_str()), say(tap.verdict.c_str()), yen_text(tap.fare),
                              tap.tap_time ? length_text(*tap.tap_time) : "-"});
    const int row = draw_table("taps", table);
    if (row != no_row) session.open_tap(taps[static_cast<std::size_t>(row)].key);
}

}  // namespace view
