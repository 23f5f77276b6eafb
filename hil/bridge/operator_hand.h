// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <ostream>

#include "hil/bridge/card_hand.h"
#include "hil/bridge/paced_reader.h"

namespace hil
{

// A person holds the cards. The city stands still while he is asked to place one or to take it
// away; too long is nobody's fault and proves nothing. Tears and leave times of the scenario are
// not made: nobody's hand is that exact. The scenario's card carries out every command that was
// answered and must answer the same, so the card placed must be the rider's: same id, same balance,
// same keys - a transit card under the stand-in cipher, or a FeliCa Lite-S that was issued for it.
class OperatorHand final : public CardHand
{
public:
    struct Desk {
        std::string device;  // as the bench file names it
        fw::Nanos patience{};
        sim::Pacer& pacer;
        sim::WallClock& wall;
        std::function<std::string(const model::TransitCard*)> name_of_card;  // for people
        std::ostream& terminal;
    };
    OperatorHand(PacedReader& reader, Desk desk) : reader_(reader), desk_(std::move(desk)) {}

    std::optional<std::string> hold(const HeldCards& cards) override;
    std::optional<std::string> follow(fw::Bytes command, const Exchange& exchange,
                                      fw::Bytes answer) override;
    std::optional<std::string> take_away() override;
    bool worked() const override { return false; }  // it does not tell

private:
    enum class Seen : std::uint8_t { nothing, the_card, another, broken };
    Seen look();
    bool wait_for(Seen wanted);
    bool answers_alike(fw::Bytes command, fw::Bytes answer);

    PacedReader& reader_;
    Desk desk_;
    std::span<model::Presence> present_;
};

}  // namespace hil
