// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/parameters.h"

// The support counter on the first floor of the city hall (services.md S54), or the counters of
// post offices (S51): people take a ticket for a procedure and wait for a window. Numbers are
// *assumed* unless a scenario gives a source.
namespace sim
{

struct CounterProcedure {
    std::string id;
    std::int64_t visitors = 0;
    Distribution work{Distribution::Kind::lognormal, {480'000'000'000}, {}, 400000};
    Distribution photo{};             // taken before the work; 0 s: none
    bool card = false;                // the My Number Card is read
    bool added = false;               // the same day is told without it as well
    std::int32_t incomplete_ppm = 0;  // papers are missing: sent home
};

// Windows that serve the same procedures.
struct CounterWindows {
    std::int32_t count = 1;
    std::vector<std::string> procedures;
    int line = 0;
};

struct SupportCounter {
    enum class Place : std::uint8_t { city_hall, post_office };
    Place place = Place::city_hall;
    std::string card;  // My Number Card of everybody who has one, beside the scenario file
    fw::Nanos opens{}, closes{};
    std::int32_t early_ppm = 0;  // come within a quarter of an hour before opening
    std::int32_t late_ppm = 0;   // come within a quarter of an hour after closing
    std::vector<CounterProcedure> procedures;
    std::vector<CounterWindows> windows;
    Distribution handling{Distribution::Kind::lognormal, {4'000'000'000}, {}, 400000};
    fw::Nanos deadline{2'000'000'000};
    std::int32_t attempts = 5;
    int line = 0;
};

}  // namespace sim
