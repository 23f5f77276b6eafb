// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

// GeoJSON (RFC 7946): features of a map as plain values, and their text. Degrees WGS 84, written to
// six places, a tenth of a metre; longitude comes first in the text.
namespace sim
{

struct GeoPoint {
    double lat = 0, lon = 0;
};

using GeoValue = std::variant<std::monostate, std::int64_t, std::string>;  // the first is null

struct GeoProperty {
    std::string name;
    GeoValue value;
};

// One point is a Point, more are a LineString.
struct GeoFeature {
    std::vector<GeoPoint> points;
    std::vector<GeoProperty> properties;
};

// One FeatureCollection, a line a feature.
void write_geojson(std::ostream& out, const std::vector<GeoFeature>& features);

}  // namespace sim
