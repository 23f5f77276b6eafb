// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/bridge/card_hand.h"
#include "hil/tape/tape_reader.h"

namespace hil
{

// Nobody holds a card to a tape. The scenario's card carries out the commands that the recorded one
// carried out, and must answer the same.
class TapeHand final : public CardHand
{
public:
    explicit TapeHand(const TapeReader& tape) : tape_(tape) {}

    std::optional<std::string> hold(const HeldCards& cards) override;
    std::optional<std::string> follow(fw::Bytes command, const Exchange& exchange,
                                      fw::Bytes answer) override;
    std::optional<std::string> take_away() override;
    bool worked() const override { return tape_.worked(); }

private:
    const TapeReader& tape_;
    std::span<model::Presence> present_;
};

}  // namespace hil
