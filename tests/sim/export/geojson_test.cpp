// SPDX-License-Identifier: Apache-2.0
#include "sim/export/geojson.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace sim
{

namespace
{

nlohmann::json written(const std::vector<GeoFeature>& features)
{
    std::ostringstream text;
    write_geojson(text, features);
    return nlohmann::json::parse(text.str());
}

}  // namespace

TEST(GeoJson, WritesNoFeaturesAsAnEmptyCollection)
{
    const nlohmann::json map = written({});
    EXPECT_EQ(map.at("type"), "FeatureCollection");
    EXPECT_TRUE(map.at("features").empty());
}

TEST(GeoJson, WritesOnePlaceAsAPointWithItsLongitudeFirst)
{
    const nlohmann::json map = written({{{{36.3832, 139.0733}}, {}}});
    EXPECT_EQ(map.at("features").at(0).at("geometry"),
              nlohmann::json::parse(R"({"type":"Point","coordinates":[139.0733,36.3832]})"));
}

TEST(GeoJson, WritesSeveralPlacesAsALine)
{
    const nlohmann::json map = written({{{{36, 139}, {36.5, 139.5}, {37, -0.25}}, {}}});
    EXPECT_EQ(map.at("features").at(0).at("geometry"),
              nlohmann::json::parse(
                  R"({"type":"LineString","coordinates":[[139,36],[139.5,36.5],[-0.25,37]]})"));
}

TEST(GeoJson, WritesNumbersTextAndNothing)
{
    const nlohmann::json map =
        written({{{{0, 0}}, {{"n", std::int64_t{-7}}, {"t", "a \"b\"\n前橋"}, {"none", {}}}}});
    EXPECT_EQ(map.at("features").at(0).at("properties"),
              (nlohmann::json{{"n", -7}, {"t", "a \"b\"\n前橋"}, {"none", nullptr}}));
}

TEST(GeoJson, StaysReadableWhenANameIsNoUtf8)
{
    const nlohmann::json map = written({{{{0, 0}}, {{"name", "a\xFF"}}}});
    EXPECT_EQ(map.at("features").at(0).at("properties").at("name"), "a\xEF\xBF\xBD");
}

}  // namespace sim
