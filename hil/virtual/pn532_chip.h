// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "hil/virtual/card_field.h"

// The PN532 behind its serial line: commands in, answers out, the cards of a field on its other
// side. It knows neither pseudo-terminal nor thread nor clock: it says how long it took on air and
// when it wants to look again. Source: NXP UM0701 (PN532 user manual) 7.
namespace hil
{

struct ChipStep {
    enum class Kind : std::uint8_t {
        answered,
        refused,  // unknown or malformed: an error frame
        waiting,  // for a card or an initiator; nothing to say yet
    };
    Kind kind = Kind::refused;
    std::vector<std::uint8_t> data{};  // answered: the command's code plus one, and what follows
    fw::Nanos spent{};                 // on air and in cards
    std::optional<fw::Nanos>
        again;  // waiting: call resume() after this; none: only abort() ends it
};

struct ChipState;

class Pn532Chip
{
public:
    explicit Pn532Chip(CardField& field);
    ~Pn532Chip();

    // A command's code and parameters. A command that still waits is given up.
    ChipStep take(fw::Bytes command);
    // The waiting command looks again.
    ChipStep resume();
    // The waiting command is given up.
    void abort();

    int baud() const;  // of the serial line, as the host has set it; 0: it has not

private:
    ChipStep run();

    std::unique_ptr<ChipState> state_;
    std::vector<std::uint8_t> command_;
};

}  // namespace hil
