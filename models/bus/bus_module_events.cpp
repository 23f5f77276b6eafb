// SPDX-License-Identifier: Apache-2.0
// What befalls the fare boxes of a bus besides taps: power, the driver's reset, new lists, fares,
// keys and builds. Each door catches up with the fault plan before its box is used again.
#include <algorithm>

#include "models/bus/bus_module.h"

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

// Riders wait while the box has no power.
fw::Nanos BusModule::sit_out_power_loss(Door& door, fw::Nanos at)
{
    for (auto loss = faults_.next_power_loss(at); loss && at >= loss->from;
         loss = faults_.next_power_loss(at))
        at = loss->to;
    if (door.interrupted) catch_up(door, at);
    return at;
}

bool BusModule::dark(fw::Nanos at) const
{
    const auto loss = faults_.next_power_loss(at);
    return loss && at >= loss->from;
}

void BusModule::catch_up(Door& door, fw::Nanos at)
{
    const auto& events = faults_.events();
    for (; door.next_event < events.size() && events[door.next_event].at <= at; ++door.next_event) {
        const BoxEvent& event = events[door.next_event];
        befall(door, event);
        if (door.next_event < noted_) continue;
        noted_ = door.next_event + 1;
        if (!event.text.empty())
            city_.recorder.note({event.at.count, event.kind, bus_.name, event.text});
    }
}

void BusModule::befall(Door& door, const BoxEvent& event)
{
    switch (event.what) {
        case BoxEvent::What::note:
            return;
        case BoxEvent::What::reset:
        case BoxEvent::What::boot:
            return boot(door);
        case BoxEvent::What::lists:
            return take_lists(door, edition_of(city_, city_.scenario.changes[event.change]),
                              event.at);
        case BoxEvent::What::fares:
            door.tables.next_fares = city_.next.fares;
            door.tables.next_from = city_.next.fares_from;
            return;
        case BoxEvent::What::keys:
            return door.unit->learn_keys(city_.next.keys);
    }
}

// A tap that was cut off counts only if the journal knows of it.
void BusModule::boot(Door& door)
{
    door.unit->reset();
    if (!door.interrupted) return;
    const auto newest = door.unit->newest_in_journal();
    if (newest && newest->key == door.interrupted->event.key) {
        door.interrupted->event = *newest;
        city_.recorder.tap(*door.interrupted);
    }
    door.interrupted.reset();
}

// An edition that reaches the boxes one by one stays out of those whose moment has not come.
void BusModule::take_lists(Door& door, std::uint32_t edition, fw::Nanos at)
{
    if (edition <= door.tables.attributes.version) return;
    for (const BoxEvent& event : faults_.events()) {
        if (event.what != BoxEvent::What::lists || event.at <= at) continue;
        const std::uint32_t held_back = edition_of(city_, city_.scenario.changes[event.change]);
        if (held_back != 0) edition = std::min(edition, held_back - 1);
    }
    if (edition <= door.tables.attributes.version) return;
    set_lists(door.tables, city_, edition);
    tell_lists(door, at);
}

void BusModule::tell_lists(const Door& door, fw::Nanos at) const
{
    const std::uint32_t edition = door.tables.attributes.version;
    if (edition == 0) return;
    city_.recorder.list_taken(
        {at.count, door.query.device, edition, city_.lists[edition - 1].published.count});
}

std::int64_t BusModule::journal_yen() const
{
    std::int64_t sum = 0;
    for (const Door& door : doors_) sum += door.unit->journal_yen();
    return sum;
}

}  // namespace model
