// SPDX-License-Identifier: Apache-2.0
#include "sim/record/stops_on_way.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sim
{

namespace
{

// Square of the distance, in degrees of latitude.
double apart(const FeedPoint& a, const FeedPoint& b, double shrink)
{
    const double north = a.lat - b.lat, east = (a.lon - b.lon) * shrink;
    return north * north + east * east;
}

}  // namespace

// best[i][p]: the point of stop i if it lies at p or before; cost[p]: the sum of squares for that.
std::vector<std::uint32_t> stops_on_way(const FeedShape& way, const std::vector<FeedPoint>& stops)
{
    const double shrink = std::cos(way.front().lat * std::numbers::pi / 180);
    std::vector<double> cost(way.size(), 0);
    std::vector<std::vector<std::uint32_t>> best;
    for (const FeedPoint& stop : stops) {
        std::vector<std::uint32_t>& of_stop = best.emplace_back(way.size(), 0);
        for (std::size_t p = 0; p < way.size(); ++p) {
            cost[p] += apart(way[p], stop, shrink);
            of_stop[p] = static_cast<std::uint32_t>(p);
            if (p == 0 || cost[p] < cost[p - 1]) continue;
            cost[p] = cost[p - 1];
            of_stop[p] = of_stop[p - 1];
        }
    }
    std::vector<std::uint32_t> points(stops.size());
    auto last = static_cast<std::uint32_t>(way.size() - 1);
    for (std::size_t i = stops.size(); i-- > 0;) points[i] = last = best[i][last];
    return points;
}

}  // namespace sim
