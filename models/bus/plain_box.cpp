// SPDX-License-Identifier: Apache-2.0
#include "models/bus/plain_box.h"

namespace model
{

namespace
{

TouchUnitConfig without_attributes(TouchUnitConfig config)
{
    config.policy.class_source = fw::ClassSource::none;
    config.policy.without_cloud = fw::WithoutCloud::full_price;
    return config;
}

}  // namespace

PlainBox::PlainBox(TouchUnitConfig config, const sim::RngStream& stream,
                   const std::shared_ptr<const StandInCipher>& cipher)
    : unit_(without_attributes(std::move(config)), stream, cipher, *this)
{
}

void PlainBox::hear(const TouchUnit& real, Presentation presentation, fw::Tables tables,
                    const fw::TripState& trip, fw::Nanos start)
{
    for (std::size_t i = 0; i < presentation.count; ++i) {
        cards_[i] = *presentation.cards[i].card;
        presentation.cards[i].card = &cards_[i];
    }
    tables.attributes = {};
    questions_ = 0;
    frames_.clear();
    unit_.take_state_of(real);
    unit_.listen(&frames_);
    tap_ = unit_.tap(presentation, tables, trip, start);
}

void PlainBox::record(const fw::TapKey& key, sim::Recorder& recorder) const
{
    const fw::TapEvent& event = tap_.event;
    sim::PlainTapRow row;
    row.device = key.device;
    row.sequence = key.sequence;
    row.kind = static_cast<std::int64_t>(event.kind);
    row.verdict = static_cast<std::int64_t>(event.verdict);
    row.fare = event.fare.count;
    row.balance_after = event.balance_after.count;
    row.t1 = tap_.times.at[1].count;
    row.t6 = tap_.times.at[6].count;
    row.questions = questions_;
    recorder.service(sim::BoxRow(row));
    for (const sim::FrameRow& frame : frames_.rows())
        recorder.service(sim::BoxRow(sim::PlainFrameRow{
            key.device, key.sequence, frame.number, frame.from_card, frame.damaged, frame.bytes}));
}

}  // namespace model
