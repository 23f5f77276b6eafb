// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/map_geojson.h"

#include <sstream>

#include "sim/export/geojson.h"
#include "viewer/panel/texts.h"

namespace view
{

namespace
{

sim::GeoValue shown(sim::SmallCells small, std::int64_t people)
{
    const auto count = small.shown(people);
    return count ? sim::GeoValue(*count) : sim::GeoValue();
}

sim::GeoFeature feature_of(const City& city, const StopRiders& row, sim::SmallCells small)
{
    const Stop& stop = city.stops[row.stop];
    return {{{stop.at.lat, stop.at.lon}},
            {{"stop_id", stop.id},
             {"name", stop.name},
             {"boardings", shown(small, row.boarded)},
             {"alightings", shown(small, row.alighted)}}};
}

sim::GeoFeature feature_of(const City& city, const SegmentRiders& row, sim::SmallCells small)
{
    const Pattern& pattern = city.patterns[row.pattern];
    sim::GeoFeature feature;
    for (std::size_t i = pattern.stop_on_way[row.position];
         i <= pattern.stop_on_way[row.position + 1]; ++i)
        feature.points.push_back({pattern.way[i].lat, pattern.way[i].lon});
    feature.properties = {{"from", stop_text(city, row.from)},
                          {"to", stop_text(city, row.to)},
                          {"riders", shown(small, row.riders)},
                          {"trips", std::int64_t{row.trips}}};
    return feature;
}

}  // namespace

std::string geojson_of(const City& city, const std::vector<StopRiders>& stops,
                       const std::vector<SegmentRiders>& segments, sim::SmallCells small)
{
    std::vector<sim::GeoFeature> features;
    for (const StopRiders& stop : stops) features.push_back(feature_of(city, stop, small));
    for (const SegmentRiders& segment : segments)
        features.push_back(feature_of(city, segment, small));
    std::ostringstream text;
    sim::write_geojson(text, features);
    return text.str();
}

}  // namespace view
