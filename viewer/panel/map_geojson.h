// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/export/small_cells.h"
#include "viewer/data/ridership.h"

namespace view
{

// The map as it is on the screen, as GeoJSON: a point for each stop with its boardings and
// alightings, the way of each segment with the riders carried. Hidden counts are null.
std::string geojson_of(const City& city, const std::vector<StopRiders>& stops,
                       const std::vector<SegmentRiders>& segments, sim::SmallCells small);

}  // namespace view
