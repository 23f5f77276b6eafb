// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/card_follower.h"

#include <algorithm>

#include "firmware/protocol/lite_s.h"
#include "hil/bridge/challenge.h"
#include "models/card/lite_s_card.h"

namespace hil
{

namespace
{

using namespace fw::felica;

constexpr std::size_t count_at = 13;  // of blocks, in a command that names one service

void take_write_counter(model::TransitCard& card, fw::Bytes command, fw::Bytes answer)
{
    if (command.size() <= count_at || command[1] != read_plain) return;
    std::array<BlockRef, fw::lite_s::most_read> asked{};
    const std::size_t count = command[count_at];
    fw::Bytes data;
    if (count > asked.size() || !parse_plain_answer(answer, card.idm, data).ok()) return;
    parse_block_list(command.subspan(count_at + 1), static_cast<unsigned>(count), asked);
    for (std::size_t i = 0; i < std::min(count, data.size() / block_size); ++i)
        if (asked[i].block == fw::lite_s::wcnt)
            std::copy_n(&data[i * block_size], block_size,
                        card.blocks[model::lite_s_memory::wcnt].begin());
}

}  // namespace

std::size_t follow(model::Presence& presence, fw::Bytes command, fw::Bytes answer, fw::MutBytes own)
{
    model::TransitCard& card = *presence.card;
    if (card.system == fw::CardSystem::lite_s) take_write_counter(card, command, answer);
    if (const auto entropy = entropy_behind(command, answer)) presence.session.entropy = *entropy;
    return respond(card, presence.session, *presence.profile, command, own);
}

}  // namespace hil
