// SPDX-License-Identifier: Apache-2.0
#include "sim/compare/taps.h"

#include <algorithm>
#include <array>

#include "firmware/core/tap_event.h"

namespace sim
{

namespace
{

std::vector<std::string> columns_of(const Database& run)
{
    std::vector<std::string> names;
    Query query = run.query("SELECT name FROM pragma_table_info('tap') ORDER BY cid");
    while (query.step()) names.push_back(query.text(0));
    return names;
}

constexpr std::int64_t none = INT64_MIN;

// The columns the comparison itself looks at, as indices of what was read.
struct Places {
    std::size_t device, sequence, closed_at, kind, verdict, rider, trip, fare, t0;
    std::array<std::size_t, 9> d;

    explicit Places(const std::vector<std::string>& columns)
    {
        const auto at = [&columns](const std::string& name) {
            const auto found = std::find(columns.begin(), columns.end(), name);
            if (found == columns.end()) throw DatabaseError("no column " + name);
            return static_cast<std::size_t>(found - columns.begin());
        };
        device = at("device"), sequence = at("sequence"), closed_at = at("closed_at");
        kind = at("kind"), verdict = at("verdict"), rider = at("rider"), trip = at("trip");
        fare = at("fare"), t0 = at("t0");
        for (std::size_t i = 0; i < d.size(); ++i) d[i] = at("d" + std::to_string(i + 1));
    }
};

using Cells = std::vector<std::int64_t>;

std::string joined(const std::vector<std::string>& columns)
{
    std::string out;
    for (const std::string& column : columns) out += (out.empty() ? "" : ", ") + column;
    return out;
}

// NULL reads as 0. Asking for it costs as much as the value, so it is asked only of zeros in the
// columns that may hold it.
class RowReader
{
public:
    RowReader(const Database& run, const std::vector<std::string>& columns)
        : row_(run.query("SELECT " + joined(columns) + " FROM tap")), may_be_null_(columns.size())
    {
        for (std::size_t i = 0; i < columns.size(); ++i)
            may_be_null_[i] = run.integer(
                                  "SELECT \"notnull\" FROM pragma_table_info('tap')"
                                  " WHERE name = '" +
                                  columns[i] + "'") == 0;
    }
    bool next(Cells& cells)
    {
        if (!row_.step()) return false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const int column = static_cast<int>(i);
            cells[i] = row_.integer(column);
            if (cells[i] == 0 && may_be_null_[i] && row_.is_null(column)) cells[i] = none;
        }
        return true;
    }

private:
    Query row_;
    std::vector<bool> may_be_null_;
};

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

TapLine line_of(const Cells& cells, const Places& at)
{
    TapLine line;
    line.key = static_cast<std::uint64_t>(cells[at.device]) << 32 |
               static_cast<std::uint64_t>(cells[at.sequence]);
    line.time = cells[at.t0] == none ? cells[at.closed_at] : cells[at.t0];
    for (const std::int64_t cell : cells)
        line.hash = mixed(line.hash, static_cast<std::uint64_t>(cell));
    return line;
}

void add_charge(const Cells& cells, const Places& at, std::vector<Charge>& charges)
{
    const auto kind = static_cast<fw::TapKind>(cells[at.kind]);
    const auto verdict = static_cast<fw::TapVerdict>(cells[at.verdict]);
    const bool certain =
        verdict == fw::TapVerdict::accepted || verdict == fw::TapVerdict::recovered;
    if (!certain && verdict != fw::TapVerdict::unconfirmed) return;
    if (kind == fw::TapKind::board || kind == fw::TapKind::top_up) return;
    const auto yen = static_cast<std::int32_t>(cells[at.fare]);
    charges.push_back({static_cast<std::uint32_t>(cells[at.rider]),
                       static_cast<std::uint32_t>(cells[at.trip]),
                       kind == fw::TapKind::cancel ? -yen : yen, certain});
}

void add_times(const Cells& cells, const Places& at, TapLengths& lengths)
{
    std::array<std::int64_t, 10> t{cells[at.t0] == none ? -1 : 0};
    for (std::size_t i = 0; i < at.d.size(); ++i)
        t[i + 1] = cells[at.d[i]] == none ? -1 : cells[at.d[i]];
    add_lengths(lengths, static_cast<int>(cells[at.verdict]), t);
}

bool by_key(const TapLine& one, const TapLine& other)
{
    return one.key != other.key ? one.key < other.key : one.time < other.time;
}

}  // namespace

std::vector<std::string> shared_columns(const Database& a, const Database& b)
{
    const std::vector<std::string> other = columns_of(b);
    std::vector<std::string> shared;
    for (const std::string& name : columns_of(a))
        if (std::find(other.begin(), other.end(), name) != other.end()) shared.push_back(name);
    return shared;
}

RunTaps read_taps(const Database& run, const std::vector<std::string>& columns, bool lengths)
{
    RunTaps taps;
    taps.lines.reserve(static_cast<std::size_t>(run.integer("SELECT max(rowid) FROM tap")));
    const Places at(columns);
    Cells cells(columns.size());
    RowReader rows(run, columns);
    while (rows.next(cells)) {
        taps.lines.push_back(line_of(cells, at));
        add_charge(cells, at, taps.charges);
        if (lengths) add_times(cells, at, taps.lengths);
    }
    std::sort(taps.lines.begin(), taps.lines.end(), by_key);
    return taps;
}

}  // namespace sim
