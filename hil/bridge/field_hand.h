// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "hil/bridge/card_hand.h"
#include "hil/bridge/scenario_card.h"
#include "hil/virtual/card_field.h"

namespace hil
{

// Holds the scenario's cards into the field of a virtual reader.
class FieldHand final : public CardHand
{
public:
    FieldHand(CardField& field, sim::WallClock& wall) : field_(field), wall_(wall) {}

    std::optional<std::string> hold(const HeldCards& cards) override;
    std::optional<std::string> follow(fw::Bytes command, const Exchange& exchange,
                                      fw::Bytes answer) override;
    std::optional<std::string> take_away() override;
    bool worked() const override;

private:
    struct Held {
        model::TransitCard* home = nullptr;  // the scenario's own
        std::shared_ptr<ScenarioCard> card;
    };

    CardField& field_;
    sim::WallClock& wall_;
    std::vector<Held> held_;
};

}  // namespace hil
