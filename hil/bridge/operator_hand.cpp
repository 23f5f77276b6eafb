// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/operator_hand.h"

#include <algorithm>
#include <array>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/lite_s.h"
#include "firmware/protocol/nodes.h"
#include "hil/bridge/card_follower.h"

namespace hil
{

namespace
{

constexpr fw::Nanos look_timeout{200'000'000};
constexpr fw::Nanos between_looks{20'000'000};

constexpr std::uint16_t system_code_of(fw::CardSystem system)
{
    return system == fw::CardSystem::lite_s ? fw::lite_s::system_code : fw::nodes::system_code;
}

}  // namespace

std::optional<std::string> OperatorHand::hold(const HeldCards& cards)
{
    present_ = cards.present.first(std::min<std::size_t>(cards.present.size(), 1));
    desk_.terminal << desk_.device << ": place " << desk_.name_of_card(present_[0].card)
                   << std::endl;
    const bool placed = wait_for(Seen::the_card);
    desk_.pacer.forgive();
    if (placed) return std::nullopt;
    return "the card was not placed in time";
}

std::optional<std::string> OperatorHand::take_away()
{
    if (present_.empty()) return std::nullopt;
    desk_.terminal << desk_.device << ": take " << desk_.name_of_card(present_[0].card) << " away"
                   << std::endl;
    const bool gone = wait_for(Seen::nothing);
    present_ = {};
    desk_.pacer.forgive();
    if (gone) return std::nullopt;
    return "the card was not taken away in time";
}

std::optional<std::string> OperatorHand::follow(fw::Bytes command, const Exchange& exchange,
                                                fw::Bytes answer)
{
    const bool answered = exchange.status == ReaderStatus::ok;
    if (!answered || present_.empty() || answers_alike(command, answer)) return std::nullopt;
    return "the card on the reader answers otherwise than " + desk_.name_of_card(present_[0].card) +
           " would: other contents, or other keys";
}

bool OperatorHand::answers_alike(fw::Bytes command, fw::Bytes answer)
{
    std::array<std::uint8_t, fw::felica::max_packet> own{};
    const std::size_t size = hil::follow(present_[0], command, answer, own);
    return std::equal(answer.begin(), answer.end(), own.begin(),
                      own.begin() + static_cast<std::ptrdiff_t>(size));
}

// A broken reader ends the wait: the tap's first call will tell.
bool OperatorHand::wait_for(Seen wanted)
{
    const fw::Nanos deadline = desk_.wall.now() + desk_.patience;
    bool told = false;
    for (Seen seen = look(); seen != wanted && seen != Seen::broken; seen = look()) {
        if (desk_.wall.now() >= deadline) return false;
        if (seen == Seen::another && wanted == Seen::the_card && !told)
            desk_.terminal << desk_.device << ": that is another card" << std::endl;
        told = told || seen == Seen::another;
        desk_.wall.rest(desk_.wall.now() + between_looks);
    }
    return true;
}

OperatorHand::Seen OperatorHand::look()
{
    Reader& reader = reader_.at_rest();
    const std::uint16_t system = system_code_of(present_[0].card->system);
    const Selection selection = reader.select(fw::RfSet::felica_212, system, look_timeout);
    reader.release();
    if (is_bench_failure(selection.status)) return Seen::broken;
    if (selection.status != ReaderStatus::ok) return Seen::nothing;
    return selection.target.idm == present_[0].card->idm ? Seen::the_card : Seen::another;
}

}  // namespace hil
