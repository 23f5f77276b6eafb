// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/card_session.h"

// What this card means at this stop: a boarding, an alighting to be paid, a flat fare, a top-up,
// or a refusal. Pure, but for the one question to the cloud that the policy may allow.
namespace fw
{

struct DecisionInput {
    const FareBoxPolicy& policy;
    const Tables& tables;
    const TripState& trip;
    const DriverKeys& keys;
    const CardBlocks& card;
};

// Fills kind, stop codes, rule, fares and balance of `event`. `accepted`: go on and write;
// `repeated`: nothing to do, the card has been served at this very place; otherwise a refusal.
TapVerdict decide(const DecisionInput& input, Uplink& uplink, TapEvent& event);

}  // namespace fw
