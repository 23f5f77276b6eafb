// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/tape_hand.h"

#include <algorithm>
#include <array>

#include "firmware/protocol/felica.h"
#include "hil/bridge/card_follower.h"

namespace hil
{

std::optional<std::string> TapeHand::hold(const HeldCards& cards)
{
    present_ = cards.present;
    return std::nullopt;
}

std::optional<std::string> TapeHand::follow(fw::Bytes command, const Exchange& exchange,
                                            fw::Bytes answer)
{
    if (!tape_.worked()) return std::nullopt;
    std::array<std::uint8_t, fw::felica::max_packet> own{};
    for (model::Presence& presence : present_) {
        const std::size_t size = hil::follow(presence, command, answer, own);
        if (size == 0) continue;
        const bool same = std::equal(answer.begin(), answer.end(), own.begin(),
                                     own.begin() + static_cast<std::ptrdiff_t>(size));
        if (exchange.status != ReaderStatus::ok || same) return std::nullopt;
        return "the scenario's card answers otherwise than the recorded one";
    }
    return "the scenario's card does not answer a command that was answered on the tape";
}

std::optional<std::string> TapeHand::take_away()
{
    present_ = {};
    return std::nullopt;
}

}  // namespace hil
