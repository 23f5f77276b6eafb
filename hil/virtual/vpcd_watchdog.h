// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/core/units.h"

// A peer that begins something has a limited time to end it. vpcd and pcscd have no time-outs of
// their own (my-number-card.md 2), so whoever waits for them needs one.
namespace hil
{

class VpcdWatchdog
{
public:
    explicit VpcdWatchdog(fw::Nanos limit) : limit_(limit) {}

    void began(fw::Nanos now)  // more of what had begun already changes nothing
    {
        if (!since_) since_ = now;
    }
    void ended() { since_.reset(); }
    bool expired(fw::Nanos now) const { return since_ && now - *since_ >= limit_; }

private:
    fw::Nanos limit_;
    std::optional<fw::Nanos> since_;
};

}  // namespace hil
