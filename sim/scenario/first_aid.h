// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/disaster.h"

// First aid in shelters from medicines and previous illnesses (services.md S65): a medic's tablet
// opens a fixed small set of an evacuee's data, from the register or from what it holds of the
// people its shelter expects. Numbers are *assumed* unless a scenario gives a source.
namespace sim
{

// Parts of the looks.
struct FirstAidMishaps {
    std::int32_t beyond_set_ppm = 0;  // more is asked for than the set
    std::int32_t wrong_role_ppm = 0;  // a helper who is no medic
    std::int32_t off_duty_ppm = 0;    // with the sign-on of a medic who is not on duty there
    std::int32_t late_ppm = 0;        // after the shelter has closed
    std::int32_t no_card_ppm = 0;     // the evacuee has neither card nor phone on them
};

struct FirstAid {
    std::string card;  // My Number Card of everybody, beside the scenario file
    EmergencySet set;  // what may be shown, and to which roles
    std::int32_t shelters = 4;
    std::int32_t tablets = 4;  // a medic each, tablet N in shelter (N - 1) mod shelters + 1
    std::int64_t looks = 0;    // evacuees who come to a medic
    std::int64_t updates = 0;  // of somebody's data during the day
    fw::Nanos opens{}, closes{};
    std::int32_t expected_ppm = 1'000'000;  // of the households, by the shelter next to them
    fw::Nanos refresh{900'000'000'000};     // a tablet fetches what changed so often
    std::int64_t page = 200;                // people in an answer to it
    std::int64_t most_looks = 30;           // of one medic within an hour
    std::int32_t app_ppm = 0;               // show a code on their phone instead of the card
    std::int32_t elsewhere_ppm = 0;  // come to another shelter than the one that expects them
    Distribution handling{Distribution::Kind::lognormal, {4'000'000'000}, {}, 400000};
    Distribution scanning{Distribution::Kind::lognormal, {6'000'000'000}, {}, 400000};
    fw::Nanos deadline{3'000'000'000};
    fw::Nanos report_after{3'600'000'000'000};  // after the window, people ask who looked
    FirstAidMishaps mishaps;
    int line = 0;
};

}  // namespace sim
