// SPDX-License-Identifier: Apache-2.0
#include "models/card/felica_rf_card.h"

#include <utility>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/felica_timing.h"

namespace model
{

using namespace fw::felica;

FelicaRfCard::FelicaRfCard(TransitCard& card, CardProfile profile, const sim::RngStream& stream,
                           std::int32_t share_ppm)
    : card_(card),
      profile_(std::move(profile)),
      stream_(stream),
      share_ppm_(share_ppm),
      number_(fw::get_be64(card.idm.bytes.data()))
{
    power_off();
}

void FelicaRfCard::power_off()
{
    session_ = {.entropy = draw()};
}

CardReply FelicaRfCard::hear(const AirFrame& command)
{
    const bool felica =
        command.tech == fw::RfSet::felica_212 || command.tech == fw::RfSet::felica_424;
    if (!felica || command.last_bits != 0 || !crc_ok(command.view())) return {};
    const fw::Bytes packet = command.view().first(command.size - crc_size);

    CardReply reply{.frame = {.tech = command.tech}};
    const fw::MutBytes room(reply.frame.bytes);
    const std::size_t size = respond(card_, session_, profile_, packet, room.first(max_packet));
    if (size == 0) return {};
    reply.frame.size = static_cast<std::uint16_t>(add_crc(room, size));
    take_time(packet, reply);
    return reply;
}

void FelicaRfCard::take_time(fw::Bytes packet, CardReply& reply)
{
    if (packet[1] == polling) {
        const auto slots = static_cast<std::uint64_t>(slot_count(packet[5]));
        reply.slot = static_cast<std::uint8_t>(draw() % slots);
        reply.think = slot_start(reply.slot);
    } else {
        const fw::Nanos longest = longest_response(profile_, packet);
        reply.think = {longest.count * share_ppm_ / 1'000'000};
    }
}

}  // namespace model
