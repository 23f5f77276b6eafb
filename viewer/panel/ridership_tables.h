// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "viewer/data/ridership.h"
#include "viewer/panel/session.h"
#include "viewer/panel/table.h"

// The numbers of the ridership panel, of the part of the day and the lines that are chosen.
namespace view
{

struct RidershipRows {
    Table table;
    std::vector<RouteRiders> routes;   // of each row, where rows are routes
    std::vector<std::uint32_t> stops;  // of each row, where rows are stops
};

RidershipRows routes_of(const Session& session);
RidershipRows stops_of(const Session& session);
RidershipRows segments_of(const Session& session);
RidershipRows classes_of(const Session& session);  // what discounts gave

}  // namespace view
