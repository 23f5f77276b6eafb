// SPDX-License-Identifier: Apache-2.0
#include "sim/app/kept_cards.h"

#include <exception>
#include <utility>

#include "sim/app/my_number_state_file.h"
#include "sim/app/transit_state_file.h"

namespace app
{

KeptFelicaCard::KeptFelicaCard(KeptFelica kept, model::CardProfile profile,
                               const sim::RngStream& stream, std::int32_t share_ppm)
    : kept_(std::move(kept)),
      saved_(kept_.card),
      air_(kept_.card, std::move(profile), stream, share_ppm)
{
}

model::CardReply KeptFelicaCard::hear(const model::AirFrame& command)
{
    const model::CardReply reply = air_.hear(command);
    if (kept_.file.empty() || kept_.card == saved_) return reply;
    saved_ = kept_.card;
    try {
        save_transit_state(kept_.file, saved_);
    } catch (const std::exception& error) {
        kept_.trouble(error.what());
    }
    return reply;
}

KeptMyNumberCard::KeptMyNumberCard(KeptMyNumber kept)
    : kept_(std::move(kept)), card_(kept_.profile, kept_.state)
{
}

std::size_t KeptMyNumberCard::transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think)
{
    const std::size_t size = card_.transmit(command, answer, think);
    if (kept_.file.empty() || card_.state() == kept_.state) return size;
    kept_.state = card_.state();
    try {
        save_my_number_state(kept_.file, kept_.state);
    } catch (const std::exception& error) {
        kept_.trouble(error.what());
    }
    return size;
}

}  // namespace app
