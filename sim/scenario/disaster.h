// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/parameters.h"
#include "sim/scenario/source.h"

// What the card does when something has happened: check-in at shelters (services.md S50) and the
// emergency data of who cannot speak (S47). Numbers are *assumed* unless a scenario gives a source.
namespace sim
{

// A reception has no power: who comes is written on paper and keyed in afterwards.
struct PowerCut {
    std::int32_t tablet = 1;
    fw::Nanos at{}, lasts{};
    int line = 0;
};

struct Shelters {
    std::string card;  // My Number Card of everybody who has one, beside the scenario file
    std::int32_t shelters = 4;
    std::int32_t tablets = 8;  // at the receptions, tablet N in shelter (N - 1) mod shelters + 1
    std::int64_t evacuees = 0;
    fw::Nanos begins{}, within{3'600'000'000'000};  // they arrive
    std::int32_t move_ppm = 0;                      // go on to another shelter within two hours
    std::int32_t twice_ppm = 0;                     // touch once more in the same shelter
    std::int64_t asks = 0;                          // relatives who ask where somebody is
    std::int32_t phones = 2;                        // of relatives, in use at once
    std::int32_t stranger_ppm = 0;                  // of those who ask: not of the family
    Distribution handling{Distribution::Kind::lognormal, {4'000'000'000}, {}, 400000};
    Distribution writing{Distribution::Kind::lognormal, {20'000'000'000}, {}, 300000};
    fw::Nanos list_period{60'000'000'000};  // the city's staff reads the list so often
    fw::Nanos deadline{2'000'000'000};
    std::vector<PowerCut> power_cuts;
    int line = 0;
};

struct EmergencyItem {
    std::string id;
    Source source;
};

// What may be told of somebody who is unconscious, and nothing else.
struct EmergencySet {
    std::string file;
    std::string id;
    std::vector<EmergencyItem> items;
    std::vector<std::string> roles;  // who may ask
};

// Parts of the calls.
struct EmergencyMishaps {
    std::int32_t beyond_set_ppm = 0;  // more is asked for than the set
    std::int32_t wrong_role_ppm = 0;
    std::int32_t off_duty_ppm = 0;    // with the sign-on of a crew that is not on this call
    std::int32_t no_card_ppm = 0;     // the patient has none on them
    std::int32_t sent_again_ppm = 0;  // every request is sent twice
};

struct Emergency {
    std::string card;
    EmergencySet set;
    std::int32_t ambulances = 4;
    std::int32_t hospitals = 3;
    std::int64_t calls = 0;
    fw::Nanos call_to_hospital{1'782'000'000'000};  // on average: 29.7 minutes
    Distribution to_patient{Distribution::Kind::lognormal, {480'000'000'000}, {}, 300000};
    Distribution handling{Distribution::Kind::lognormal, {8'000'000'000}, {}, 400000};
    fw::Nanos deadline{3'000'000'000};
    fw::Nanos report_after{3'600'000'000'000};  // the person's phone asks what was read
    EmergencyMishaps mishaps;
    int line = 0;
};

}  // namespace sim
