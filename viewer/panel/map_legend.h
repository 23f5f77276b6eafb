// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>

#include "viewer/panel/map_view.h"
#include "viewer/panel/words.h"

namespace view
{

// What the map's signs mean and how much the largest stands for.
struct MapLegend {
    std::int64_t most_carried = 0, most_boarded = 0, most_waiting = 0;  // riders
    std::string part_of_day;

    // In the lower left of the map.
    void draw(const Words& say, const MapView& view, ImVec2 corner, ImVec2 size) const;
};

}  // namespace view
