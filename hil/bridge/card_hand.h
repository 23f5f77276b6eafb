// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "hil/reader/reader.h"
#include "models/reader/card_reader.h"

namespace hil
{

// The cards of one tap and what befalls them; times are the tap's local ones.
struct HeldCards {
    std::span<model::Presence> present;  // stay in place until they are taken away
    std::optional<sim::TearStep> tear;
    fw::Nanos local{};
};

// Who holds the scenario's cards to a reader on the bench, and takes them away again: our own hand
// in the field of a virtual reader, a person, or nobody when a tape is played. Called by the
// kernel's thread. An answer with text says why nothing can be proven with these cards.
class CardHand
{
public:
    virtual ~CardHand() = default;
    // Before the tap's first look for a card.
    virtual std::optional<std::string> hold(const HeldCards& cards) = 0;
    // After each exchange: brings the scenario's card to where the card on the reader is now.
    virtual std::optional<std::string> follow(fw::Bytes command, const Exchange& exchange,
                                              fw::Bytes answer) = 0;
    virtual std::optional<std::string> take_away() = 0;
    // The card carried the newest command out, whether its answer was heard or not; only our own
    // cards tell. From any thread.
    virtual bool worked() const = 0;
};

}  // namespace hil
