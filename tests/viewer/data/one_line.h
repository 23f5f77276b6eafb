// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/day.h"

namespace view::test
{

constexpr std::int64_t second = 1'000'000'000;

// One bus on one line of three stops due north of each other, without a shape: it stands at the
// first from 1000 s to 1060 s (due to leave at 1030 s), at the second from 1200 s to 1220 s, at the
// last from 1320 s to 1330 s. Five board, two get off at the second stop.
struct OneLine {
    OneLine()
    {
        city.operators = {"north"};
        for (int i = 0; i < 3; ++i)
            city.stops.push_back({"S" + std::to_string(i), "Stop", {36.0 + 0.1 * i, 139.0}});
        city.routes = {{"R", "Line", 0}};
        Pattern pattern;
        pattern.stops = {0, 1, 2};
        pattern.stop_on_way = {0, 1, 2};
        for (const Stop& stop : city.stops) pattern.way.push_back(stop.at);
        city.patterns = {pattern};
        city.trips = {{}, {"T", "Stop", 0, 0, 1030}};
        city.buses = {{"bus-1", 0, 1, 2}};
        day.visits = {visit(0, 1000, 1060, 1030, 5, 0, 5), visit(1, 1200, 1220, 1210, 0, 2, 3),
                      visit(2, 1320, 1330, 1310, 0, 3, 0)};
        day.first_of_trip = {0, 0, 3};
        day.span = {960 * second, 1380 * second};
    }
    static Visit visit(std::uint16_t position, std::int64_t arrival, std::int64_t departure,
                       std::int64_t scheduled, std::int32_t boarded, std::int32_t alighted,
                       std::int32_t load)
    {
        return {1,
                0,
                position,
                arrival * second,
                departure * second,
                scheduled * second,
                boarded,
                alighted,
                boarded,
                alighted,
                load};
    }

    City city;
    Day day;
};

}  // namespace view::test
