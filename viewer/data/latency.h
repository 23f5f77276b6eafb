// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "viewer/data/result.h"

// How long taps took. Lengths are nanoseconds, binned to 1/16.
namespace view
{

// A hop of a tap (1 poll .. 9 visible) or a length over several of them.
enum class Length : std::uint8_t {
    poll = 1,
    select,
    read,
    decision,
    write,
    feedback,
    journal,
    upload,
    visible,
    tap_time,
    hold_time
};
constexpr std::size_t lengths = 11;
const char* name_of(Length length);  // "select"

struct LatencyBin {
    std::int64_t from = 0, to = 0;  // [from, to)
    std::int64_t taps = 0;
};

struct Distribution {
    std::vector<LatencyBin> bins;  // ascending, none empty
    std::int64_t taps = 0;

    // The end of the bin that holds this share, in thousandths: 500 is the median. 0 if empty.
    std::int64_t quantile(int thousandths) const;
    std::int64_t beyond(std::int64_t limit) const;  // taps in bins that begin at the limit or later
};

struct LatencyChoice {
    Length length = Length::tap_time;
    std::optional<std::uint32_t> operator_index;
    std::optional<std::uint32_t> device;  // read from its taps
};
Distribution latency(const Result& result, const LatencyChoice& choice);

// The budget lines of the scenario for one length.
struct Budget {
    std::string name;       // "tap_time.p99"
    std::string statistic;  // p50 | p99 | max ...
    std::int64_t limit = 0;
    std::optional<std::int64_t> value;  // none: never evaluated
    std::string verdict;
};
std::vector<Budget> budgets_of(const Result& result, Length length);

struct DeviceLatency {
    std::uint32_t device = 0, bus = 0;
    std::int64_t taps = 0, median = 0, p99 = 0, longest = 0;  // of the tap time
};
std::vector<DeviceLatency> latency_by_device(const Result& result);  // worst p99 first

// The longest taps of one length, longest first; a run keeps a hundred of each.
struct SlowTap {
    std::uint32_t device = 0, sequence = 0;
    std::int64_t ns = 0;
};
std::vector<SlowTap> slowest(const Result& result, Length length);

}  // namespace view
