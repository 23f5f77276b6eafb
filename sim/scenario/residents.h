// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// A population file: who lives in a city, whether or not they ride. Everybody is invented.
namespace sim
{

// People of these ages, both included, as a part of all residents.
struct AgeBand {
    int from = 0, to = 120;
    std::int32_t share_ppm = 0;
};

// A part of a municipality, as rules of areas name it.
struct District {
    std::string id;
    std::string municipality;
    std::int32_t share_ppm = 0;  // of all residents
};

// Who lives in the city and round it, whether or not they ride today. All shares are *assumed*
// unless the file says otherwise.
struct ResidentParameters {
    std::string file;
    std::string id;
    std::vector<AgeBand> ages;
    std::vector<District> districts;
    std::string municipality;                  // whose residents the tariff means
    std::int32_t my_number_card_ppm = 780000;  // hold one
    std::int32_t smartphone_ppm = 750000;      // of those of 15 to 74; half as many of the others
    std::int32_t licence_ppm = 850000;         // of those of 18 and older hold one or gave it back
    std::int32_t licence_returned_ppm = 150000;  // of those with a licence who are 65 or older
    std::int32_t disabled_ppm = 40000, care_ppm = 30000, illness_ppm = 8000, pregnant_ppm = 6000;
    std::int32_t protected_ppm = 0;  // nobody may be told where they are
};

// The people of a run beside its riders; the first ones are the holders of the riders' cards.
struct Residents {
    std::int64_t count = 0;
    std::string population_file;
    ResidentParameters population;
};

}  // namespace sim
