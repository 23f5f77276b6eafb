// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/scenario/face_rates.h"
#include "sim/scenario/parameters.h"

// Cameras on the way to school and at its gates (services.md S38, the use of the face in S29 that
// pays nothing). The documents name the service and no number: all of them are *assumed*.
namespace sim
{

// Parts of the children whose guardians do this.
struct WatchGuardians {
    std::int32_t refuse_ppm = 0;      // never agree
    std::int32_t share_ppm = 0;       // let somebody else of the family have the events too
    std::int32_t revoke_ppm = 0;      // agree no longer, while children walk
    std::int32_t intrude_ppm = 0;     // whose other family member asks for events alone
    std::int32_t hidden_ppm = 0;      // protected from the other family member, before the day
    std::int32_t hidden_now_ppm = 0;  // the same is noted while children walk
};

struct SchoolWatch {
    // Of the children, and of guardians at the least; *assumed*, but for the end of minority.
    static constexpr int youngest = 6, oldest = 12, of_age = 18;

    std::int64_t children = 0;    // between 6 and 12 years old, whose faces the cameras know
    std::int32_t cameras = 6;     // on the ways to school
    std::int32_t on_the_way = 3;  // of them that each child passes
    std::int32_t gates = 2;       // of the school, with a camera each
    std::int64_t passers_by = 0;  // whom no camera knows
    FaceRates faces;
    std::int32_t street_looks = 1, gate_looks = 3;
    std::int32_t keyed_ppm = 900'000;  // who is not recognised at a gate is keyed in by its keeper
    std::int32_t absent_ppm = 30'000;  // stay away, most of them from the beginning
    WatchGuardians guardians;
    std::int32_t phones = 10;                // of guardians, in use at once
    std::int32_t senders = 4;                // of events to phones
    fw::Nanos agree_from{}, agree_within{};  // guardians agree
    fw::Nanos walk_from{}, walk_within{};    // children leave home
    Distribution leg{Distribution::Kind::lognormal, {240'000'000'000}, {}, 250000};
    fw::Nanos bell{};                        // school begins
    fw::Nanos alarm_after{300'000'000'000};  // then who is not there is absent
    Distribution capture{Distribution::Kind::lognormal, {300'000'000}, {}, 300000};
    Distribution match{Distribution::Kind::lognormal, {80'000'000}, {}, 300000};
    Distribution keying{Distribution::Kind::lognormal, {4'000'000'000}, {}, 300000};
    fw::Nanos roster_period{300'000'000'000};  // a camera asks whom it may recognise
    fw::Nanos keeps{1'200'000'000'000};   // a camera what it could not tell, and never a picture
    fw::Nanos event_life{3'000'000'000};  // after it was sent, a phone shows an event no more
    fw::Nanos deadline{2'000'000'000};
    std::int32_t attempts = 5;  // to reach a phone
    int line = 0;
};

}  // namespace sim
