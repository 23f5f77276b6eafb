// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/core/units.h"
#include "sim/scenario/face_rates.h"
#include "sim/scenario/parameters.h"

// Boarding an autonomous bus by face (services.md S18): hands-free after registration with the My
// Number Card. How well faces are matched is declared here and never claimed; every figure is
// *assumed*.
namespace sim
{

struct FaceBoarding : FaceRates {
    std::int32_t vehicles = 2;
    std::int32_t boardings = 100;  // by registered people in the window
    std::int32_t strangers = 10;   // who walk in without being registered
    std::int32_t looks = 3;        // then the rider touches a card
    Distribution capture{Distribution::Kind::lognormal, {300'000'000}, {}, 300000};
    Distribution match{Distribution::Kind::lognormal, {80'000'000}, {}, 300000};
    Distribution card_touch{Distribution::Kind::lognormal, {1'500'000'000}, {}, 300000};
    fw::Nanos deadline{800'000'000};  // then the vehicle boards the rider by card
    int line = 0;
};

}  // namespace sim
