// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/tap_event.h"
#include "firmware/port/panel.h"
#include "models/people/sales.h"
#include "sim/base/rng_stream.h"
#include "sim/link/mobile_link.h"

// What staff and customer do at the counter of a shop around the touches of one sale. The phone's
// own times are in models/reader; these are people's, all of them assumed (parameters.h).
namespace model
{

// How long things take at one kind of phone, as tables.
struct PhoneTimes {
    PhoneTimes(const sim::PhoneParameters& phone, const sim::DoorParameters& habits);

    sim::LinkTimes link;
    sim::Quantiles hand_over, to_front, move, hold, slip, retouch;
};

// One sale at the counter: which keys come next, after what the phone has shown.
class Counter
{
public:
    // `off` is taken off the amount by a coupon.
    Counter(const Sale& sale, std::uint32_t number, fw::Yen off = {});

    std::uint32_t receipt() const { return receipt_; }
    fw::DriverKeys keys() const;
    // False: no further touch. `gone`: the customer would leave instead of touching again.
    bool goes_on(const fw::TapEvent& shown, bool gone);
    bool paid() const { return paid_; }
    bool returning() const { return returning_; }

private:
    const Sale& sale_;
    std::uint32_t receipt_;
    fw::Yen amount_;
    bool paid_ = false;
    bool returning_ = false;
    bool given_back_ = false;
};

// From the amount keyed in until the card is first where the phone reads it.
fw::Nanos until_first_touch(const PhoneTimes& times, const sim::PhoneParameters& phone,
                            const sim::RngStream& stream, std::uint32_t sale);

}  // namespace model
