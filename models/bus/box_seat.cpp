// SPDX-License-Identifier: Apache-2.0
#include "models/bus/box_seat.h"

#include <algorithm>

namespace model
{

namespace
{

// The extra edition that a change of lists brought, none when it brought none.
std::uint32_t edition_of(const CityContext& city, const sim::Change& change)
{
    for (std::size_t i = 0; i < city.lists.size(); ++i)
        if (city.lists[i].published == change.at) return static_cast<std::uint32_t>(i + 1);
    return 0;
}

}  // namespace

void BoxSeat::take_place(const CityContext& city, const FaultPlan& faults, const std::string& place,
                         std::size_t& noted, bool passes)
{
    passes_ = passes;
    city_ = &city;
    faults_ = &faults;
    place_ = place;
    noted_ = &noted;
    tables = tables_of(city, city.lists.empty() ? 0 : 1, passes);
    tell_lists({});
    if (city.scenario.record.frames != sim::FramePolicy::none) unit->listen(&frames);
}

fw::Nanos BoxSeat::sit_out_power_loss(fw::Nanos at)
{
    for (auto loss = faults_->next_power_loss(at); loss && at >= loss->from;
         loss = faults_->next_power_loss(at))
        at = loss->to;
    if (interrupted_) catch_up(at);
    return at;
}

bool BoxSeat::dark(fw::Nanos at) const
{
    const auto loss = faults_->next_power_loss(at);
    return loss && at >= loss->from;
}

void BoxSeat::catch_up(fw::Nanos at)
{
    const auto& events = faults_->events();
    for (; next_event_ < events.size() && events[next_event_].at <= at; ++next_event_) {
        const BoxEvent& event = events[next_event_];
        befall(event);
        if (next_event_ < *noted_) continue;
        *noted_ = next_event_ + 1;
        if (!event.text.empty())
            city_->recorder.note({event.at.count, event.kind, place_, event.text});
    }
}

void BoxSeat::befall(const BoxEvent& event)
{
    switch (event.what) {
        case BoxEvent::What::note:
            return;
        case BoxEvent::What::reset:
        case BoxEvent::What::boot:
            return boot();
        case BoxEvent::What::lists:
            return take_lists(edition_of(*city_, city_->scenario.changes[event.change]), event.at);
        case BoxEvent::What::fares:
            tables.next_fares = city_->next.fares;
            tables.next_from = city_->next.fares_from;
            return;
        case BoxEvent::What::keys:
            return unit->learn_keys(city_->next.keys);
    }
}

// A tap that was cut off counts only if the journal knows of it.
void BoxSeat::boot()
{
    unit->reset();
    if (!interrupted_) return;
    const auto newest = unit->newest_in_journal();
    if (newest && newest->key == interrupted_->event.key) {
        interrupted_->event = *newest;
        city_->recorder.tap(*interrupted_);
    }
    interrupted_.reset();
}

// An edition that reaches the boxes one by one stays out of those whose moment has not come.
void BoxSeat::take_lists(std::uint32_t edition, fw::Nanos at)
{
    if (edition <= tables.attributes.version) return;
    for (const BoxEvent& event : faults_->events()) {
        if (event.what != BoxEvent::What::lists || event.at <= at) continue;
        const std::uint32_t held_back = edition_of(*city_, city_->scenario.changes[event.change]);
        if (held_back != 0) edition = std::min(edition, held_back - 1);
    }
    if (edition <= tables.attributes.version) return;
    set_lists(tables, *city_, edition, passes_);
    tell_lists(at);
}

void BoxSeat::tell_lists(fw::Nanos at) const
{
    const std::uint32_t edition = tables.attributes.version;
    if (edition == 0) return;
    city_->recorder.service(sim::ListTakenRow{at.count, unit->device(), edition,
                                              city_->lists[edition - 1].published.count});
}

void BoxSeat::look_after_uplink(fw::Nanos at, bool flush)
{
    catch_up(at);
    if (!dark(at)) take_lists(unit->upload(at, flush), at);
}

Presentation BoxSeat::presentation_of(const HeldUp& held) const
{
    Presentation presentation;
    presentation.keys = held.keys;
    presentation.draw_key = held.key;
    presentation.tear = faults_->tear(held.at, held.key);
    presentation.frame_error_ppm = faults_->frame_errors(held.at);
    fw::Nanos leaves = held.at + held.hold;
    if (const auto torn = faults_->leaves_after(held.at, held.key))
        leaves = std::min(leaves, held.at + *torn);
    if (const auto loss = faults_->next_power_loss(held.at)) {
        presentation.power_lost = loss->from;
        leaves = std::min(leaves, loss->from);
    }
    presentation.cards[0] = {held.at,
                             leaves,
                             &city_->cards[held.card],
                             &profile_of(*city_, held.card, held.comes),
                             make_of(city_->scenario, held.card).fraction_ppm,
                             {}};
    if (held.first && (held.in_a_wallet || faults_->second_card(held.at, held.key))) {
        presentation.count = 2;
        presentation.cards[1] = presentation.cards[0];
        presentation.cards[1].card = held.other;
    }
    return presentation;
}

void BoxSeat::record(const sim::TapRow& row)
{
    const fw::TapEvent& event = row.event;
    if (event.key.sequence == 0) return;  // nobody was seen
    const bool by_reader = event.verdict == fw::TapVerdict::reader_fault;
    if (by_reader || event.verdict == fw::TapVerdict::device_off) {
        interrupted_ = row;
        if (by_reader) boot();  // the driver switches the box off and on
        return;
    }
    city_->recorder.tap(row);
    if (keeps_frames(event)) frames.record(event.key, city_->recorder);
}

bool BoxSeat::keeps_frames(const fw::TapEvent& event) const
{
    const sim::RecordPolicy& policy = city_->scenario.record;
    switch (policy.frames) {
        case sim::FramePolicy::none:
            return false;
        case sim::FramePolicy::all:
            return true;
        case sim::FramePolicy::failed:
            return !was_served(event);
        case sim::FramePolicy::share:
            break;
    }
    const std::uint64_t tap_key =
        static_cast<std::uint64_t>(event.key.device) << 32 | event.key.sequence;
    return sim::RngStream(city_->scenario.seed, "frames").chance(policy.share_ppm, tap_key);
}

}  // namespace model
