// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/scenario/parameters.h"

// Finding a shelter and the way to it on the phone (services.md S58). The map is invented: streets
// between the crossings of a grid. All numbers are *assumed* unless a scenario gives a source.
namespace sim
{

struct ShelterWays {
    std::int32_t columns = 20, rows = 15;                     // crossings
    std::int32_t shortest_metres = 60, longest_metres = 140;  // of a street
    std::int32_t shelters = 6;
    std::int64_t capacity = 200;  // of each shelter
    std::int32_t closed_ppm = 0;  // streets that are closed one after the other
    std::int64_t searches = 0;
    std::int32_t phones = 20;                     // in use at once
    fw::Nanos begins{}, within{600'000'000'000};  // all search, and all closures happen
    Distribution typing{Distribution::Kind::lognormal, {6'000'000'000}, {}, 400000};
    fw::Nanos map_age{1'800'000'000'000};  // the map on a phone was fetched at most so long before
    fw::Nanos deadline{2'000'000'000};
    std::int32_t attempts = 2;
    int line = 0;
};

}  // namespace sim
