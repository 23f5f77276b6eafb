// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

// Rows of fare boxes of several vendors. Times as in rows.h; money is whole yen.
namespace sim
{

// Whose fare boxes a bus carries, and what they speak; only where the city has vendors.
struct BoxMakeRow {
    static constexpr const char* table = "box_make";
    std::int64_t bus = 0;
    std::string vendor;
    std::string protocol;  // event_records | trip_files
    auto fields() const { return std::tie(bus, vendor, protocol); }
};

// A terminal has closed its day: its own sums, and what the cloud had of it.
struct DayCloseRow {
    static constexpr const char* table = "day_close";
    std::int64_t t = 0;
    std::int64_t device = 0;
    std::int64_t taps = 0;
    std::int64_t yen = 0;  // taken off cards less what was given
    std::int64_t cloud_taps = 0;
    std::int64_t cloud_yen = 0;
    auto fields() const { return std::tie(t, device, taps, yen, cloud_taps, cloud_yen); }
};

// A touch of a card without a link, as a fare box without attributes would have served it.
struct PlainTapRow {
    static constexpr const char* table = "plain_tap";
    std::int64_t device = 0;
    std::int64_t sequence = 0;  // of the real tap
    std::int64_t kind = 0;
    std::int64_t verdict = 0;
    std::int64_t fare = 0;
    std::int64_t balance_after = 0;
    std::int64_t t1 = -1;
    std::int64_t t6 = -1;
    std::int64_t questions = 0;  // asked of the cloud
    auto fields() const
    {
        return std::tie(device, sequence, kind, verdict, fare, balance_after, t1, t6, questions);
    }
};

// A frame on the air of such a touch.
struct PlainFrameRow {
    static constexpr const char* table = "plain_frame";
    std::int64_t device = 0;
    std::int64_t sequence = 0;
    std::int64_t number = 0;
    std::int64_t from_card = 0;
    std::int64_t damaged = 0;
    std::vector<std::uint8_t> bytes;
    auto fields() const { return std::tie(device, sequence, number, from_card, damaged, bytes); }
};

// A message on the access line of the data centre, in the order in which they were handed over.
struct LineUseRow {
    static constexpr const char* table = "line_use";
    std::int64_t t = 0;
    std::int64_t bytes = 0;
    std::int64_t inward = 0;
    std::int64_t bulk = 0;
    std::int64_t sent = 0;  // its last bit
    auto fields() const { return std::tie(t, bytes, inward, bulk, sent); }
};

using BoxRow = std::variant<BoxMakeRow, DayCloseRow, PlainTapRow, PlainFrameRow, LineUseRow>;

}  // namespace sim
