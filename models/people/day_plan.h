// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/feed/timetable.h"
#include "sim/scenario/scenario.h"

// Which trips run on the day, and which vehicle drives which.
namespace model
{

struct DayTrip {
    std::uint32_t feed_trip = 0;  // into Timetable::trips
    std::uint32_t pattern = 0;
    std::uint32_t bus = 0;
    std::int32_t first_departure = 0;  // s since midnight
    std::int32_t last_arrival = 0;
};

struct Bus {
    std::string name;                  // "bus-12"
    std::uint16_t operator_index = 0;  // into Tariff::operators
    std::uint32_t first_device = 0;    // reader numbers count up from here, from 1
    std::vector<std::uint32_t> trips;  // into DayPlan::trips, in order of departure
};

struct DayPlan {
    std::vector<DayTrip> trips;  // trip number of a tap = position + 1
    std::vector<Bus> buses;
    std::vector<std::uint16_t> operator_of_route;
};

// Trips of the scenario's date that touch the city's bounds and are under way in its window.
// Vehicles follow the feed's blocks; trips without a block are chained to the vehicle of the same
// operator that has been free longest (at least `layover` before departure, assumed).
DayPlan plan_day(const sim::Timetable& timetable, const sim::Scenario& scenario);

}  // namespace model
