// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/export/geojson.h"
#include "sim/export/small_cells.h"
#include "sim/record/database.h"

// The map of a whole run: every stop a bus called at, as a point with its boardings and alightings,
// and every way from one stop to the next of a route, as a straight line with the riders carried
// over it and the trips that drove it. Counts of riders are protected by small_cells.h, hidden ones
// are null.
namespace sim
{

struct MapFeatures {
    std::vector<GeoFeature> features;
    std::int64_t cells_hidden = 0;
};

MapFeatures map_features(const Database& run, const SmallCells& small);

}  // namespace sim
