// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/units.h"

namespace fw
{

// The device's own clock, since midnight of the service day. May be wrong; the world's is not here.
class Clock
{
public:
    virtual Nanos now() = 0;
    // The device looked up its tables and decided. Real clocks run on by themselves and ignore it;
    // a simulated one charges the device's computing time here.
    virtual void computed_decision() = 0;

protected:
    ~Clock() = default;
};

}  // namespace fw
