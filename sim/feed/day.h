// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/feed/timetable.h"

// What of a timetable belongs to one service day, one area, one window of time.
namespace sim
{

// Indices of the trips that run on the service day `day`, in the order of the timetable. A trip
// past midnight belongs to the day it started on.
std::vector<std::uint32_t> trips_on(const Timetable& timetable, Date day);

// The trips of `first` and of so many days after it on one line of time: those of a later day are
// copies, 24 h later for each day, that run on `first` as well.
Timetable laid_out(Timetable timetable, Date first, int later_days);

// How many stops of the trip lie in the box; degrees, edges included.
std::uint32_t stops_inside(const Timetable& timetable, std::uint32_t trip, double south,
                           double north, double west, double east);

// Whether a ride inside the box is possible: at least two stops of the trip lie in it.
bool touches(const Timetable& timetable, std::uint32_t trip, double south, double north,
             double west, double east);

// Whether the trip is under way at some moment of [from, to), seconds of the service day.
bool runs_within(const Timetable& timetable, std::uint32_t trip, std::int32_t from,
                 std::int32_t to);

// Most vehicles in service at once in [from, to), each from the start of its first trip to the end
// of its last, both included. Trips of one block share a vehicle.
std::uint32_t peak_vehicles(const Timetable& timetable, const std::vector<std::uint32_t>& trips,
                            std::int32_t from, std::int32_t to);

}  // namespace sim
