// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/scenario/parameters.h"

// The city's points on the national MyKey platform (services.md S52): customers of shops move the
// points they were given for coming by bus (S11) to an account of the platform and pay with them
// there. The document names the platform and no rule, so everything here is *assumed*.
namespace sim
{

struct MyKey {
    std::int64_t moves = 0;      // attempts to move points, after somebody's purchase
    std::int64_t purchases = 0;  // by points, after a move
    std::int32_t shops = 10;     // that take them, each with one till
    std::int32_t phones = 8;     // of customers, in use at once
    fw::Nanos within{
        2'400'000'000'000};           // of a purchase points are moved, and are spent so long after
    std::int32_t all_ppm = 600000;    // of the moves: all that is there, the rest half
    std::int32_t over_ppm = 50000;    // of the moves: twice what is there
    std::int32_t copied_ppm = 50000;  // of the purchases: a ticket is shown again
    fw::Yen amount_from{20}, amount_to{120};  // of a purchase
    fw::Nanos ticket_life{600'000'000'000};   // of a one-time name
    fw::Nanos lead{60'000'000'000};           // before paying the phone fetches its ticket
    fw::Nanos settles{600'000'000'000};       // the city asks again so often for what is on its way
    Distribution typing{Distribution::Kind::lognormal, {8'000'000'000}, {}, 400000};
    Distribution showing{Distribution::Kind::lognormal, {5'000'000'000}, {}, 300000};
    fw::Nanos deadline{2'000'000'000};
    std::int32_t attempts = 3;
    int line = 0;
};

}  // namespace sim
