// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/core/units.h"
#include "sim/scenario/parameters.h"

// Boarding an autonomous bus by face (services.md S18): hands-free after registration with the My
// Number Card. How well faces are matched is declared here and never claimed; every figure is
// *assumed*.
namespace sim
{

struct FaceBoarding {
    std::int32_t vehicles = 2;
    std::int32_t registered = 200;  // residents whose face is known to every vehicle's camera
    std::int32_t boardings = 100;   // by registered people in the window
    std::int32_t strangers = 10;    // who walk in without being registered
    std::int32_t false_non_match_ppm = 10'000;  // a registered face is not recognised, each look
    std::int32_t false_match_ppm = 100;     // a face is taken for another registered one, each look
    std::int32_t masks_ppm = 100'000;       // of the faces are half covered
    std::int32_t mask_factor = 3;           // then not recognised so many times as often
    std::int32_t twins_ppm = 2'000;         // of the registered have a registered twin
    std::int32_t twin_match_ppm = 300'000;  // are taken for the twin, each look
    std::int32_t looks = 3;                 // then the rider touches a card
    Distribution capture{Distribution::Kind::lognormal, {300'000'000}, {}, 300000};
    Distribution match{Distribution::Kind::lognormal, {80'000'000}, {}, 300000};
    Distribution card_touch{Distribution::Kind::lognormal, {1'500'000'000}, {}, 300000};
    fw::Nanos deadline{800'000'000};  // then the vehicle boards the rider by card
    int line = 0;
};

}  // namespace sim
