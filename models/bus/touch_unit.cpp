// SPDX-License-Identifier: Apache-2.0
#include "models/bus/touch_unit.h"

namespace model
{

TouchUnit::TouchUnit(const TouchUnitConfig& config, const sim::RngStream& stream,
                     std::shared_ptr<const StandInCipher> cipher, CloudLine& cloud)
    : config_(config),
      field_(config.reader, stream),
      sam_(std::move(cipher), stream.bits(config.device)),
      nvram_(static_cast<std::size_t>(config.box.journal_capacity)),
      timed_nvram_(nvram_, *this),
      cloud_(cloud),
      memory_(fw::boot(config.policy, nvram_))
{
}

fw::Tap TouchUnit::tap(Presentation& presentation, const fw::Tables& tables,
                       const fw::TripState& trip, fw::Nanos start)
{
    local_ = start;
    keys_ = presentation.keys;
    field_.begin(std::span(presentation.cards).first(presentation.count), presentation.draw_key);
    if (presentation.tear) field_.tear_at(*presentation.tear);
    off_from_ = presentation.power_lost.value_or(never);
    fw::Tap tap = fw::process_tap(ports(), config_.policy, tables, trip, memory_);
    if (off()) tap.event.verdict = fw::TapVerdict::device_off;
    off_from_ = never;
    return tap;
}

std::uint32_t TouchUnit::upload(fw::Nanos start, bool flush)
{
    local_ = start;
    return fw::upload(ports(), config_.policy, memory_, flush);
}

fw::Found TouchUnit::poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout)
{
    fw::Found found = field_.poll(set, system_code, timeout, local_);
    if (off()) found.status = fw::RfStatus::off;
    return found;
}

fw::RfReply TouchUnit::transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout)
{
    const fw::RfReply reply = field_.transceive(cmd, rsp, timeout, local_);
    return off() ? fw::RfReply{fw::RfStatus::off, 0} : reply;
}

std::size_t TouchUnit::auth1(const fw::Idm& card, const fw::SecureNodes& nodes, fw::MutBytes cmd)
{
    local_ += config_.reader.sam_step;
    return sam_.auth1(card, nodes, cmd);
}

// Checks the card's first answer and makes the second command: two steps.
std::size_t TouchUnit::auth2(fw::Bytes auth1_answer, fw::MutBytes cmd)
{
    local_ += config_.reader.sam_step * 2;
    return sam_.auth2(auth1_answer, cmd);
}

bool TouchUnit::open_session(fw::Bytes auth2_answer)
{
    local_ += config_.reader.sam_step;
    return sam_.open_session(auth2_answer);
}

std::size_t TouchUnit::seal(std::uint8_t code, fw::Bytes body, fw::MutBytes cmd)
{
    return sam_.seal(code, body, cmd);
}

std::size_t TouchUnit::open(fw::Bytes answer, fw::MutBytes body)
{
    return sam_.open(answer, body);
}

std::optional<fw::TapEvent> TouchUnit::newest_in_journal() const
{
    const auto record = fw::decode_journal_record(nvram_.at(nvram_.newest()));
    return record ? std::optional(record->event) : std::nullopt;
}

void TouchUnit::enqueue(std::uint32_t from, std::uint32_t to)
{
    sim::UplinkBatch batch;
    batch.device = config_.device;
    batch.bus = config_.bus;
    batch.first_record = from;
    batch.end_record = to;
    attempt_ =
        from < newest_enqueued_ ? static_cast<std::uint16_t>(attempt_ + 1) : std::uint16_t{1};
    batch.attempt = attempt_;
    batch.sent = local_;
    batch.events.reserve((to - from) * fw::tap_event_size);
    for (std::uint32_t number = from; number < to; ++number) {
        const fw::Bytes record = nvram_.at(number);
        if (record.empty() || record[0] != static_cast<std::uint8_t>(fw::RecordType::closed))
            continue;  // an intent is the box's own affair
        const fw::Bytes event = record.subspan(1, fw::tap_event_size);
        batch.events.insert(batch.events.end(), event.begin(), event.end());
    }
    newest_enqueued_ = to;
    cloud_.send(std::move(batch));
}

fw::Acknowledgement TouchUnit::take_ack()
{
    if (inbox_.empty() || inbox_.front().at > local_) return {};
    const fw::Acknowledgement ack = inbox_.front().ack;
    inbox_.pop_front();
    return ack;
}

fw::AttributeAnswer TouchUnit::ask(const fw::AttributeQuery& query, fw::Nanos deadline)
{
    return cloud_.ask(query, deadline, local_);
}

}  // namespace model
