// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/box_clocks.h"

#include <algorithm>

namespace model
{

namespace
{

// A touch begins so long before its tap is closed at most, assumed; a time on the wire that says
// otherwise was cut off by its format or told by another clock.
constexpr fw::Nanos longest_touch{600'000'000'000};

// Times on the wire come round (firmware/core/tap_event): 48 bits of nanoseconds after 78 hours, 24
// bits of 10 ms after 46. Runs over several days meet that.
constexpr std::int64_t closed_round = std::int64_t{1} << 48;
constexpr std::int64_t touched_round = (std::int64_t{1} << 24) * 10'000'000;

// What the box meant: the one nearest to its own clock.
fw::Nanos meant(fw::Nanos told, fw::Nanos clock)
{
    const std::int64_t age = clock.count - told.count;
    const std::int64_t half = age < 0 ? -closed_round / 2 : closed_round / 2;
    return {told.count + (age + half) / closed_round * closed_round};
}

}  // namespace

void BoxClocks::correct(fw::TapEvent& event, const sim::UplinkBatch& batch)
{
    if (!batch.clock) return;
    const fw::Nanos told = event.closed_at = meant(event.closed_at, *batch.clock);
    if (batch.device >= newest_.size()) newest_.resize(batch.device + 1);
    Newest& newest = newest_[batch.device];
    const bool is_new = event.key.sequence > newest.sequence;  // else it came again, or late
    const fw::Nanos earliest = is_new ? newest.at - tolerance_ : fw::Nanos{};
    const auto possible = [&](fw::Nanos at) { return at >= earliest && at <= batch.sent; };

    const fw::Nanos behind = batch.sent - *batch.clock;
    if (possible(told + behind) || !possible(told)) event.closed_at += behind;
    if (event.closed_at > batch.sent) event.closed_at = batch.sent;
    if (event.closed_at < earliest) event.closed_at = newest.at;
    if (is_new) newest = {event.key.sequence, event.closed_at};
    const std::int64_t before = (told - event.touched_at).count % touched_round;
    const fw::Nanos took{before < 0 ? before + touched_round : before};
    const bool plausible = took <= longest_touch;
    event.touched_at = plausible ? event.closed_at - took : event.closed_at;
}

}  // namespace model
