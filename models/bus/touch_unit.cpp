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
    if (config.protocol == sim::UplinkProtocol::trip_files)
        files_.emplace(config.service_day, config.device);
}

fw::Tap TouchUnit::tap(Presentation& presentation, const fw::Tables& tables,
                       const fw::TripState& trip, fw::Nanos start)
{
    start_at(start);
    keys_ = presentation.keys;
    reader_->begin(std::span(presentation.cards).first(presentation.count), presentation.draw_key);
    if (presentation.tear) reader_->tear_at(*presentation.tear);
    if (presentation.frame_error_ppm) reader_->disturb(*presentation.frame_error_ppm);
    off_from_ = presentation.power_lost.value_or(never);
    fw::Tap tap = fw::process_tap(ports(), config_.policy, tables, trip, memory_);
    reader_->release(local_);
    if (off())
        tap.event.verdict = fw::TapVerdict::device_off;
    else if (tap.times.at[7].count == -1)
        numbered_ = memory_.next_sequence;
    off_from_ = never;
    for (fw::Nanos& time : tap.times.at)
        if (time.count != -1) time = time - clock_error_;
    return tap;
}

// The clock's error stays what it was at the start: in the second that a tap takes a clock that
// gains a thousandth goes wrong by one millisecond.
void TouchUnit::start_at(fw::Nanos start)
{
    local_ = start;
    clock_error_ = config_.clock.at(start);
}

void TouchUnit::listen(FrameListener* listener)
{
    listener_ = listener;
    field_.listen(listener);
    reader_->listen(listener);
}

void TouchUnit::use(CardReader& reader)
{
    reader_ = &reader;
    reader_->listen(listener_);
}

void TouchUnit::reset()
{
    memory_ = fw::boot(config_.policy, nvram_);
    memory_.next_sequence = std::max(memory_.next_sequence, numbered_);
    if (files_) files_->forget();
}

void TouchUnit::take_state_of(const TouchUnit& other)
{
    field_ = other.field_;
    sam_ = other.sam_;
    nvram_ = other.nvram_;
    memory_ = other.memory_;
    journal_limit_ = other.journal_limit_;
    numbered_ = other.numbered_;
}

void TouchUnit::count(fw::Bytes record)
{
    if (record[0] != static_cast<std::uint8_t>(fw::RecordType::closed)) return;
    const auto event = fw::decode_tap_event(record.subspan(1, fw::tap_event_size));
    const bool certain =
        event && event->execution.value != 0 &&
        (event->verdict == fw::TapVerdict::accepted || event->verdict == fw::TapVerdict::recovered);
    if (!certain) return;
    const bool given = event->kind == fw::TapKind::top_up || event->kind == fw::TapKind::cancel;
    journal_yen_ += given ? -event->fare.count : event->fare.count;
}

fw::Found TouchUnit::poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout)
{
    fw::Found found = reader_->poll(set, system_code, timeout, local_);
    if (off()) found.status = fw::RfStatus::off;
    return found;
}

fw::RfReply TouchUnit::transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout)
{
    const fw::RfReply reply = reader_->transceive(cmd, rsp, timeout, local_);
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

// Two steps: the card's key, then the session's.
bool TouchUnit::lite_s_challenge(const fw::Idm& card, std::span<std::uint8_t, 16> challenge)
{
    local_ += config_.reader.sam_step * 2;
    return sam_.lite_s_challenge(card, challenge);
}

bool TouchUnit::lite_s_genuine(fw::Bytes message, std::span<const std::uint8_t, 8> mac)
{
    return sam_.lite_s_genuine(message, mac);
}

bool TouchUnit::lite_s_sign(fw::Bytes message, std::span<std::uint8_t, 8> mac)
{
    return sam_.lite_s_sign(message, mac);
}

std::optional<fw::TapEvent> TouchUnit::newest_in_journal() const
{
    const auto record = fw::decode_journal_record(nvram_.at(nvram_.newest()));
    return record ? std::optional(record->event) : std::nullopt;
}

}  // namespace model
