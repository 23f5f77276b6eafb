// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "viewer/plot/axis.h"

// A drawing with two axes at the place where the next widget would stand. Draw in any order while
// it lives; values outside the axes are cut off.
namespace view
{

class Plot
{
public:
    // As wide as there is room when `size` is 0 in that direction.
    Plot(const char* id, ImVec2 size, const Axis& x, const Axis& y);
    Plot(const Plot&) = delete;
    Plot& operator=(const Plot&) = delete;
    ~Plot();

    void bar(double x_from, double x_to, double y, ImU32 colour);
    void line(const std::vector<ImVec2>& points, ImU32 colour, float thickness = 2.0F);
    void steps(const std::vector<ImVec2>& points, ImU32 colour);  // level until the next point
    // A line across with a word at its end: a limit, a percentile, the time chosen.
    void mark_x(double x, std::string_view text, ImU32 colour);
    void mark_y(double y, std::string_view text, ImU32 colour);
    void cell(double x_from, double x_to, double y_from, double y_to, ImU32 colour);

    bool hovered() const { return hovered_; }
    bool clicked() const { return clicked_; }
    ImVec2 pointed() const;  // values below the mouse

private:
    ImVec2 at(double x, double y) const;
    void draw_axes();

    Axis x_, y_;
    ImVec2 low_, high_;  // of the area inside the axes, in pixels: left bottom, right top
    float left_ = 0;     // of the area, in pixels
    ImDrawList* draw_;
    bool hovered_ = false, clicked_ = false;
    int marks_ = 0;  // so that words of marks do not lie on each other
};

// A polyline of any length: ImGui's 16-bit indices wrap silently beyond some 32,000 points.
void draw_long_line(ImDrawList& draw, const std::vector<ImVec2>& points, ImU32 colour,
                    float thickness);

}  // namespace view
