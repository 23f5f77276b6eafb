// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/frame.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>

#include "viewer/panel/verdict_badge.h"

namespace view
{

namespace
{

constexpr std::array<const char*, panels> titles{"Overview", "Map",   "Ridership", "Latency",
                                                 "Tap",      "Money", "Checks",    "Comparison"};
constexpr std::size_t hits_shown = 12;

bool pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

void go_to(Session& session, const Hit& hit)
{
    Focus& focus = session.focus;
    session.search.clear();
    if (hit.kind == Hit::Kind::tap) return session.open_tap(hit.tap);
    if (hit.kind == Hit::Kind::route) {
        focus.route = hit.number;
        focus.direction = 0;
        session.panel = PanelName::ridership;
        return;
    }
    focus.stop.reset(), focus.bus.reset();
    if (hit.kind == Hit::Kind::stop) focus.stop = hit.number;
    if (hit.kind == Hit::Kind::bus) focus.bus = hit.number;
    if (hit.kind == Hit::Kind::trip) {
        focus.bus = session.run.city.trips[hit.number].bus;
        focus.t = session.run.city.trips[hit.number].departure_s * std::int64_t{1'000'000'000};
    }
    session.panel = PanelName::map;
}

}  // namespace

void Frame::draw(Session& session)
{
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("tapbench", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    take_keys(session);
    draw_head(session);
    const float bar = ImGui::GetFrameHeightWithSpacing() + 4;
    ImGui::BeginChild(name_of(session.panel), {0, -bar});
    draw_panel(session);
    ImGui::EndChild();
    time_.draw(session);
    ImGui::End();
}

void Frame::draw_head(Session& session)
{
    for (std::size_t i = 0; i < panels; ++i) {
        const bool here = session.panel == static_cast<PanelName>(i);
        if (here) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetColorU32(ImGuiCol_ButtonActive));
        if (ImGui::Button(session.say(titles[i]))) session.panel = static_cast<PanelName>(i);
        if (here) ImGui::PopStyleColor();
        ImGui::SameLine();
    }
    draw_search(session);
    ImGui::Separator();
}

void Frame::draw_search(Session& session)
{
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (find_) ImGui::SetKeyboardFocusHere();
    find_ = false;
    const bool entered =
        ImGui::InputTextWithHint("##search", session.say("stop, route, bus, trip or tap (Ctrl+F)"),
                                 &session.search, ImGuiInputTextFlags_EnterReturnsTrue);
    if (session.search.empty()) return;
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    const auto& hits = hits_.get({session.search, session.run.revision}, [&] {
        return search(session.run.result, session.run.city, session.search, hits_shown);
    });
    if (entered && !hits.empty()) return go_to(session, hits.front());
    ImGui::SetNextWindowPos({low.x, high.y});
    ImGui::SetNextWindowSize({high.x - low.x, 0});
    ImGui::Begin("##hits", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    if (hits.empty()) ImGui::TextUnformatted(session.say("nothing of that name"));
    for (const Hit& hit : hits) {
        ImGui::PushID(&hit);
        if (ImGui::Selectable(hit.text.c_str())) go_to(session, hit);
        ImGui::PopID();
    }
    ImGui::End();
}

void Frame::draw_panel(Session& session)
{
    switch (session.panel) {
        case PanelName::overview:
            return overview_.draw(session);
        case PanelName::map:
            return map_.draw(session);
        case PanelName::ridership:
            return ridership_.draw(session);
        case PanelName::latency:
            return latency_.draw(session);
        case PanelName::tap:
            return tap_.draw(session);
        case PanelName::money:
            return money_.draw(session);
        case PanelName::checks:
            return checks_.draw(session);
        case PanelName::comparison:
            return comparison_.draw(session);
    }
}

// Ctrl+1 .. Ctrl+8 panels, Ctrl+F search, Ctrl+Space play, Ctrl+Q quit; the rest is ImGui's own
// keyboard way.
void Frame::take_keys(Session& session)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyCtrl) return;
    for (int i = 0; i < static_cast<int>(panels); ++i)
        if (ImGui::IsKeyPressed('1' + i)) session.panel = static_cast<PanelName>(i);
    if (ImGui::IsKeyPressed('F')) find_ = true;
    if (ImGui::IsKeyPressed('Q')) session.quit = true;
    if (pressed(ImGuiKey_Space)) session.focus.playing = !session.focus.playing;
}

}  // namespace view
