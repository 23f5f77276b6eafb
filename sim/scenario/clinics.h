// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/scenario/parameters.h"

// The morning at the receptions of clinics (services.md S46): the My Number Card is insurance card
// and patient card in one. How many institutions the city has is the documents' (561); all else is
// *assumed*.
namespace sim
{

// The reader compares a face with the photograph in the card; rates of each look.
struct ClinicFace {
    std::int32_t false_non_match_ppm = 20'000;  // the holder is not recognised
    std::int32_t false_match_ppm = 100;         // somebody else is taken for the holder
    std::int32_t looks = 2;                     // then the PIN is typed
    Distribution capture{Distribution::Kind::lognormal, {3'000'000'000}, {}, 300'000};
};

// What insurers hold of people; parts of the patients.
struct ClinicCover {
    std::int32_t changed_ppm = 30'000;   // another insurer since the last visit
    std::int32_t changing_ppm = 10'000;  // another insurer from some time of the morning on
    std::int32_t expired_ppm = 15'000;   // the cover has ended and no other has begun
    std::int32_t unknown_ppm = 5'000;    // no insurer has entered the person
    std::int32_t regular_ppm = 800'000;  // were here before, so that a chart names an insurer
};

// Parts of the visits.
struct ClinicMishaps {
    std::int32_t impostor_ppm = 0;       // with somebody else's card
    std::int32_t forgotten_pin_ppm = 0;  // only wrong ones are typed: blocked
    std::int32_t lifted_early_ppm = 0;   // the card is lifted while it works, and laid down again
    std::int32_t wrong_card_ppm = 0;     // a smart card of another issuer
    std::int32_t sent_again_ppm = 0;     // the question to the insurers goes out twice
    std::int32_t again_ppm = 0;          // stand in the queue once more, received already
};

struct Clinics {
    std::int32_t institutions = 9;
    std::int32_t terminals = 1;            // at the reception of each
    std::int64_t patients = 100;           // of each in the morning: the load
    fw::Nanos opens{};                     // the doors
    std::int32_t early_ppm = 350'000;      // of the patients stand there before
    fw::Nanos before{1'800'000'000'000};   // since when at the earliest
    fw::Nanos within{10'800'000'000'000};  // the others come, more of them early than late
    std::int32_t face_ppm = 700'000;       // show their face, the others type the PIN
    std::int32_t paper_ppm = 600'000;      // have a certificate of insurance on paper with them
    Distribution greeting{Distribution::Kind::lognormal, {12'000'000'000}, {}, 400'000};
    Distribution writing{Distribution::Kind::lognormal, {60'000'000'000}, {}, 300'000};  // by hand
    ClinicFace face;
    ClinicCover cover;
    ClinicMishaps mishaps;
    fw::Nanos closed_from{}, closed_for{};      // the insurers' service answers nothing else
    fw::Nanos recheck_period{600'000'000'000};  // the office asks for who is unchecked
    fw::Nanos deadline{3'000'000'000};          // of a request, which then is sent again
    std::int32_t attempts = 2;                  // of a question to the insurers
    int line = 0;
};

}  // namespace sim
