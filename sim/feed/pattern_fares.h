// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/feed/fare_index.h"

// All fares along one pattern, dense, for compiled tables; and what a feed leaves without a price.
namespace sim
{

struct PatternFares {
    std::uint32_t stops = 0;
    // Yen of the ride from stop `board` to stop `alight` of the pattern at board * stops + alight;
    // -1: no row, no fare. Set for board < alight only.
    std::vector<std::int32_t> price;

    std::int32_t at(std::uint32_t board, std::uint32_t alight) const
    {
        return price[board * stops + alight];
    }
};

PatternFares pattern_fares(const Timetable& timetable, const FareIndex& index,
                           std::uint32_t pattern, bool ic);

// Routes on which no ride at all has a fare, as "FEED:ROUTE_ID", in the order of the timetable.
// Routes without a trip are not named.
std::vector<std::string> routes_without_fares(const Timetable& timetable, const FareIndex& index);

// One defect for each route on which equally specific rows price a ride differently, with the first
// such ride; rows that repeat each other exactly are already among the timetable's defects.
std::vector<Defect> ambiguous_fares(const Timetable& timetable, const FareIndex& index);

}  // namespace sim
