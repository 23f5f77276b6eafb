// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/taps.h"

#include <fmt/format.h>

namespace view
{

namespace
{

constexpr char line_sql[] =
    "SELECT t.device, t.sequence, t.t0, t.bus, t.trip, k.name, v.name, t.fare, t.d6 - t.d1,"
    " t.pattern, t.true_board, t.true_alight FROM tap t"
    " LEFT JOIN tap_kind k ON k.number = t.kind LEFT JOIN tap_verdict v ON v.number = t.verdict ";

std::uint32_t stop_at(const City& city, std::int64_t pattern, std::int64_t position)
{
    const auto number = static_cast<std::size_t>(pattern);
    const auto at = static_cast<std::size_t>(position);
    if (number >= city.patterns.size() || at >= city.patterns[number].stops.size()) return 0;
    return city.patterns[number].stops[at];
}

TapLine line_of(const sim::Query& row, const City& city)
{
    TapLine line;
    line.key = {static_cast<std::uint32_t>(row.integer(0)),
                static_cast<std::uint32_t>(row.integer(1))};
    line.t0 = row.integer_or(2, -1);
    line.bus = static_cast<std::uint32_t>(row.integer(3));
    line.trip = static_cast<std::uint32_t>(row.integer(4));
    line.kind = row.text(5), line.verdict = row.text(6);
    line.fare = row.integer(7);
    if (!row.is_null(8)) line.tap_time = row.integer(8);
    line.board = stop_at(city, row.integer(9), row.integer(10));
    line.alight = stop_at(city, row.integer(9), row.integer(11));
    return line;
}

}  // namespace

std::vector<TapLine> taps_of_bus(const Result& result, const City& city, std::uint32_t bus,
                                 std::uint32_t trip, std::size_t limit)
{
    if (bus >= city.buses.size()) return {};
    const Bus& readers = city.buses[bus];
    sim::Query row = result.database().query(
        std::string(line_sql) +
        "WHERE t.device >= ?1 AND t.device < ?2 AND (?3 = 0 OR t.trip = ?3)"
        " ORDER BY coalesce(t.t0, t.d1, t.closed_at), t.device, t.sequence LIMIT ?4");
    row.bind(1, readers.first_device).bind(2, readers.first_device + readers.readers);
    row.bind(3, trip).bind(4, static_cast<std::int64_t>(limit));
    std::vector<TapLine> lines;
    while (row.step()) lines.push_back(line_of(row, city));
    return lines;
}

std::optional<TapLine> find_tap(const Result& result, const City& city, const fw::TapKey& key)
{
    sim::Query row = result.database().query(std::string(line_sql) +
                                             "WHERE t.device = ? AND t.sequence = ?"
                                             " ORDER BY v.name = 'device_off' LIMIT 1");
    row.bind(1, key.device).bind(2, key.sequence);
    if (!row.step()) return std::nullopt;
    return line_of(row, city);
}

std::optional<sim::TapAccount> account_of(const Result& result, const fw::TapKey& key)
{
    return sim::account_of(result.database(), key);
}

}  // namespace view
