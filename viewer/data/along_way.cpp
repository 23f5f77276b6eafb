// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/along_way.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace view
{

namespace
{

// Degrees of latitude; over a city the ground is flat enough.
struct Step {
    double north = 0, east = 0;
    double length() const { return std::hypot(north, east); }
};

Step step_between(const Place& from, const Place& to)
{
    return {to.lat - from.lat, (to.lon - from.lon) * std::cos(from.lat * std::numbers::pi / 180)};
}

}  // namespace

Spot along_way(const std::vector<Place>& way, std::uint32_t from, std::uint32_t to, double share)
{
    double whole = 0;
    for (std::uint32_t i = from; i < to; ++i) whole += step_between(way[i], way[i + 1]).length();
    double left = whole * std::clamp(share, 0.0, 1.0);
    Spot spot{way[from], 0};
    for (std::uint32_t i = from; i < to; ++i) {
        const Step step = step_between(way[i], way[i + 1]);
        const double length = step.length();
        if (length <= 0) continue;
        const double part = std::min(left / length, 1.0);
        spot.heading = std::atan2(step.east, step.north);
        spot.at = {way[i].lat + (way[i + 1].lat - way[i].lat) * part,
                   way[i].lon + (way[i + 1].lon - way[i].lon) * part};
        if (left <= length) break;
        left -= length;
    }
    return spot;
}

}  // namespace view
