// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viewer/data/day.h"

// Who rode where, as the taps show it: a ride counts once it was paid, at the stops where its rider
// really was, with all riders its card paid for.
namespace view
{

// What part of the day counts; an empty choice is everything. The time of a boarding or alighting
// is the bus's arrival at that stop, of a segment its departure from the first. A segment belongs
// to the stop it begins at. A ride shows once its bus has left the stop.
struct Chosen {
    std::optional<Span> time;
    std::optional<std::uint32_t> operator_index, route, stop;
    std::optional<std::uint8_t> direction;
    bool operator==(const Chosen&) const = default;
};

struct StopRiders {
    std::uint32_t stop = 0;
    std::int64_t boarded = 0, alighted = 0;
};
// One for each stop of the city, by number.
std::vector<StopRiders> riders_by_stop(const Day& day, const City& city, const Chosen& chosen);

// From one stop to the next, all routes and both directions apart.
struct SegmentRiders {
    std::uint32_t pattern = 0;  // one that goes there, for the way on the map
    std::uint16_t position = 0;
    std::uint32_t from = 0, to = 0;  // stops
    std::int64_t riders = 0;
    std::int32_t trips = 0, fullest = 0;  // fullest: of one trip
};
std::vector<SegmentRiders> riders_by_segment(const Day& day, const City& city,
                                             const Chosen& chosen);

struct RouteRiders {
    std::uint32_t route = 0;
    std::uint8_t direction = 0;
    std::int32_t trips = 0;
    std::int64_t boarded = 0;
    std::int32_t max_load = 0;                         // of one trip
    std::uint32_t max_load_from = 0, max_load_to = 0;  // stops: the maximum load point
    std::int64_t max_load_at = 0;
};
std::vector<RouteRiders> riders_by_route(const Day& day, const City& city, const Chosen& chosen);

// Along the stops of the pattern most ridden of a route and direction; no rows when none drives.
struct LoadProfile {
    struct Row {
        std::uint32_t stop = 0;
        std::int64_t boarded = 0, alighted = 0, load = 0;  // load: on departure, all trips
        std::int32_t fullest = 0;                          // of one trip
    };
    std::uint32_t pattern = 0;
    std::int32_t trips = 0;
    std::vector<Row> rows;
    std::size_t max_load_row = 0;
};
LoadProfile load_profile(const Day& day, const City& city, std::uint32_t route,
                         std::uint8_t direction, const Chosen& chosen);

// Boardings in each quarter of an hour from midnight on.
std::vector<std::int64_t> boardings_by_quarter(const Day& day, const City& city,
                                               const Chosen& chosen);

// Paid rides by discount class, and what the discount gave.
struct ClassRides {
    std::uint32_t discount_class = 0;  // 0 = none
    bool half = false;                 // child or disabled fare
    bool cash = false;
    std::int64_t rides = 0, riders = 0;
    std::int64_t fare = 0, base_fare = 0;  // yen, paid and before any reduction
};
// Chosen by all but the stop; a quarter of an hour counts when it begins in the chosen time.
std::vector<ClassRides> rides_by_class(const Result& result, const City& city,
                                       const Chosen& chosen);

}  // namespace view
