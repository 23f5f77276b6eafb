// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/pacer.h"

#include <algorithm>

#include "sim/kernel/kernel_time.h"

namespace sim
{

namespace
{

// With nothing due the kernel still looks up so often, to show progress and to stop when asked.
constexpr fw::Nanos longest_rest{50'000'000};

fw::Nanos next_event()
{
    const auto wait = sc_core::sc_time_to_pending_activity();
    return kernel_now() + fw::Nanos{static_cast<std::int64_t>(wait.value())};
}

}  // namespace

fw::Nanos SteadyClock::now()
{
    return {std::chrono::duration_cast<std::chrono::nanoseconds>(
                std::chrono::steady_clock::now().time_since_epoch())
                .count()};
}

void SteadyClock::rest(fw::Nanos until)
{
    const std::chrono::steady_clock::time_point end{std::chrono::nanoseconds{until.count}};
    std::unique_lock lock(mutex_);
    woken_up_.wait_until(lock, end, [this] { return woken_; });
    woken_ = false;
}

void SteadyClock::wake()
{
    const std::lock_guard lock(mutex_);
    woken_ = true;
    woken_up_.notify_one();
}

void Pacer::tie()
{
    if (ties_++ > 0 || pace_ == Pace::wall) return;
    anchor();
    sc_core::sc_pause();  // the run goes on in steps
}

void Pacer::anchor()
{
    anchor_wall_ = wall_.now();
    anchor_time_ = kernel_now();
}

fw::Nanos Pacer::own_moment()
{
    return own_moment_ = std::max(own_moment_, kernel_now()) + fw::Nanos{1};
}

bool Pacer::run(fw::Nanos slice, const std::function<bool(fw::Nanos)>& go_on)
{
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
    if (pace_ == Pace::wall && sc_core::sc_pending_activity()) {
        sc_core::sc_start(sc_core::sc_time_to_pending_activity());  // the hours before the first
        anchor();
    }
    fw::Nanos asked = wall_.now();
    while (sc_core::sc_pending_activity() || ties_ > 0) {
        const bool stepped = tied();
        if (stepped)
            step();
        else
            sc_core::sc_start(sc_core::sc_time_to_pending_activity() + kernel_time(slice));
        if (stepped && wall_.now() < asked + longest_rest) continue;
        asked = wall_.now();
        if (!go_on(kernel_now())) return false;
    }
    return true;
}

// Brings the kernel to the wall's time, then rests until it has something to do again.
void Pacer::step()
{
    const fw::Nanos due = anchor_time_ + (wall_.now() - anchor_wall_);
    note_lateness(due);
    const fw::Nanos now = kernel_now();
    sc_core::sc_start(due > now ? kernel_time(due - now) : sc_core::SC_ZERO_TIME);
    const bool pending = sc_core::sc_pending_activity();
    if (!tied() || (!pending && ties_ == 0)) return;
    fw::Nanos until = wall_.now() + longest_rest;
    if (pending) until = std::min(until, anchor_wall_ + (next_event() - anchor_time_));
    wall_.rest(until);
}

void Pacer::note_lateness(fw::Nanos due)
{
    if (!sc_core::sc_pending_activity()) return;
    const fw::Nanos event = next_event();
    if (event > due) return;
    const fw::Nanos late = due - event;
    drift_.most = std::max(drift_.most, late);
    ++drift_.events;
    if (late > budget_) ++drift_.late;
}

}  // namespace sim
