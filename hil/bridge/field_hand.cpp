// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/field_hand.h"

#include <algorithm>

namespace hil
{

std::optional<std::string> FieldHand::hold(const HeldCards& cards)
{
    for (model::Presence& presence : cards.present) {
        const fw::Nanos leave = wall_.now() + (presence.leave - cards.local);
        held_.push_back(
            {presence.card, std::make_shared<ScenarioCard>(presence, cards.tear, leave, wall_)});
        field_.present(held_.back().card);
    }
    return std::nullopt;
}

// Also when the reader failed: the card may have done its part.
std::optional<std::string> FieldHand::follow(fw::Bytes, const Exchange&, fw::Bytes)
{
    for (const Held& held : held_) *held.home = held.card->settle();
    return std::nullopt;
}

std::optional<std::string> FieldHand::take_away()
{
    for (const Held& held : held_) {
        field_.remove(held.card.get());
        *held.home = held.card->settle();
    }
    held_.clear();
    return std::nullopt;
}

bool FieldHand::worked() const
{
    return std::any_of(held_.begin(), held_.end(),
                       [](const Held& held) { return held.card->worked(); });
}

}  // namespace hil
