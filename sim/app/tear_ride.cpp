// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_ride.h"

#include "models/card/card_image.h"

namespace app
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};
constexpr fw::Nanos hold = second * 2;
constexpr std::int32_t fraction_ppm = 180'000;  // of the card's longest answer times, assumed
constexpr fw::Yen purse{5000};
constexpr std::uint32_t first_device = 1;
constexpr int most_touches = 6;

}  // namespace

bool served(const fw::TapEvent& event)
{
    return event.verdict == fw::TapVerdict::accepted ||
           event.verdict == fw::TapVerdict::recovered || event.verdict == fw::TapVerdict::repeated;
}

TearRide::TearRide(const TearLine& line, TearLine::Pattern pattern, bool eager, Restart restart)
    : line_(line),
      eager_(eager),
      restart_(restart ? std::move(restart) : [](auto& box, auto&) { box->reset(); }),
      linkage_(cards_.size()),
      ledger_(books_, 64),
      intake_(line.table(), linkage_, ledger_, books_, fw::Nanos{})
{
    model::CloudLine& cloud = *this;
    for (std::uint32_t i = 0; i < cards_.size(); ++i) {
        cards_[i] = model::issue_card(
            {.number = i + 1, .balance = purse, .system = line.box(0).policy.card_system});
        linkage_.enrol(cards_[i].idm, i);
        boxes_[i] = std::make_unique<model::TouchUnit>(line.box(first_device + i), line.stream(),
                                                       line.cipher(), cloud);
    }
    trip_.trip = 1;
    trip_.pattern = pattern;
    trip_.entry_device = first_device;
    trip_.date = line.date();
}

fw::Tap TearRide::touch(Card card, const Touch& touch)
{
    clock_ += second;
    started_ = clock_;
    model::TouchUnit& box = *boxes_[touch.door];
    trip_.stop = touch.stop;
    trip_.role = touch.door == rear ? fw::ReaderRole::entry : fw::ReaderRole::exit;
    fw::Tables tables;
    tables.fares = &line_.table();
    model::Presentation presentation;
    presentation.cards[0] = {clock_,        clock_ + touch.leaves.value_or(hold),
                             &cards_[card], &line_.profile(),
                             fraction_ppm,  {}};
    presentation.keys = touch.keys;
    if (touch.goes_dark) presentation.power_lost = clock_ + *touch.goes_dark;
    presentation.draw_key = ++touches_;
    box.listen(touch.ears);
    const fw::Tap tap = box.tap(presentation, tables, trip_, clock_);
    box.listen(nullptr);
    clock_ = std::max(clock_, box.local_time());
    if (tap.event.verdict != fw::TapVerdict::device_off && tap.event.key.sequence != 0)
        books_.promise(tap.event.key);
    if (eager_) deliver();
    return tap;
}

fw::Tap TearRide::touch_until_served(Card card, const Touch& again)
{
    fw::Tap tap = touch(card, again);
    for (int touches = 1; touches < most_touches && !served(tap.event); ++touches)
        tap = touch(card, again);
    return tap;
}

void TearRide::restart(Door door)
{
    restart_(boxes_[door], *this);
    if (const auto newest = boxes_[door]->newest_in_journal()) books_.promise(newest->key);
}

void TearRide::next_trip()
{
    ++trip_.trip;
    clock_ += second * 600;
}

void TearRide::deliver()
{
    constexpr int most_rounds = 20;
    for (const auto& box : boxes_)
        for (int round = 0; round < most_rounds && !box->everything_acknowledged(); ++round)
            box->upload(clock_, true);
}

std::int64_t TearRide::moved(Card card) const
{
    return cards_[card].purse().value.count - purse.count;
}

void TearRide::send(sim::UplinkBatch&& batch)
{
    const fw::Bytes bytes(batch.events);
    for (std::size_t at = 0; at < bytes.size(); at += fw::tap_event_size)
        if (const auto event = fw::decode_tap_event(bytes.subspan(at, fw::tap_event_size)))
            intake_.take(*event, clock_);
    boxes_[batch.device - first_device]->acknowledge(clock_, {true, batch.end_record, 0});
}

// Everyone pays the adult fare here, and no box asks.
fw::AttributeAnswer TearRide::ask(const fw::AttributeQuery&, fw::Nanos deadline, fw::Nanos& now)
{
    now += deadline;
    return {};
}

}  // namespace app
