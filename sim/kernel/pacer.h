// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "sim/kernel/wall_clock.h"

namespace sim
{

// The host's clock, for reports about the bench's own speed. It never touches simulated time.
class Stopwatch
{
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class SteadyClock final : public WallClock
{
public:
    fw::Nanos now() override;
    void rest(fw::Nanos until) override;
    void wake() override;

private:
    std::mutex mutex_;
    std::condition_variable woken_up_;
    bool woken_ = false;
};

// When simulated time is tied to the wall's: while a real reader serves a tap, or always.
enum class Pace : std::uint8_t { taps, wall };

// How well the kernel kept to the wall's time: an event that was due is late by so much.
struct Drift {
    fw::Nanos most{};
    std::int64_t events = 0;  // looked at while tied
    std::int64_t late = 0;    // by more than the budget
};

// Runs the kernel no faster than the wall while something real is attached, and as fast as it can
// otherwise, so that a city is simulated beside a real reader.
class Pacer
{
public:
    Pacer(WallClock& wall, Pace pace, fw::Nanos drift_budget)
        : wall_(wall), pace_(pace), budget_(drift_budget)
    {
    }

    // From a process of the kernel: simulated time keeps to the wall's from now on, until as many
    // untie() as tie().
    void tie();
    void untie() { --ties_; }
    // The kernel's thread was held up on purpose, by a person: that was no drift.
    void forgive() { anchor(); }
    // The next moment at which nothing else happens: what comes from outside must not meet a
    // simulated event or another reader, or a replay could have them in another order.
    fw::Nanos own_moment();
    // From any thread: something happened outside that the kernel must look at.
    void wake() { wall_.wake(); }

    // Like run_to_end(); a tie keeps the run alive even when no event is pending.
    bool run(fw::Nanos slice, const std::function<bool(fw::Nanos now)>& go_on);

    const Drift& drift() const { return drift_; }
    fw::Nanos drift_budget() const { return budget_; }

private:
    bool tied() const { return ties_ > 0 || pace_ == Pace::wall; }
    void anchor();
    void step();
    void note_lateness(fw::Nanos due);

    WallClock& wall_;
    Pace pace_;
    fw::Nanos budget_;
    int ties_ = 0;
    fw::Nanos anchor_wall_{};  // the same moment on both clocks
    fw::Nanos anchor_time_{};
    fw::Nanos own_moment_{};  // given out last
    Drift drift_;
};

}  // namespace sim
