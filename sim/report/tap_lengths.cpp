// SPDX-License-Identifier: Apache-2.0
#include "sim/report/tap_lengths.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/record/latency_sums.h"
#include "sim/verify/budgets.h"

namespace sim
{

namespace
{

// Where each length begins and ends.
constexpr std::array<Span, length_kinds> spans{
    {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 8}, {8, 9}, {1, 6}, {0, 5}}};
constexpr std::size_t feedback_given = 6;

}  // namespace

std::string length_name(std::size_t kind)
{
    if (kind == tap_time_kind) return "tap time";
    if (kind == hold_time_kind) return "hold time";
    return hop_names.at(kind);
}

void add_lengths(TapLengths& lengths, int verdict, const std::array<std::int64_t, 10>& t)
{
    const bool stayed = card_stayed(static_cast<fw::TapVerdict>(verdict));
    for (std::size_t kind = 0; kind < length_kinds; ++kind) {
        const Span span = spans[kind];
        if (t[span.from] < 0 || t[span.to] < 0 || (span.to <= feedback_given && !stayed)) continue;
        lengths.of[kind].push_back(t[span.to] - t[span.from]);
    }
}

TapLengths read_lengths(const Database& database)
{
    TapLengths lengths;
    Query taps = database.query(
        "SELECT verdict, iif(t0 IS NULL, -1, 0), coalesce(d1, -1), coalesce(d2, -1),"
        " coalesce(d3, -1), coalesce(d4, -1), coalesce(d5, -1), coalesce(d6, -1),"
        " coalesce(d7, -1), coalesce(d8, -1), coalesce(d9, -1) FROM tap"
        " WHERE kind <> 6");
    std::array<std::int64_t, 10> t{};
    while (taps.step()) {
        for (std::size_t point = 0; point < t.size(); ++point)
            t[point] = taps.integer(static_cast<int>(point) + 1);
        add_lengths(lengths, static_cast<int>(taps.integer(0)), t);
    }
    return lengths;
}

std::int64_t percentile(std::vector<std::int64_t>& lengths, std::size_t per_mille)
{
    const std::size_t rank = std::max<std::size_t>(1, (lengths.size() * per_mille + 999) / 1000);
    const auto nth = lengths.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(lengths.begin(), nth, lengths.end());
    return *nth;
}

Spread spread_of(std::vector<std::int64_t>& lengths)
{
    if (lengths.empty()) return {};
    return {std::ssize(lengths), percentile(lengths, 500), percentile(lengths, 900),
            percentile(lengths, 990), percentile(lengths, 1000)};
}

std::string short_time(std::int64_t ns)
{
    const double ms = static_cast<double>(ns) / 1e6;
    if (ms >= 60'000) return fmt::format("{:.1f} min", ms / 60'000);
    if (ms >= 1000) return fmt::format("{:.2f} s", ms / 1000);
    if (ms >= 100) return fmt::format("{:.1f} ms", ms);
    return fmt::format("{:.2f} ms", ms);
}

}  // namespace sim
