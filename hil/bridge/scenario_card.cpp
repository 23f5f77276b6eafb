// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/scenario_card.h"

#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/felica_timing.h"
#include "models/reader/tear_step.h"
#include "sim/base/rng_stream.h"

namespace hil
{

using namespace fw::felica;

ScenarioCard::ScenarioCard(const model::Presence& presence, std::optional<sim::TearStep> tear,
                           fw::Nanos leave, sim::WallClock& wall)
    : presence_(presence), card_(*presence.card), tear_(tear), leave_(leave), wall_(wall)
{
}

void ScenarioCard::power_off()
{
    const std::lock_guard lock(mutex_);
    forget();
}

void ScenarioCard::forget()
{
    presence_.session = {.entropy = presence_.session.entropy};
}

model::CardReply ScenarioCard::hear(const model::AirFrame& command)
{
    const std::lock_guard lock(mutex_);
    const bool felica =
        command.tech == fw::RfSet::felica_212 || command.tech == fw::RfSet::felica_424;
    if (gone_ || !felica || command.last_bits != 0 || !crc_ok(command.view())) return {};
    const fw::Bytes packet = command.view().first(command.size - crc_size);
    model::CardReply reply{.frame = {.tech = command.tech}};
    reply.think = think_time(packet, reply.slot);
    const fw::Nanos done = wall_.now() + reply.think;
    gone_ = done > leave_ || tears_before(packet);
    if (gone_) return {};
    const fw::MutBytes room(reply.frame.bytes);
    const std::size_t size =
        respond(card_, presence_.session, *presence_.profile, packet, room.first(max_packet));
    if (size == 0) return {};
    worked_ = true;
    reply.frame.size = static_cast<std::uint16_t>(add_crc(room, size));
    tear_after(packet, reply);
    return reply;
}

bool ScenarioCard::tears_before(fw::Bytes packet)
{
    return tear_ && tear_ == model::step_of(packet);
}

void ScenarioCard::tear_after(fw::Bytes packet, model::CardReply& reply)
{
    if (tear_ == sim::TearStep::poll && packet[1] == polling) gone_ = true;
    if (tear_ != sim::TearStep::write_answer || model::step_of(packet) != sim::TearStep::write)
        return;
    gone_ = true;
    reply.frame.size = 0;
}

fw::Nanos ScenarioCard::think_time(fw::Bytes packet, std::uint8_t& slot) const
{
    if (packet[1] == polling) {
        const int slots = slot_count(packet[5]);
        slot = slots == 0 ? std::uint8_t{0}
                          : static_cast<std::uint8_t>(sim::mix64(presence_.session.entropy) %
                                                      static_cast<std::uint64_t>(slots));
        return slot_start(slot);
    }
    const fw::Nanos longest = longest_response(*presence_.profile, packet);
    return {longest.count * presence_.fraction_ppm / 1'000'000};
}

model::TransitCard ScenarioCard::settle()
{
    const std::lock_guard lock(mutex_);
    worked_ = false;
    return card_;
}

bool ScenarioCard::worked() const
{
    const std::lock_guard lock(mutex_);
    return worked_;
}

}  // namespace hil
