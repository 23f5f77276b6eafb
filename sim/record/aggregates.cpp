// SPDX-License-Identifier: Apache-2.0
#include "sim/record/aggregates.h"

#include <algorithm>
#include <bit>

namespace sim
{

namespace
{

// Bin n of 16 to an octave; lengths below 16 us share bin 0.
constexpr std::int64_t smallest = 16'000;

std::size_t bin_of(std::int64_t ns)
{
    const auto scaled = static_cast<std::uint64_t>(ns / (smallest / 16));
    if (scaled < 16) return 0;
    const auto octave = static_cast<std::size_t>(std::bit_width(scaled)) - 5;
    return octave * 16 + static_cast<std::size_t>(scaled >> octave) - 15;
}

std::int64_t bin_start(std::size_t bin)
{
    if (bin == 0) return 0;
    const auto octave = static_cast<int>((bin - 1) / 16);
    return (static_cast<std::int64_t>((bin - 1) % 16 + 16) << octave) * (smallest / 16);
}

constexpr char ridership_sql[] = R"(
INSERT INTO ridership_stop
SELECT p.stop, CAST(v.arrival / 900000000000 AS INTEGER) AS quarter,
       sum(v.boarded), sum(v.alighted)
FROM stop_visit v JOIN trip t ON t.trip = v.trip
JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position
GROUP BY p.stop, quarter HAVING sum(v.boarded) + sum(v.alighted) > 0;
INSERT INTO ridership_trip
SELECT trip, sum(boarded), sum(alighted), max(load) FROM stop_visit GROUP BY trip;
)";

}  // namespace

void Aggregates::count_length(std::size_t measure, std::int64_t from, std::int64_t to)
{
    if (from == null_cell || to == null_cell || to < from) return;
    auto& bins_of_measure = histogram_[measure];
    if (bins_of_measure.empty()) bins_of_measure.resize(bins);
    ++bins_of_measure[std::min(bin_of(to - from), bins - 1)];
}

void Aggregates::count(const Block& block)
{
    if (block.table != BulkTable::tap) return;
    const std::size_t width = columns_of(BulkTable::tap);
    for (std::size_t at = 0; at < block.cells.size(); at += width) {
        const std::int64_t* const t = &block.cells[at + tap_cell::t0];
        const std::int64_t start = t[0] == null_cell ? null_cell : 0;
        for (std::size_t hop = 1; hop <= 9; ++hop)
            count_length(hop - 1, hop == 1 ? start : t[hop - 1], t[hop]);
        count_length(9, t[1], t[6]);
        count_length(10, start, t[5]);
    }
}

void Aggregates::write(Database& database) const
{
    Query insert = database.query("INSERT INTO latency_histogram VALUES (?, ?, ?, ?)");
    for (std::size_t measure = 0; measure < measures; ++measure)
        for (std::size_t bin = 0; bin < histogram_[measure].size(); ++bin)
            if (histogram_[measure][bin] > 0)
                insert.insert(static_cast<std::int64_t>(measure + 1), bin_start(bin),
                              bin_start(bin + 1), histogram_[measure][bin]);
    database.exec(ridership_sql);
}

}  // namespace sim
