// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/protocol/felica_timing.h"
#include "models/reader/rf_field.h"
#include "models/reader/tear_step.h"

// How a card in the field takes a command: with power or without, in its own time.
namespace model
{
namespace
{

using namespace fw::felica;

constexpr std::size_t polling_size = 6;

}  // namespace

// The card's side of one command: without power at the end of the command or of its own work it has
// done nothing; without power before its answer is through it has done it and is not heard.
RfField::Answer RfField::hear(Presence& presence, const Command& command, Frame& answer)
{
    if (presence.leave < command.end) presence.session = {};
    const bool powered = powered_at(presence) <= command.start && presence.leave >= command.end;
    if (!powered || !crc_ok(command.frame)) return {};

    Answer result;
    const fw::Bytes packet = command.packet();
    const fw::Nanos done = command.end + card_time(presence, packet, result.slot);
    tear(presence, packet, command.end, done);
    if (presence.leave < done) {
        presence.session = {};
        return {};
    }
    result.size = respond(*presence.card, presence.session, *presence.profile, packet, answer);
    if (result.size == 0) return {};
    result.start = done;
    result.end = done + air_time(result.size, parameters_.rf_kbps);
    if (presence.leave >= result.end) return result;
    const std::size_t size = add_crc(answer, result.size);
    report({done, presence.leave, true, true, fw::Bytes(answer).first(size)});
    presence.session = {};
    return {};
}

fw::Nanos RfField::card_time(const Presence& presence, fw::Bytes packet, int& slot)
{
    if (packet[1] == polling) {
        const auto slots = packet.size() == polling_size ? slot_count(packet[5]) : 0;
        slot =
            static_cast<int>(stream_.below(static_cast<std::uint64_t>(slots), draw_key_, draws_++));
        return slot_start(slot);
    }
    const fw::Nanos longest = longest_response(*presence.profile, packet);
    return {longest.count * presence.fraction_ppm / 1'000'000};
}

void RfField::tear(Presence& presence, fw::Bytes packet, fw::Nanos end, fw::Nanos done) const
{
    const std::optional<sim::TearStep> step = step_of(packet);
    if (!tear_ || !step) return;
    if (tear_ == step) presence.leave = std::min(presence.leave, end);
    if (tear_ == sim::TearStep::write_answer && step == sim::TearStep::write) {
        presence.leave = std::min(presence.leave, done);
    }
}

}  // namespace model
