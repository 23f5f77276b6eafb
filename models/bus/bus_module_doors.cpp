// SPDX-License-Identifier: Apache-2.0
// The doors of a bus: how one rider after the other gets through, touch by touch.
#include "models/bus/bus_module.h"
#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

// Own numbering of the draws of one rider at one door.
enum Draw : std::uint64_t { draw_pace, draw_hold, draw_retouch, draw_two_cards, draw_walk_away };

Hands rider_hands(const People& people, const Rider& rider)
{
    return rider.card == Rider::cash ? Hands{} : people.holders[rider.card].hands;
}

const sim::Quantiles& pace_of(const DoorTimes& times, bool boarding, bool cash)
{
    if (boarding) return cash ? times.cash_board : times.ic_board;
    return cash ? times.cash_alight : times.ic_alight;
}

fw::DriverKeys right_keys(const Rider& rider)
{
    fw::DriverKeys keys;
    keys.riders = rider.riders;
    keys.child = rider.child_key;
    return keys;
}

fw::Half half_of(std::uint8_t card_type, bool child_key)
{
    if (child_key || card_type == 1) return fw::Half::child;
    return card_type == 2 ? fw::Half::disabled : fw::Half::no;
}

}  // namespace

void BusModule::serve(Door& door)
{
    for (;;) {
        while (!door.busy) wait(door.start);
        fw::Nanos time = door.opens;
        for (std::size_t i = 0; i < door.queue.size(); ++i) {
            if (i + 1 < door.queue.size()) fetch_card_of(door.queue[i + 1]);
            time = pass(door, door.queue[i], time);
        }
        wait(sim::until(time));
        door.queue.clear();
        door.busy = false;
        through_.notify();
    }
}

// The next card is on its way to the cache while this one is served.
void BusModule::fetch_card_of(const Passage& passage) const
{
    const std::uint32_t card = city_.people.riders[passage.rider].card;
    if (card == Rider::cash) return;
    const auto* bytes = reinterpret_cast<const char*>(&city_.cards[card]);
    for (std::size_t line = 0; line < sizeof(TransitCard); line += 64)
        __builtin_prefetch(bytes + line, 1);
}

// One rider gets through the door, starting at `from`; returns when the next one may.
fw::Nanos BusModule::pass(Door& door, const Passage& passage, fw::Nanos from)
{
    const Rider& rider = city_.people.riders[passage.rider];
    const bool boarding = passage.action == Action::board;
    const bool cash = rider.card == Rider::cash;
    if (boarding) from = std::max(from, fw::Nanos{std::int64_t{rider.at_stop} * 1'000'000'000});
    const fw::Nanos drawn = pace_of(times_, boarding, cash)
                                .at(stream_.bits(passage.rider, draw_pace + (boarding ? 16 : 0)));
    const fw::Nanos takes = rider_hands(city_.people, rider).take(drawn);

    fw::Nanos done = from + takes;
    if (!cash)
        done = std::max(done, show_or_touch(door, passage, from + fw::Nanos{takes.count / 2}));

    const std::uint16_t heads = rider.riders;
    if (boarding) {
        leaving_[rider.alight].push_back(passage.rider);
        visit_.waited.push_back({rider.at_stop, rider.riders});
        visit_.boarded = static_cast<std::uint16_t>(visit_.boarded + heads);
        if (cash) visit_.boarded_cash = static_cast<std::uint16_t>(visit_.boarded_cash + heads);
        load_ = static_cast<std::uint16_t>(load_ + heads);
    } else {
        visit_.alighted = static_cast<std::uint16_t>(visit_.alighted + heads);
        if (cash) visit_.alighted_cash = static_cast<std::uint16_t>(visit_.alighted_cash + heads);
        load_ = static_cast<std::uint16_t>(load_ - heads);
    }
    return done;
}

// Touches again after the buzzer, tops up when short; in the end the driver waves the rider on.
fw::Nanos BusModule::touch_until_served(Door& door, const Passage& passage, fw::Nanos at)
{
    const Rider& rider = city_.people.riders[passage.rider];
    const sim::DoorParameters& habits = city_.scenario.city.devices.door;
    const Hands hands = rider_hands(city_.people, rider);
    Touch next{rider, passage.action, 1, at + hands.nears, right_keys(rider)};
    Payment payment = first_keys(next);
    std::vector<fw::TapKey> by_wrong_key;
    for (int touches = 0; touches < habits.touches; ++touches, ++next.attempt) {
        next.at = door.sit_out_power_loss(next.at);
        const fw::Tap tap = touch(door, next);
        next.at = door.unit->local_time();
        const Payment before = payment;
        if (before == Payment::wrong) by_wrong_key.push_back(tap.event.key);
        if (!touches_again(next, payment, tap.event)) break;
        if (payment != before) touches = -1;
        if (asks_again(tap.event) &&
            stream_.chance(habits.walk_away_ppm, draw_key(next), draw_walk_away))
            break;
        if (tap.event.verdict == fw::TapVerdict::unconfirmed &&
            faults_.reset_after_unconfirmed(next.at, draw_key(next)))
            door.unit->reset();
        next.at +=
            hands.take(times_.retouch.at(stream_.bits(draw_key(next), draw_retouch))) + hands.nears;
    }
    if (payment != Payment::right) own_up(by_wrong_key, next.at);
    return next.at;
}

// The rider has gone and the wrong fare was not given back: the driver's error, not the box's.
void BusModule::own_up(const std::vector<fw::TapKey>& taps, fw::Nanos at)
{
    for (const fw::TapKey& tap : taps)
        city_.recorder.note({at.count, "driver_error",
                             std::to_string(tap.device) + "-" + std::to_string(tap.sequence),
                             "charged by a wrong key and not given back"});
}

BusModule::Payment BusModule::first_keys(Touch& touch) const
{
    const bool pays =
        touch.action == Action::alight || city_.fares.patterns[trip_.pattern].collect_on_boarding;
    const auto wrong =
        pays ? faults_.wrong_keys(touch.at, draw_key(touch), touch.keys) : std::nullopt;
    if (!wrong) return Payment::right;
    touch.keys = *wrong;
    return Payment::wrong;
}

// Sets the keys of the next touch; false: the rider is through, or walks off.
bool BusModule::touches_again(Touch& next, Payment& payment, const fw::TapEvent& event) const
{
    if (was_served(event)) return goes_on(next, payment);
    const bool full = event.verdict == fw::TapVerdict::refused_journal;
    if (event.verdict != fw::TapVerdict::refused_balance)
        return asks_again(event) || (full && payment == Payment::cancel);
    const sim::Tariff& tariff = city_.scenario.city.tariff;
    if (payment == Payment::wrong) {
        payment = Payment::right;
        next.keys = right_keys(next.rider);
    } else if (next.rider.tops_up) {
        next.keys.top_up = tariff.top_up_step;
    } else if (tariff.short_balance == sim::ShortBalance::cash_fare && !next.keys.cash) {
        next.keys.cash = true;
    } else {
        return false;
    }
    return true;
}

// After a touch that was served: a top-up and a wrong key are not yet the end.
bool BusModule::goes_on(Touch& next, Payment& payment)
{
    if (next.keys.top_up.count != 0) {
        next.keys.top_up = {};
        return true;
    }
    if (payment == Payment::right) return false;
    payment = payment == Payment::wrong ? Payment::cancel : Payment::right;
    next.keys = right_keys(next.rider);
    if (payment == Payment::cancel) next.keys = {.cancel = true};
    return true;
}

fw::Tap BusModule::touch(Door& door, const Touch& touch)
{
    wait(sim::until(touch.at));
    door.look_after_uplink(touch.at, false);
    door.unit->limit_journal(faults_.journal_records(touch.at));
    door.frames.clear();
    Presentation presentation = door.presentation_of(held_up(touch));
    trip_.role = role_of(door);
    fw::TripState trip = trip_;
    if (door.plain) door.plain->hear(*door.unit, presentation, door.tables, trip, touch.at);
    const fw::Tap tap = door.unit->tap(presentation, door.tables, trip, touch.at);
    door.record(row_of(touch, tap));
    record_plain(door, touch, tap.event);
    return tap;
}

// Of cards that neither are nor will be linked and hold no pass: for them nothing may change.
void BusModule::record_plain(const Door& door, const Touch& touch, const fw::TapEvent& event) const
{
    const CardHolder& holder = city_.people.holders[touch.rider.card];
    const bool cut_off = event.key.sequence == 0 || event.verdict == fw::TapVerdict::device_off ||
                         event.verdict == fw::TapVerdict::reader_fault;
    if (!door.plain || cut_off || holder.linked || holder.pass != 0) return;
    door.plain->record(event.key, city_.recorder);
}

std::uint64_t BusModule::draw_key(const Touch& touch) const
{
    const auto rider = static_cast<std::uint64_t>(&touch.rider - city_.people.riders.data());
    return rider << 8 | (touch.action == Action::board ? 0x80U : 0U) | touch.attempt;
}

HeldUp BusModule::held_up(const Touch& touch)
{
    const std::uint64_t key = draw_key(touch);
    HeldUp held;
    held.card = touch.rider.card;
    held.comes = fw::Nanos{std::int64_t{touch.rider.at_stop} * 1'000'000'000};
    held.at = touch.at;
    held.hold =
        rider_hands(city_.people, touch.rider).take(times_.hold.at(stream_.bits(key, draw_hold)));
    held.keys = touch.keys;
    held.key = key;
    held.first = touch.attempt == 1;
    held.in_a_wallet =
        stream_.chance(city_.scenario.city.devices.door.two_cards_ppm, key, draw_two_cards);
    held.other = &spare_;
    return held;
}

sim::TapRow BusModule::row_of(const Touch& touch, const fw::Tap& tap) const
{
    const CardHolder& holder = city_.people.holders[touch.rider.card];
    sim::TapRow row;
    row.event = tap.event;
    row.t[0] = (touch.at - rider_hands(city_.people, touch.rider).nears).count;
    for (std::size_t i = 1; i < row.t.size(); ++i) row.t[i] = tap.times.at[i].count;
    row.card = touch.rider.card;
    row.rider = static_cast<std::uint32_t>(&touch.rider - city_.people.riders.data());
    row.bus = number_;
    row.pattern = trip_.pattern;
    row.true_board = touch.rider.board;
    row.true_alight = touch.rider.alight;
    row.true_class = city_.linkage.class_of(touch.rider.card, touch.at);
    row.true_half = half_of(holder.card_type, touch.rider.child_key);
    row.true_riders = touch.rider.riders;
    row.attempt = touch.attempt;
    return row;
}

}  // namespace model
