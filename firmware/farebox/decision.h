// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/card_session.h"

// What this card means at this stop: a boarding, an alighting to be paid, a flat fare, a top-up, a
// ride paid in cash, a debit to be cancelled, or a refusal. Pure, but for the one question to the
// cloud that the policy may allow.
//
// A ride that costs the card nothing (a pass, or paid in cash) closes the ride on the card and
// moves no money: its event has no execution id. If the answer to that write is lost it is
// unconfirmed and recovered like a debit, told by the gate record. Cash counts once the tap is
// accepted or recovered.
//
// A cancel repeats the trip, stops, rule and prices of the ride it gives back; `fare` is what that
// ride took. A ride that took nothing can be cancelled too (the wrong key may have made it free);
// such a cancel has no execution id.
namespace fw
{

struct DecisionInput {
    const FareBoxPolicy& policy;
    const Tables& tables;
    const TripState& trip;
    const DriverKeys& keys;
    const CardBlocks& card;
    Nanos now{};                            // when the touch began: tariffs and passes count then
    const TapEvent* cancellable = nullptr;  // the ride paid last here, see memory.h
};

// Fills kind, stop codes, rule, fares and balance of `event`. `accepted`: go on and write;
// `repeated`: nothing to do, the card has been served at this very place; otherwise a refusal.
TapVerdict decide(const DecisionInput& input, Uplink& uplink, TapEvent& event);

}  // namespace fw
