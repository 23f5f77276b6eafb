// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/core/tap_event.h"
#include "sim/link/uplink_batch.h"

// The times of taps, put right. A fare box stamps taps by its own clock, which may drift or be set
// wrong; with each batch it tells that clock, and the modem tells the network's time, so that any
// difference is known. What a batch sent later cannot tell - the clock jumped between tap and
// sending - is bounded: a tap is neither after its sending nor, by more than the tolerance, before
// the tap the same reader made before it, and a stamp that only fits uncorrected is believed. Times
// are nanoseconds since midnight of the service day.
namespace model
{

class BoxClocks
{
public:
    // `tolerance`: a time once put right may be wrong by this much.
    explicit BoxClocks(fw::Nanos tolerance) : tolerance_(tolerance) {}

    // The event of this batch with its time on the true clock.
    void correct(fw::TapEvent& event, const sim::UplinkBatch& batch);

private:
    struct Newest {
        std::uint32_t sequence = 0;
        fw::Nanos at{};
    };

    fw::Nanos tolerance_;
    std::vector<Newest> newest_;  // by device
};

}  // namespace model
