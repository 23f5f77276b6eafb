// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/card_sales.h"
#include "sim/scenario/parameters.h"

// The city's own ID (services.md S28 to S32, S36, S37): bound to both certificates of a My Number
// Card, proved by face, by a signature of the phone, by the card, or by two of them; which is
// enough is decided by kind of service and amount. The tiers are the city's; error rates, times and
// shares are *assumed*.
namespace sim
{

// What an ID is asked for. A service without amounts has amount 0.
struct IdService {
    std::string id;
    std::int32_t share_ppm = 0;  // of the proofs
    fw::Yen amount_from{0}, amount_to{0};
    std::vector<MethodBand> bands;  // later ones need the stronger methods
};

// How a camera compares a face with the one it should be; the score of a look is 0 to 999.
struct IdFace {
    std::int32_t threshold = 700;
    std::int32_t false_non_match_ppm = 10'000;    // the right face
    std::int32_t false_match_ppm = 100;           // somebody else's
    std::int32_t look_alike_match_ppm = 300'000;  // of somebody who looks like them
    std::int32_t looks = 3;                       // then it is told as it is
    Distribution capture{Distribution::Kind::lognormal, {600'000'000}, {}, 300'000};
    Distribution match{Distribution::Kind::lognormal, {80'000'000}, {}, 300'000};
};

struct IdPhone {
    std::int32_t fails_ppm = 10'000;     // its owner does not get it open
    std::int32_t stolen_opens_ppm = 50;  // somebody else does
    Distribution unlock{Distribution::Kind::lognormal, {1'200'000'000}, {}, 400'000};
};

// Where phones keep keys, by type (S36).
struct IdCustody {
    std::string id;              // secure_element | sub_sim | none
    std::int32_t level = 0;      // of FIPS 140-2; 0: keeps nothing
    std::int32_t share_ppm = 0;  // of the phones
    Distribution signing{Distribution::Kind::lognormal, {60'000'000}, {}, 300'000};
    Distribution making{Distribution::Kind::lognormal, {400'000'000}, {}, 300'000};  // a key pair
    Source source;
};

// What becomes of certificates on the day; parts of those who hold an ID.
struct IdChanges {
    std::int32_t renewed_ppm = 0;        // both are replaced after their five years
    std::int32_t moved_ppm = 0;          // the one for signatures is replaced with the address
    std::int32_t revoked_ppm = 0;        // both end, the card is lost
    std::int32_t expired_ppm = 0;        // their time was over before the day
    std::int32_t rebound_ppm = 700'000;  // of those renewed or moved: bind the new ones at once
};

// Parts of the proofs in which something is wrong, each where its means are part of the proof.
struct IdMishaps {
    std::int32_t impostor_ppm = 0;       // somebody else's face, stolen phone or card
    std::int32_t look_alike_ppm = 0;     // an impostor who looks like the owner
    std::int32_t two_persons_ppm = 0;    // the factors are of two people, each with an ID
    std::int32_t other_order_ppm = 0;    // the second factor first
    std::int32_t slow_ppm = 0;           // the second factor after the window
    std::int32_t forgotten_pin_ppm = 0;  // only wrong ones: blocked
    std::int32_t wrong_card_ppm = 0;     // a smart card without the application
    std::int32_t lifted_early_ppm = 0;   // and laid down again
    std::int32_t replayed_ppm = 0;       // a signature made for another challenge
    std::int32_t unknown_ppm = 0;        // by somebody without an ID
    std::int32_t false_custody_ppm = 0;  // of those without a place for keys: claim to have one
};

enum class FactorOrder : std::uint8_t { face_first, any };

struct CityId {
    std::int64_t registered = 0;  // residents with an ID when the day begins
    std::int32_t counters = 1;    // where an ID is issued: card reader and the citizen's phone
    std::int64_t issues = 0;
    std::int32_t provers = 1;  // terminals, cameras, phones and readers in use at once
    std::int64_t proofs = 0;
    std::int32_t at_tier_ppm = 100'000;     // at the end of a band, a yen less or more
    std::int32_t any_method_ppm = 100'000;  // by a method taken at random, enough or not
    std::vector<IdService> services;
    TierBoundary boundary = TierBoundary::either;
    bool stronger = true;
    IdFace face;
    IdPhone phone;
    std::vector<IdCustody> custody;
    std::int32_t least_level = 2;      // of a custody that is accepted
    std::int32_t phone_borne_ppm = 0;  // of the residents carry the card's functions in the phone
    FactorOrder order = FactorOrder::face_first;
    fw::Nanos window{60'000'000'000};        // from the first factor to the second
    fw::Nanos status_life{600'000'000'000};  // an answer of the authority is used so long
    fw::Nanos challenge_life{300'000'000'000};
    fw::Nanos closed_from{}, closed_for{};  // of the authority; 0 s: open all day
    fw::Nanos deadline{4'000'000'000};      // of a request; then it is sent again
    std::int32_t attempts = 3;
    IdChanges changes;
    IdMishaps mishaps;
    int line = 0;
};

}  // namespace sim
