// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "viewer/panel/session.h"

// Boardings of each route in each quarter of an hour: where and when the day is full.
namespace view
{

struct RouteDay {
    std::string route;
    std::vector<std::int64_t> boardings;  // by quarter of an hour from midnight on
};
// The busiest routes, at most `limit`, the busiest first; of the operator and time chosen.
std::vector<RouteDay> busiest_routes(const Session& session, std::size_t limit);

void draw_heat_map(const Session& session, const std::vector<RouteDay>& routes);

}  // namespace view
