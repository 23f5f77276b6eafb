// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/scenario/face_rates.h"
#include "sim/scenario/parameters.h"

// Lectures whose tickets are bought with the My Number Card and whose doors open for the buyer's
// face (services.md S33). The documents name the two factors and no number: all of them are
// *assumed*.
namespace sim
{

// Parts of the tickets.
struct LectureMishaps {
    std::int32_t forgotten_pin_ppm = 0;  // at the purchase: none is bought
    std::int32_t wrong_card_ppm = 0;     // likewise, another issuer's
    std::int32_t sent_again_ppm = 0;     // the purchase goes out twice
    std::int32_t resold_ppm = 0;         // somebody else comes with the ticket
    std::int32_t lookalike_ppm = 0;      // of those, look like the buyer
    std::int32_t again_ppm = 0;          // who was let in comes to another door once more
};

struct Lectures {
    std::int64_t tickets = 0;  // that people want to buy
    std::int64_t without = 0;  // who come without one
    std::int32_t phones = 10;  // on which tickets are bought, in use at once
    std::int32_t doors = 3;
    FaceRates faces;         // twin_match: one who looks like the buyer is taken for them
    std::int32_t looks = 2;  // then the card is asked for
    fw::Nanos sale_from{}, sale_within{};
    fw::Nanos opens{}, within{};        // doors; all come
    std::int32_t early_ppm = 200'000;   // of those who come stand there before
    fw::Nanos before{900'000'000'000};  // since when at the earliest
    Distribution capture{Distribution::Kind::lognormal, {600'000'000}, {}, 300000};
    Distribution match{Distribution::Kind::lognormal, {150'000'000}, {}, 300000};
    Distribution walking{Distribution::Kind::lognormal, {3'000'000'000}, {}, 300000};  // through
    fw::Nanos deadline{2'000'000'000};
    std::int32_t attempts = 3;
    LectureMishaps mishaps;
    int line = 0;
};

}  // namespace sim
