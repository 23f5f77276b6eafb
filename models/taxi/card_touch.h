// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "models/card/pki_key.h"
#include "models/card/ride_counter.h"
#include "models/reader/apdu_reader.h"
#include "sim/scenario/scenario.h"

// One touch of a rider's My Number Card on a taxi's tablet: which commands, in which order, and
// what a card that leaves too early has left behind. `now` moves on with each command.
namespace model
{

// When this card leaves before it should.
struct TouchTear {
    std::optional<sim::TearStep> step;
    std::optional<fw::Nanos> after;  // of entering the field
};

enum class TouchResult : std::uint8_t {
    done,
    left,          // the card left, touch again
    unregistered,  // no application of the city on it
    forged,        // its count is not signed with the key of its registration
    wrong_pin,
    quota,    // no ride is left on the card
    refused,  // anything else the card says no to
};

struct Touched {
    TouchResult result = TouchResult::left;
    RideCount count;
    Octets signature;  // by the authentication certificate; none without PIN
};

class CardTouch
{
public:
    CardTouch(ApduReader& reader, ApduCard& card, const TouchTear& tear, fw::Nanos& now,
              const CardUse& use = {});

    // Who it is: a signature over `message` after the PIN (no PIN: no signature), and the count.
    Touched identify(const std::string& message, const std::string& pin, std::uint64_t challenge);
    // Counts a ride on the card. `ride.used` is read from it first.
    Touched count(CountRide ride);

private:
    // The status word of the answer; 0: the card has left.
    StatusWord send(fw::Bytes command);
    StatusWord select_counter();
    bool sign(const std::string& message, const std::string& pin, Touched& touched);
    bool read(std::uint64_t challenge, Touched& touched);
    void tear_at(sim::TearStep step, CommandPart part);

    ApduReader& reader_;
    const TouchTear& tear_;
    fw::Nanos& now_;
    Octets answer_;
    bool there_;
};

}  // namespace model
