// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/tap_event.h"

// Who hears of each tap the shared cloud has accepted, beside the ledger: a counter of rides.
namespace model
{

class RideListener
{
public:
    // Accepted at `at`, which may lie in the future; the event's times are put right.
    virtual void add(const fw::TapEvent& event, fw::Nanos at) = 0;

protected:
    ~RideListener() = default;
};

}  // namespace model
