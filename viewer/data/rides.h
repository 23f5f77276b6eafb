// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/ridership.h"

// The visits of a day as ridership counts them: with who is aboard, and whether they are chosen.
namespace view
{

struct Ride {  // a visit of a chosen trip
    const Visit& visit;
    const Pattern& pattern;
    std::uint32_t pattern_number = 0;
    std::int32_t load = 0;        // paid riders aboard on departure
    bool counts_stop = false;     // its boardings and alightings are chosen
    bool counts_segment = false;  // its way on to the next stop is there and chosen

    std::uint32_t stop() const { return pattern.stops[visit.position]; }
    std::uint32_t next_stop() const { return pattern.stops[visit.position + std::size_t{1}]; }
};

bool is_chosen(const City& city, std::uint32_t pattern, const Chosen& chosen);

// Calls `take(ride)` for every visit of chosen trips, by trip and position.
template <typename Take>
void each_ride(const Day& day, const City& city, const Chosen& chosen, Take take)
{
    const auto in_time = [&](std::int64_t t) { return !chosen.time || chosen.time->holds(t); };
    for (std::size_t trip = 1; trip + 1 < day.first_of_trip.size(); ++trip) {
        const std::uint32_t number = city.trips[trip].pattern;
        if (!is_chosen(city, number, chosen)) continue;
        const Pattern& pattern = city.patterns[number];
        std::int32_t load = 0;
        for (std::uint32_t i = day.first_of_trip[trip]; i < day.first_of_trip[trip + 1]; ++i) {
            const Visit& visit = day.visits[i];
            load += visit.boarded - visit.alighted;
            const bool here = !chosen.stop || pattern.stops[visit.position] == *chosen.stop;
            const bool goes_on = visit.position + std::size_t{1} < pattern.stops.size();
            take(Ride{visit, pattern, number, load, here && in_time(visit.arrival),
                      here && goes_on && in_time(visit.departure)});
        }
    }
}

}  // namespace view
