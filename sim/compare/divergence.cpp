// SPDX-License-Identifier: Apache-2.0
#include "sim/compare/divergence.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

struct Found {
    TapLine line;
    bool in_both = false;
};

void keep_earlier(std::optional<Found>& first, const TapLine& line, bool in_both)
{
    if (!first || line.time < first->line.time ||
        (line.time == first->line.time && line.key < first->line.key))
        first = {line, in_both};
}

std::string row_sql(const std::vector<std::string>& columns)
{
    return "SELECT " + fmt::format("{}", fmt::join(columns, ", ")) +
           " FROM tap WHERE device = ? AND sequence = ? ORDER BY coalesce(t0, closed_at)";
}

void name_column(const Database& a, const Database& b, const std::vector<std::string>& columns,
                 std::uint64_t key, Divergence& found)
{
    Query before = a.query(row_sql(columns)), after = b.query(row_sql(columns));
    for (Query* const query : {&before, &after})
        query->bind(1, static_cast<std::int64_t>(key >> 32))
            .bind(2, static_cast<std::int64_t>(key & 0xFFFFFFFF));
    while (before.step() && after.step())
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const int at = static_cast<int>(i);
            if (before.text(at) == after.text(at) && before.is_null(at) == after.is_null(at))
                continue;
            found.column = columns[i];
            found.before = before.is_null(at) ? "none" : before.text(at);
            found.after = after.is_null(at) ? "none" : after.text(at);
            return;
        }
}

}  // namespace

std::optional<Divergence> first_divergence(const Database& a, const Database& b,
                                           const std::vector<std::string>& columns,
                                           const RunTaps& before, const RunTaps& after)
{
    std::optional<Found> first;
    Divergence found;
    auto x = before.lines.begin(), y = after.lines.begin();
    while (x != before.lines.end() || y != after.lines.end()) {
        const bool only_before =
            y == after.lines.end() || (x != before.lines.end() && x->key < y->key);
        const bool only_after = x == before.lines.end() || (!only_before && y->key < x->key);
        const bool same = !only_before && !only_after && x->hash == y->hash;
        if (!same) {
            ++found.differing;
            keep_earlier(first, only_after ? *y : *x, !only_before && !only_after);
            if (!first->in_both) found.before = only_after ? "none" : "there";
        }
        if (!only_after) ++x;
        if (!only_before) ++y;
    }
    if (!first) return std::nullopt;
    found.t = first->line.time;
    found.tap = fmt::format("{}-{}", first->line.key >> 32, first->line.key & 0xFFFFFFFF);
    name_column(a, b, columns, first->line.key, found);
    return found;
}

}  // namespace sim
