// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "viewer/data/result.h"

// The city of a run as its timetable drew it. Rows refer to each other by index, as in the file.
namespace view
{

struct Place {  // degrees, WGS 84
    double lat = 0, lon = 0;
    bool operator==(const Place&) const = default;
};

struct Stop {
    std::string id, name;
    Place at;
};

struct Route {
    std::string id, name;
    std::uint32_t operator_index = 0;
};

// One sequence of stops of a route.
struct Pattern {
    std::uint32_t route = 0;
    std::uint8_t direction = 0;        // direction_id of the feed, 0 where it has none
    std::vector<std::uint32_t> stops;  // by position
    // The way on the map, and the index in it of each stop. From stop to stop when the feed has no
    // shape for it.
    std::vector<Place> way;
    std::vector<std::uint32_t> stop_on_way;
    bool has_shape = false;
};

struct Trip {
    std::string id, headsign;
    std::uint32_t pattern = 0, bus = 0;
    std::int32_t departure_s = 0;  // since midnight of the service day
};

struct Bus {
    std::string name;
    std::uint32_t operator_index = 0, first_device = 0, readers = 1;
};

struct City {
    std::vector<std::string> operators;
    std::vector<Stop> stops;
    std::vector<Route> routes;
    std::vector<Pattern> patterns;
    std::vector<Trip> trips;  // by number; 0 is none
    std::vector<Bus> buses;
    std::vector<std::string> classes;  // discount classes by number; 0 is none
    Place south_west, north_east;      // of all stops

    const Route& route_of_trip(std::uint32_t trip) const
    {
        return routes[patterns[trips[trip].pattern].route];
    }
};

City read_city(const Result& result);

}  // namespace view
