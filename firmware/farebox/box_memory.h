// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/core/tap_event.h"

// What one touch unit of a fare box keeps in its RAM. All of it is lost on power loss and driver
// reset; boot() makes it again from the journal.
namespace fw
{

// Debits, top-ups, cancels and free rides whose answer never came, newest last. One is kept until
// its card shows what became of it, for the whole trip and at least for the memory time; rebuilt
// from the journal after a reset.
struct Unfinished {
    static constexpr std::size_t capacity = 4;

    std::array<TapEvent, capacity> event{};
    std::size_t count = 0;
};

// The rides or sales paid at this reader last, for the cancel key. After a reset only those are
// known that the journal still holds: what the cloud has acknowledged can no longer be cancelled.
struct RecentRides {
    static constexpr std::size_t capacity = 8;  // riders who may follow before one cancels, assumed

    std::array<TapEvent, capacity> event{};
    std::size_t next = 0;  // where the next one goes
};

// The last card that was served, for the same-card guard.
struct LastServed {
    bool any = false;
    Idm card;
    std::uint32_t trip = 0;
    Nanos at{};
    Yen fare{};
    Yen balance{};
};

// What has been handed to the uplink and not yet been acknowledged.
struct UploadState {
    std::uint32_t next_record = 0;  // first journal record not yet sent
    bool waiting = false;           // for the acknowledgement of [sent_from, next_record)
    std::uint8_t doublings = 0;     // of the time the answer may take
    std::uint32_t sent_from = 0;
    Nanos sent_at{};
    Nanos pending_since{-1};  // when the oldest unsent record was written
};

struct BoxMemory {
    std::uint32_t next_sequence = 1;
    Unfinished unfinished;
    RecentRides rides;
    LastServed last;
    UploadState upload;
};

}  // namespace fw
