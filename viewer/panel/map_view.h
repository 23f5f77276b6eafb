// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

#include <vector>

#include "viewer/data/city.h"

// Where a place of the city stands in a rectangle of the screen: north is up, a degree east is
// shortened by the cosine of the latitude.
namespace view
{

class MapView
{
public:
    // Shows all of it with a margin.
    void fit(Place south_west, Place north_east, ImVec2 size);
    void centre_on(Place place) { centre_ = place; }
    void zoom(double factor, ImVec2 around);  // `around` in pixels from the corner
    void pan(ImVec2 pixels);
    void place_at(ImVec2 corner, ImVec2 size);

    ImVec2 pixel(Place place) const;
    // The way from one index to another (both shown), without points closer than a pixel and a
    // half.
    void pixels(const std::vector<Place>& way, std::size_t from, std::size_t to,
                std::vector<ImVec2>& out) const;
    double pixels_per_km() const;
    bool operator==(const MapView&) const = default;

private:
    struct Pixels {
        float x = 0, y = 0;
        bool operator==(const Pixels&) const = default;
    };
    Place centre_;
    double scale_ = 0;  // pixels per degree of latitude
    double shorten_ = 1;
    Pixels corner_, size_;
};

}  // namespace view
