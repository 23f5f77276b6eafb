// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/map_signs.h"

#include <algorithm>
#include <cmath>

#include "viewer/plot/palette.h"

namespace view
{

namespace
{

constexpr double full_size_km = 60;  // pixels

}  // namespace

float sign_size(const MapView& view)
{
    return static_cast<float>(std::clamp(view.pixels_per_km() / full_size_km, 0.4, 1.0));
}

bool is_near(const MapView& view)
{
    return view.pixels_per_km() > full_size_km / 2;
}

void draw_arrow(ImDrawList& draw, ImVec2 at, double heading, float size, ImU32 colour)
{
    const auto corner = [&](double turn, float reach) {
        return ImVec2{at.x + size * reach * static_cast<float>(std::sin(heading + turn)),
                      at.y - size * reach * static_cast<float>(std::cos(heading + turn))};
    };
    const ImVec2 nose = corner(0, 10), left = corner(2.5, 8), right = corner(-2.5, 8);
    draw.AddTriangleFilled(nose, left, right, colour);
    draw.AddTriangle(nose, left, right, palette::paper, 1.5F);
}

}  // namespace view
