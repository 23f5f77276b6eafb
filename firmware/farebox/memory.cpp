// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/memory.h"

#include <algorithm>

namespace fw
{

namespace
{

void forget(Unfinished& unfinished, const Idm& card)
{
    const auto begin = unfinished.event.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(unfinished.count);
    const auto kept = std::remove_if(begin, end, [&](const TapEvent& e) { return e.card == card; });
    unfinished.count = static_cast<std::size_t>(kept - begin);
}

void keep(Unfinished& unfinished, const TapEvent& event)
{
    if (unfinished.count == Unfinished::capacity) {
        std::rotate(unfinished.event.begin(), unfinished.event.begin() + 1, unfinished.event.end());
        --unfinished.count;
    }
    unfinished.event[unfinished.count++] = event;
}

void keep(RecentRides& rides, const TapEvent& event)
{
    rides.event[rides.next] = event;
    rides.next = (rides.next + 1) % RecentRides::capacity;
}

}  // namespace

void remember(BoxMemory& memory, const TapEvent& event)
{
    const bool served =
        event.verdict == TapVerdict::accepted || event.verdict == TapVerdict::recovered;
    if (!served && event.verdict != TapVerdict::unconfirmed) return;
    forget(memory.unfinished, event.card);
    if (event.verdict == TapVerdict::unconfirmed) {
        keep(memory.unfinished, event);
        return;
    }
    if (event.kind == TapKind::alight || event.kind == TapKind::flat || event.kind == TapKind::sale)
        keep(memory.rides, event);
    if (event.kind == TapKind::cancel)
        memory.last = {};  // the right fare may follow at once
    else if (event.kind != TapKind::top_up)
        memory.last = {true,       event.card,         event.trip, event.closed_at,
                       event.fare, event.balance_after};
}

const TapEvent* unfinished_of(const BoxMemory& memory, const FareBoxPolicy& policy, const Idm& card,
                              std::uint32_t trip, Nanos now)
{
    for (std::size_t i = 0; i < memory.unfinished.count; ++i) {
        const TapEvent& event = memory.unfinished.event[i];
        if (event.card != card) continue;
        if (event.trip == trip || now - event.closed_at <= policy.unfinished_memory) return &event;
    }
    return nullptr;
}

const TapEvent* cancellable_of(const BoxMemory& memory, const FareBoxPolicy& policy,
                               const Idm& card, ExecutionId carried, Nanos now)
{
    constexpr std::size_t capacity = RecentRides::capacity;
    for (std::size_t age = 1; age <= capacity; ++age) {
        const TapEvent& ride = memory.rides.event[(memory.rides.next + capacity - age) % capacity];
        if (ride.card != card || ride.key.sequence == 0) continue;
        const bool free = ride.execution.value == 0;
        const bool carried_now = carried == (free ? ride.last_execution : ride.execution);
        return carried_now && now - ride.closed_at <= policy.cancel_within ? &ride : nullptr;
    }
    return nullptr;
}

}  // namespace fw
