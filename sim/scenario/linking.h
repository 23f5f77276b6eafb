// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "sim/scenario/parameters.h"

// How transit cards are linked to My Number Cards, and how that ends: light members at a counter
// with a clerk (S02), full members on their own phone through the portal (S01), deletion at either
// (S03). All numbers are *assumed*: the documents give none.
namespace sim
{

// What goes wrong when a person and two cards meet at a reader; parts of the people who link.
struct LinkMishaps {
    std::int32_t wrong_pin_ppm = 50'000;      // one wrong PIN, then the right one
    std::int32_t forgotten_pin_ppm = 10'000;  // three wrong ones: the card is blocked
    std::int32_t lifted_early_ppm = 30'000;   // the card is lifted while it works, and laid again
    std::int32_t wrong_card_ppm = 10'000;     // a transit card that is another person's
    std::int32_t revoked_ppm = 5'000;         // the certificate is on the revocation list
    std::int32_t expired_ppm = 10'000;        // the certificate's five years are over
};

struct Linking {
    std::string adult_card, child_card;  // My Number Cards of everybody, beside the scenario file
    int counters = 0;                    // with a clerk and two readers each
    int phones = 0;                      // of citizens, in use at once
    std::int64_t visitors = 0;           // light members, at the counters
    std::int64_t members = 0;            // full members, on phones
    std::int64_t deletions = 0;          // of links that stand when the day begins
    bool birth_released = true;          // by the authority, to the portal of full members
    Distribution talk{Distribution::Kind::lognormal, {90'000'000'000}, {}, 400000};  // with clerk
    Distribution handling{Distribution::Kind::lognormal, {4'000'000'000}, {}, 400000};  // a card
    Distribution pin_entry{Distribution::Kind::lognormal, {6'000'000'000}, {}, 400000};
    fw::Nanos deadline{5'000'000'000};  // of a request; then it is sent again
    std::int32_t attempts = 3;          // of a request
    fw::Nanos challenge_life{300'000'000'000};
    LinkMishaps mishaps;
    int line = 0;
};

}  // namespace sim
