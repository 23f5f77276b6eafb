// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/units.h"
#include "hil/reader/reader.h"

// Whose fault it is when libnfc returns less than success: a card that left, a line that was
// disturbed, or a reader that is gone. libnfc's codes mix them, so after a failure the reader is
// asked something that never goes on air, twice at most, and both are judged together. Codes and
// times as libnfc 1.8 with a PN532 shows them.
namespace hil
{

struct DriverAnswer {
    int code = 0;  // as libnfc returned it; below 0 is a failure
    fw::Nanos took{};
};

constexpr int driver_io_error = -1;  // at once: no port; after 50 ms: a damaged frame
constexpr int driver_timeout = -6;   // the chip itself was silent
constexpr int driver_no_reader = -4;

// A question that failed, and the one after it.
ReaderStatus status_of_silence(DriverAnswer first, DriverAnswer second);

// One kind of call, and what is known about it before it fails.
struct CallKind {
    ReaderStatus otherwise = ReaderStatus::timeout;  // the card's part
    bool repeat_damaged = false;  // the answer was damaged: asking again does no harm
    bool repeat_silent = false;   // no answer came: there is time to ask again
    bool chip_ends_it = true;     // the chip itself reports a silent card, in time
};
bool is_repeated(int code, const CallKind& kind);
// What a failed call means, the reader being alive.
ReaderStatus status_of_failure(int code, const CallKind& kind);

// May be sent again without harm when its answer was damaged: FeliCa commands that only read, and
// SELECT and READ BINARY. A write, an authentication or a PIN counts the second time, too.
bool may_repeat(fw::RfSet tech, fw::Bytes command);

// What makes a PN532 wait for a card at least this long, in the milliseconds libnfc wants. The chip
// knows 1.6 ms and its doubles up to 3.3 s; libnfc rounds down.
int chip_timeout_ms(fw::Nanos timeout);

}  // namespace hil
