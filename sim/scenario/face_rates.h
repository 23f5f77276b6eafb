// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// How well a camera tells faces apart. Declared and never claimed; every figure is *assumed*.
namespace sim
{

struct FaceRates {
    std::int32_t registered = 200;              // faces that are known to the camera
    std::int32_t false_non_match_ppm = 10'000;  // a registered face is not recognised, each look
    std::int32_t false_match_ppm = 100;     // a face is taken for another registered one, each look
    std::int32_t masks_ppm = 100'000;       // of the faces are half covered
    std::int32_t mask_factor = 3;           // then not recognised so many times as often
    std::int32_t twins_ppm = 2'000;         // of the registered have a registered twin
    std::int32_t twin_match_ppm = 300'000;  // are taken for the twin, each look
};

}  // namespace sim
