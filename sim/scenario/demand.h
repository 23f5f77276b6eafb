// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/scenario/source.h"

// Taxis on demand from door to door in the outer areas (services.md S19): where and when they may
// be asked for, how they are dispatched, and how many requests a scenario has. Places are the nodes
// of an invented grid; all times and shares are *assumed*, and so is how well rides are matched.
namespace sim
{

// Districts that are served as one: a ride begins and ends in the same area. `fare` is flat, for
// each rider.
struct DemandArea {
    std::string id;
    std::vector<std::string> districts;
    fw::Yen fare{};
    Source source;
};

// Parts of the requests.
struct DemandMishaps {
    std::int32_t outside_ppm = 0;      // to a place outside the area
    std::int32_t after_hours_ppm = 0;  // for a time at which nothing runs
    std::int32_t second_ppm = 0;       // by somebody whose request is still open
    std::int32_t cancel_ppm = 0;       // called off before the pick-up
    std::int32_t no_show_ppm = 0;      // nobody stands there
    std::int32_t sent_again_ppm = 0;   // request, boarding and payment are told twice
    std::int32_t torn_ppm = 0;         // the first touch is too short
};

struct DemandTaxi {
    std::vector<DemandArea> areas;
    std::string operator_id, route;  // of the tariff, whose discounts on that route are taken off
    std::int32_t vehicles = 2, seats = 4;
    std::int32_t callers = 4;  // telephones of riders, in use at once
    std::int32_t requests = 60;
    std::int32_t columns = 8, rows = 6;  // of places; districts share the columns
    fw::Nanos step{60'000'000'000};      // from one place to the next
    fw::Nanos opens{}, closes{};
    fw::Nanos longest_wait{1'200'000'000'000};  // from the time wanted to the pick-up
    fw::Nanos longest_detour{900'000'000'000};  // beside the direct way
    fw::Nanos stop_time{40'000'000'000};        // getting in, or out
    fw::Nanos patience{180'000'000'000};        // of a vehicle, for somebody who is not there
    fw::Nanos poll{20'000'000'000};             // of an idle vehicle
    fw::Nanos deadline{3'000'000'000};          // of a request; then it is sent again
    std::int32_t group_ppm = 150'000;           // requests for two or three riders
    DemandMishaps mishaps;
    int line = 0;
};

}  // namespace sim
