// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/core/units.h"

namespace fw
{

// What rider and driver see and hear after a tap.
enum class Signal : std::uint8_t {
    pass,         // one beep, fare and balance shown
    pass_low,     // two beeps: child or discounted fare
    touch_again,  // buzzer: the card left too early
    refused,      // long buzzer, driver is told why
    topped_up,    // balance shown
};

// Buttons the driver, or the staff of a shop, pressed before this tap.
struct DriverKeys {
    std::uint8_t riders = 1;  // several riders on one card
    bool child = false;       // half fare for this tap
    Yen top_up{};             // cash handed over to be loaded, 0 = none
    bool cash = false;        // the rider pays this ride in cash; the card's open ride is closed
    bool cancel = false;      // gives the card's last debit at this reader back
    Yen sale{};               // on a shop's phone: the amount on the till, keyed in by the staff
};

class Panel
{
public:
    virtual void show(Signal signal, Yen fare, Yen balance) = 0;
    virtual DriverKeys keys() = 0;

protected:
    ~Panel() = default;
};

}  // namespace fw
