// SPDX-License-Identifier: Apache-2.0
#include "sim/export/geojson.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

namespace sim
{

namespace
{

// Bytes that are no UTF-8 become U+FFFD.
std::string text_of(const std::string& text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string text_of(const GeoValue& value)
{
    if (const auto* const number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    if (const auto* const text = std::get_if<std::string>(&value)) return text_of(*text);
    return "null";
}

std::string text_of(const GeoPoint& point)
{
    return fmt::format("[{:.6f},{:.6f}]", point.lon, point.lat);
}

std::string geometry_of(const GeoFeature& feature)
{
    if (feature.points.size() == 1)
        return R"({"type":"Point","coordinates":)" + text_of(feature.points[0]) + "}";
    std::string points;
    for (const GeoPoint& point : feature.points) {
        if (!points.empty()) points += ',';
        points += text_of(point);
    }
    return R"({"type":"LineString","coordinates":[)" + points + "]}";
}

std::string text_of(const GeoFeature& feature)
{
    std::string properties;
    for (const GeoProperty& one : feature.properties) {
        if (!properties.empty()) properties += ',';
        properties += text_of(one.name) + ":" + text_of(one.value);
    }
    return R"({"type":"Feature","geometry":)" + geometry_of(feature) + R"(,"properties":{)" +
           properties + "}}";
}

}  // namespace

void write_geojson(std::ostream& out, const std::vector<GeoFeature>& features)
{
    out << R"({"type":"FeatureCollection","features":[)";
    std::string_view before = "\n";
    for (const GeoFeature& feature : features) {
        out << before << text_of(feature);
        before = ",\n";
    }
    out << "\n]}\n";
}

}  // namespace sim
