// SPDX-License-Identifier: Apache-2.0
// What a touch unit sends, in the protocol of its vendor, and what it is answered.
#include "models/bus/touch_unit.h"

namespace model
{

std::uint32_t TouchUnit::upload(fw::Nanos start, bool flush)
{
    start_at(start);
    const std::uint32_t lists = fw::upload(ports(), config_.policy, memory_, flush);
    if (flush && !day_closed() && everything_acknowledged()) close_day();
    return lists;
}

// Sends the day's last file until its name comes back.
void TouchUnit::close_day()
{
    if (close_sent_ && local_ - *close_sent_ < config_.box.ack_timeout) return;
    close_sent_ = local_;
    sim::UplinkBatch batch = batch_of(nvram_.end(), nvram_.end());
    batch.events = files_->closing_file(now());
    cloud_.send(std::move(batch));
}

sim::UplinkBatch TouchUnit::batch_of(std::uint32_t from, std::uint32_t to)
{
    sim::UplinkBatch batch;
    batch.device = config_.device;
    batch.bus = config_.bus;
    batch.first_record = from;
    batch.end_record = to;
    batch.sent = local_;
    return batch;
}

void TouchUnit::enqueue(std::uint32_t from, std::uint32_t to)
{
    sim::UplinkBatch batch = batch_of(from, to);
    attempt_ =
        from < newest_enqueued_ ? static_cast<std::uint16_t>(attempt_ + 1) : std::uint16_t{1};
    batch.attempt = attempt_;
    if (files_)
        write_file(batch);
    else
        write_records(batch);
    newest_enqueued_ = std::max(newest_enqueued_, to);
    cloud_.send(std::move(batch));
}

// The closed tap of a record, as bytes; empty: an intent, which is the box's own affair.
fw::Bytes TouchUnit::tap_in(std::uint32_t number) const
{
    const fw::Bytes record = nvram_.at(number);
    if (record.empty() || record[0] != static_cast<std::uint8_t>(fw::RecordType::closed)) return {};
    return record.subspan(1, fw::tap_event_size);
}

void TouchUnit::write_records(sim::UplinkBatch& batch)
{
    batch.clock = now();
    batch.events.reserve((batch.end_record - batch.first_record) * fw::tap_event_size);
    for (std::uint32_t number = batch.first_record; number < batch.end_record; ++number) {
        const fw::Bytes event = tap_in(number);
        batch.events.insert(batch.events.end(), event.begin(), event.end());
        if (!event.empty()) ++batch.count;
    }
}

void TouchUnit::write_file(sim::UplinkBatch& batch)
{
    std::vector<fw::TapEvent> events;
    std::size_t fresh = 0;
    for (std::uint32_t number = batch.first_record; number < batch.end_record; ++number) {
        const auto event = fw::decode_tap_event(tap_in(number));
        if (!event) continue;
        events.push_back(*event);
        if (number >= newest_enqueued_) ++fresh;
    }
    batch.count = static_cast<std::uint16_t>(events.size());
    batch.events = files_->file_of(batch.first_record, batch.end_record, events, fresh, now());
}

fw::Acknowledgement TouchUnit::take_ack()
{
    if (inbox_.empty() || inbox_.front().at > local_) return {};
    const Letter letter = std::move(inbox_.front());
    inbox_.pop_front();
    return files_ ? files_->read(letter.receipt) : letter.ack;
}

fw::AttributeAnswer TouchUnit::ask(const fw::AttributeQuery& query, fw::Nanos deadline)
{
    return cloud_.ask(query, deadline, local_);
}

}  // namespace model
