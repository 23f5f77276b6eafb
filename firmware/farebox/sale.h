// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/decision.h"

// A sale on a shop's phone (services.md S09: amount, touch, attribute, price, settle, slip). One
// receipt is paid once: the receipt's number stands where a fare box has the trip's. The card keeps
// no record of a sale beside purse and history, so only a debit can be recovered after a lost
// answer, by its execution id.
namespace fw
{

TapVerdict decide_sale(const DecisionInput& in, Uplink& uplink, TapEvent& event);

}  // namespace fw
