// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/map_legend.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/panel/map_signs.h"
#include "viewer/plot/axis.h"
#include "viewer/plot/palette.h"

namespace view
{

namespace
{

constexpr int lines = 6;
constexpr float width = 300, margin = 8, text_left = 74, sign_middle = 38;
constexpr double east = 1.57;

void draw_ramp(ImDrawList& draw, ImVec2 at, float high)
{
    constexpr int shades = 12;
    constexpr float wide = 5;
    for (int i = 0; i < shades; ++i)
        draw.AddRectFilled({at.x + static_cast<float>(i) * wide, at.y + 4},
                           {at.x + static_cast<float>(i + 1) * wide, at.y + high - 4},
                           palette::ramp(std::sqrt(static_cast<double>(i) / shades)));
}

void draw_scale(ImDrawList& draw, const MapView& view, ImVec2 at)
{
    const double km = round_up(60 / view.pixels_per_km());
    const auto wide = std::min(static_cast<float>(km * view.pixels_per_km()), 180.0F);
    draw.AddLine(at, {at.x + wide, at.y}, palette::ink, 3);
    const std::string text =
        km < 1 ? fmt::format("{:.0f} m", km * 1000) : fmt::format("{:.0f} km", km);
    draw.AddText({at.x + wide + 6, at.y - ImGui::GetTextLineHeight() + 6}, palette::ink,
                 text.c_str());
}

}  // namespace

void MapLegend::draw(const Words& say, const MapView& view, ImVec2 corner, ImVec2 size) const
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float high = ImGui::GetTextLineHeight() + 3;
    const ImVec2 low{corner.x + 10, corner.y + size.y - lines * high - 2 * margin};
    draw.AddRectFilled(low, {low.x + width, low.y + lines * high + margin},
                       IM_COL32(255, 255, 255, 225), 6);
    ImVec2 at{low.x + margin, low.y + 5};
    const auto line = [&](const std::string& text) {
        draw.AddText({low.x + text_left, at.y}, palette::ink, text.c_str());
        at.y += high;
    };
    const auto sign = [&] { return ImVec2{low.x + sign_middle, at.y + high / 2}; };
    draw_ramp(draw, at, high);
    line(fmt::format("{} 0 - {}", say("riders carried"), most_carried));
    draw_disc(draw, sign(), 8, stop_colour);
    line(fmt::format("{} 0 - {}", say("boardings"), most_boarded));
    draw_ring(draw, sign(), 6, palette::purple);
    line(fmt::format("{} 0 - {}", say("riders waiting"), most_waiting));
    draw_arrow(draw, sign(), east, 1, palette::ink);
    line(say("bus, riders aboard"));
    line(part_of_day);
    draw_scale(draw, view, {at.x, at.y + high - 8});
}

}  // namespace view
