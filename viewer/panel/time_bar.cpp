// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/time_bar.h"

#include <imgui.h>

#include <algorithm>

#include "viewer/panel/texts.h"

namespace view
{

namespace
{

constexpr std::int64_t second = 1'000'000'000, minute = 60 * second;

}  // namespace

void TimeBar::advance(Session& session, double seconds)
{
    Focus& focus = session.focus;
    const Span span = session.run.day.span;
    if (!focus.playing) return;
    focus.t += static_cast<std::int64_t>(seconds * 1e9) * 60 * focus.minutes_per_second;
    if (focus.t >= span.to) {
        focus.t = span.to;
        focus.playing = false;
    }
}

void TimeBar::draw(Session& session)
{
    Focus& focus = session.focus;
    const auto& say = session.say;
    const Span span = session.run.day.span;
    if (ImGui::Button(focus.playing ? say("Pause") : say("Play"))) {
        focus.playing = !focus.playing;
        if (focus.playing && focus.t >= span.to) focus.t = span.from;
    }
    ImGui::SameLine();
    if (ImGui::Button("-1##back")) focus.t = std::max(span.from, focus.t - minute);
    ImGui::SameLine();
    if (ImGui::Button("+1##on")) focus.t = std::min(span.to, focus.t + minute);
    ImGui::SameLine();
    ImGui::SetNextItemWidth(90);
    ImGui::DragInt("##speed", &focus.minutes_per_second, 0.05F, 1, 60, "%d min/s");
    ImGui::SameLine();
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - 330);
    auto s = static_cast<int>(focus.t / second);
    if (ImGui::SliderInt("##time", &s, static_cast<int>(span.from / second),
                         static_cast<int>(span.to / second), clock_text(focus.t).c_str(),
                         ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput))
        focus.t = s * second;
    ImGui::SameLine();
    draw_part_of_day(session);
}

void TimeBar::draw_part_of_day(Session& session)
{
    Focus& focus = session.focus;
    const auto& say = session.say;
    const std::string shown =
        focus.time ? minute_text(focus.time->from) + " - " + minute_text(focus.time->to)
                   : say("Whole run");
    ImGui::SetNextItemWidth(310);
    if (!ImGui::BeginCombo("##part", shown.c_str())) return;
    if (ImGui::Selectable(say("Whole run"), !focus.time)) focus.time.reset();
    const std::int64_t hour = 60 * minute;
    if (ImGui::Selectable(say("This hour"), false))
        focus.time = Span{focus.t / hour * hour, focus.t / hour * hour + hour};
    if (ImGui::Selectable(say("This quarter of an hour"), false))
        focus.time = Span{focus.t / (15 * minute) * 15 * minute,
                          focus.t / (15 * minute) * 15 * minute + 15 * minute};
    if (ImGui::Selectable(say("Up to now"), false))
        focus.time = Span{session.run.day.span.from, focus.t};
    ImGui::EndCombo();
}

}  // namespace view
