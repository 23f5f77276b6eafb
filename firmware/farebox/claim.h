// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/decision.h"

// What the holder of the card in the field may claim, as far as the box is told in time.
namespace fw
{

struct Claim {
    Entitlement holds;
    DecidedBy by = DecidedBy::local;
    bool refused = false;  // nothing is sold while the cloud is silent
};

Claim claim_of(const DecisionInput& in, Uplink& uplink, const TapEvent& event);

}  // namespace fw
