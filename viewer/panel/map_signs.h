// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

#include "viewer/panel/map_view.h"
#include "viewer/plot/sprites.h"

// The signs of the map, and of its legend. They shrink with the map, so that a whole city is not
// hidden below its stops.
namespace view
{

constexpr ImU32 stop_colour = IM_COL32(230, 159, 0, 150);

float sign_size(const MapView& view);  // 1 from near on
bool is_near(const MapView& view);     // there is room for numbers
// `heading`: radians, clockwise from north.
void draw_arrow(ImDrawList& draw, ImVec2 at, double heading, float size, ImU32 colour);

}  // namespace view
