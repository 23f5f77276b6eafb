// SPDX-License-Identifier: Apache-2.0
#include "viewer/plot/plot.h"

#include <algorithm>
#include <string>

#include "viewer/plot/palette.h"

namespace view
{

namespace
{

constexpr float least_left = 62, margin_bottom = 40, margin_top = 20, margin_right = 14;
constexpr float tick = 4;
constexpr float px_per_tick_x = 90, px_per_tick_y = 34;

void write(ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view text)
{
    draw.AddText(at, colour, text.data(), text.data() + text.size());
}

ImVec2 size_of(std::string_view text)
{
    return ImGui::CalcTextSize(text.data(), text.data() + text.size());
}

// Room for the widest number or name beside the axis.
float left_of(const Axis& y)
{
    float widest = least_left - 2 * tick;
    for (const std::string& name : y.names) widest = std::max(widest, size_of(name).x);
    return widest + 2 * tick;
}

ImVec2 room_for(ImVec2 size)
{
    const ImVec2 free = ImGui::GetContentRegionAvail();
    return {std::max(size.x > 0 ? size.x : free.x, 120.0F),
            std::max(size.y > 0 ? size.y : free.y, 80.0F)};
}

}  // namespace

Plot::Plot(const char* id, ImVec2 size, const Axis& x, const Axis& y)
    : x_(x), y_(y), draw_(ImGui::GetWindowDrawList())
{
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 room = room_for(size);
    ImGui::InvisibleButton(id, room);
    hovered_ = ImGui::IsItemHovered();
    clicked_ = ImGui::IsItemClicked();
    left_ = left_of(y_);
    low_ = {corner.x + left_, corner.y + room.y - margin_bottom};
    high_ = {corner.x + room.x - margin_right, corner.y + margin_top};
    draw_->AddRectFilled({low_.x, high_.y}, {high_.x, low_.y}, palette::paper);
    draw_axes();
    draw_->PushClipRect({low_.x, high_.y - margin_top}, {high_.x + 1, low_.y + 1}, true);
}

Plot::~Plot()
{
    draw_->PopClipRect();
}

void Plot::draw_axes()
{
    const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
    for (const Tick& t : x_.ticks(static_cast<int>((high_.x - low_.x) / px_per_tick_x))) {
        const float x = at(t.value, y_.from).x;
        draw_->AddLine({x, low_.y}, {x, t.text.empty() ? low_.y + tick : high_.y}, palette::line);
        write(*draw_, {x - size_of(t.text).x / 2, low_.y + tick}, ink, t.text);
    }
    for (const Tick& t : y_.ticks(static_cast<int>((low_.y - high_.y) / px_per_tick_y))) {
        const float y = at(x_.from, t.value).y;
        draw_->AddLine({t.text.empty() ? low_.x - tick : high_.x, y}, {low_.x, y}, palette::line);
        const ImVec2 size = size_of(t.text);
        write(*draw_, {low_.x - size.x - tick, y - size.y / 2}, ink, t.text);
    }
    draw_->AddLine(low_, {high_.x, low_.y}, palette::soft);
    draw_->AddLine(low_, {low_.x, high_.y}, palette::soft);
    const ImVec2 size = size_of(x_.title);
    write(*draw_, {(low_.x + high_.x - size.x) / 2, low_.y + size.y + tick}, ink, x_.title);
    write(*draw_, {low_.x - left_ + tick, high_.y - margin_top}, ink, y_.title);
}

ImVec2 Plot::at(double x, double y) const
{
    return {low_.x + static_cast<float>(x_.share_of(x)) * (high_.x - low_.x),
            low_.y + static_cast<float>(y_.share_of(y)) * (high_.y - low_.y)};
}

ImVec2 Plot::pointed() const
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    return {static_cast<float>(x_.value_at((mouse.x - low_.x) / (high_.x - low_.x))),
            static_cast<float>(y_.value_at((mouse.y - low_.y) / (high_.y - low_.y)))};
}

void Plot::bar(double x_from, double x_to, double y, ImU32 colour)
{
    cell(x_from, x_to, y_.from, y, colour);
}

void Plot::cell(double x_from, double x_to, double y_from, double y_to, ImU32 colour)
{
    const ImVec2 a = at(x_from, y_from), b = at(x_to, y_to);
    draw_->AddRectFilled({std::min(a.x, b.x), std::min(a.y, b.y)},
                         {std::max(std::max(a.x, b.x) - 0.5F, a.x + 0.5F), std::max(a.y, b.y)},
                         colour);
}

void Plot::line(const std::vector<ImVec2>& points, ImU32 colour, float thickness)
{
    std::vector<ImVec2> pixels;
    pixels.reserve(points.size());
    for (const ImVec2& point : points) pixels.push_back(at(point.x, point.y));
    draw_long_line(*draw_, pixels, colour, thickness);
}

void Plot::steps(const std::vector<ImVec2>& points, ImU32 colour)
{
    std::vector<ImVec2> corners;
    for (const ImVec2& point : points) {
        if (!corners.empty()) corners.push_back({point.x, corners.back().y});
        corners.push_back(point);
    }
    line(corners, colour);
}

void Plot::mark_x(double x, std::string_view text, ImU32 colour)
{
    const ImVec2 foot = at(x, y_.from);
    draw_->AddLine(foot, {foot.x, high_.y}, colour, 2);
    const ImVec2 size = size_of(text);
    const float left = std::clamp(foot.x + 4, low_.x, std::max(low_.x, high_.x - size.x));
    const float top = high_.y + static_cast<float>(marks_++ % 6) * size.y;
    draw_->AddRectFilled({left - 2, top}, {left + size.x + 2, top + size.y},
                         IM_COL32(255, 255, 255, 215));
    write(*draw_, {left, top}, colour, text);
}

void Plot::mark_y(double y, std::string_view text, ImU32 colour)
{
    const ImVec2 start = at(x_.from, y);
    draw_->AddLine(start, {high_.x, start.y}, colour, 2);
    const ImVec2 size = size_of(text);
    write(*draw_, {high_.x - size.x - 4, start.y - size.y}, colour, text);
}

void draw_long_line(ImDrawList& draw, const std::vector<ImVec2>& points, ImU32 colour,
                    float thickness)
{
    constexpr std::size_t chunk = 1000;
    for (std::size_t from = 0; from + 1 < points.size(); from += chunk - 1) {
        const std::size_t count = std::min(chunk, points.size() - from);
        draw.AddPolyline(&points[from], static_cast<int>(count), colour, ImDrawFlags_None,
                         thickness);
    }
}

}  // namespace view
