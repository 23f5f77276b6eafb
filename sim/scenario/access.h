// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firmware/core/units.h"

// Limits of body, means, time and place under which the same services are used (services.md S41):
// each resident is in one class at most. The document names the limits and no figure, so every
// share and factor is *assumed*.
namespace sim
{

struct AccessClass {
    std::string id;
    std::int32_t share_ppm = 0;          // of all residents, or of those of the districts
    std::int32_t hands_percent = 100;    // how long their own handling takes
    bool phone = true;                   // may have one
    bool network = true;                 // the phone has a link where they are
    std::vector<std::string> districts;  // where they live, none: anywhere
    fw::Nanos nears{};                   // their card is in the field so long before it can be read
    fw::Nanos patience{};                // for a turn at a counter, 0: as long as it takes
    fw::Nanos on_foot{3'600'000'000'000};  // from a phone without a link to a counter
};

struct Access {
    static constexpr const char* others = "others";  // who is in no class

    std::vector<AccessClass> classes;
    int line = 0;
};

}  // namespace sim
