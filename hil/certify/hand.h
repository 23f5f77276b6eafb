// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "hil/certify/suite.h"

// Who does to a reader on the desk what its own line cannot do: puts a card on it, takes it away,
// pulls the plug. A person who is asked on the terminal, or the bench itself when the reader is a
// virtual one. Calls block until it is done.
namespace hil
{

// What it can do at all; anybody can hold a card.
struct HandSkills {
    bool plug = false;
    bool garble = false;  // disturb the line between host and reader
};

class Hand
{
public:
    // Why it was not done: then nothing is proven.
    using Refusal = std::optional<std::string>;

    virtual ~Hand() = default;
    virtual HandSkills skills() const = 0;
    // This card alone lies on the reader afterwards.
    virtual Refusal place(const DeskCard& card, fw::RfSet tech) = 0;
    virtual Refusal take_away() = 0;
    // Returns at once; the card leaves while the exchanges that follow are under way.
    virtual Refusal tear() = 0;
    virtual Refusal unplug() = 0;
    virtual Refusal plug() = 0;
    virtual Refusal garble(bool on) = 0;
    // After a test that ended early: plugged in, line clean. Asks nobody.
    virtual void restore() = 0;
};

// Time on the bench, injected so that tests need no waiting.
struct DeskClock {
    std::function<fw::Nanos()> now;
    std::function<void(fw::Nanos)> pause;
};
DeskClock steady_clock_of_the_desk();

}  // namespace hil
