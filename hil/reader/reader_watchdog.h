// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "hil/reader/back_off.h"

// Decides when the process that holds a reader is given up, and when another may be started.
// Without a clock of its own: times are those of the clock it is given.
namespace hil
{

class ReaderWatchdog
{
public:
    using Clock = std::function<fw::Nanos()>;
    // What a call may last beyond the card's own timeout: an attempt, two questions whether the
    // reader is alive, and one more attempt, so that a failure is named within a second.
    static constexpr fw::Nanos grace{900'000'000};

    explicit ReaderWatchdog(Clock now) : now_(std::move(now)) {}

    // A call has been handed over; the card may take `timeout` for it.
    void asked(fw::Nanos timeout) { deadline_ = now_() + timeout + grace; }
    // Until the call is given up; 0 when that time has come.
    fw::Nanos left() const { return std::max(deadline_ - now_(), fw::Nanos{0}); }

    // The process has ended, or had to be ended.
    void gone() { start_ = now_() + back_off_.next(); }
    // Until the next one may be started; 0 when it may.
    fw::Nanos until_start() const { return std::max(start_ - now_(), fw::Nanos{0}); }
    // The reader answers again.
    void healthy() { back_off_.reset(); }

private:
    Clock now_;
    fw::Nanos deadline_{};
    fw::Nanos start_{};
    BackOff back_off_;
};

}  // namespace hil
