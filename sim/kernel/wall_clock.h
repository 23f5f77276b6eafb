// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/units.h"

// The clock on the wall, from an arbitrary zero, and a rest from which any thread can wake the
// one that rests. Tests bring one that moves by hand.
namespace sim
{

class WallClock
{
public:
    virtual ~WallClock() = default;
    virtual fw::Nanos now() = 0;
    // Returns at `until`, or earlier when woken; a wake before the rest is not lost.
    virtual void rest(fw::Nanos until) = 0;
    virtual void wake() = 0;  // from any thread
};

}  // namespace sim
