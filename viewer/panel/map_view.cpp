// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/map_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace view
{

namespace
{

constexpr double km_per_degree = 111.2;
constexpr double least_scale = 200, most_scale = 4e6;
constexpr double margin = 0.88;  // of the room

}  // namespace

void MapView::fit(Place south_west, Place north_east, ImVec2 size)
{
    centre_ = {(south_west.lat + north_east.lat) / 2, (south_west.lon + north_east.lon) / 2};
    shorten_ = std::cos(centre_.lat * std::numbers::pi / 180);
    const double high = std::max(north_east.lat - south_west.lat, 1e-4);
    const double wide = std::max((north_east.lon - south_west.lon) * shorten_, 1e-4);
    scale_ =
        margin * std::min(static_cast<double>(size.x) / wide, static_cast<double>(size.y) / high);
}

void MapView::place_at(ImVec2 corner, ImVec2 size)
{
    corner_ = {corner.x, corner.y};
    size_ = {size.x, size.y};
}

void MapView::zoom(double factor, ImVec2 around)
{
    const double before = scale_;
    scale_ = std::clamp(scale_ * factor, least_scale, most_scale);
    const double east = static_cast<double>(around.x) - static_cast<double>(size_.x) / 2;
    const double south = static_cast<double>(around.y) - static_cast<double>(size_.y) / 2;
    centre_.lon += east * (1 / before - 1 / scale_) / shorten_;
    centre_.lat -= south * (1 / before - 1 / scale_);
}

void MapView::pan(ImVec2 pixels)
{
    centre_.lon -= static_cast<double>(pixels.x) / scale_ / shorten_;
    centre_.lat += static_cast<double>(pixels.y) / scale_;
}

ImVec2 MapView::pixel(Place place) const
{
    return {
        corner_.x + size_.x / 2 + static_cast<float>((place.lon - centre_.lon) * shorten_ * scale_),
        corner_.y + size_.y / 2 - static_cast<float>((place.lat - centre_.lat) * scale_)};
}

void MapView::pixels(const std::vector<Place>& way, std::size_t from, std::size_t to,
                     std::vector<ImVec2>& out) const
{
    constexpr float close = 1.5F;
    for (std::size_t i = from; i <= to && i < way.size(); ++i) {
        const ImVec2 at = pixel(way[i]);
        const bool near = !out.empty() && std::abs(at.x - out.back().x) < close &&
                          std::abs(at.y - out.back().y) < close;
        if (!near || i == to) out.push_back(at);
    }
}

double MapView::pixels_per_km() const
{
    return scale_ / km_per_degree;
}

}  // namespace view
