// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "firmware/core/units.h"

// How long to wait before something that failed is tried again: 0.1 s, then twice as long each
// time, 2 s at most.
namespace hil
{

class BackOff
{
public:
    static constexpr fw::Nanos shortest{100'000'000};
    static constexpr fw::Nanos longest{2'000'000'000};

    fw::Nanos next()
    {
        const fw::Nanos wait = wait_;
        wait_ = std::min(wait_ * 2, longest);
        return wait;
    }
    void reset() { wait_ = shortest; }

private:
    fw::Nanos wait_ = shortest;
};

}  // namespace hil
