// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/base/date.h"
#include "sim/report/html_sections.h"
#include "sim/report/svg.h"
#include "sim/report/tap_lengths.h"
#include "sim/verify/budgets.h"

namespace sim
{

namespace
{

struct SlowTap {
    std::string key, place, verdict;
    std::int64_t total = 0;
    std::array<std::int64_t, 5> hops{};  // select, read, decision, write, feedback
};

std::vector<SlowTap> slowest(const Database& database)
{
    std::vector<SlowTap> taps;
    Query query = database.query(
        "SELECT tap, coalesce(bus, shop, ''), coalesce(route_name, ''), kind, verdict, t0, "
        "tap_time_ns,"
        " t2 - t1, t3 - t2, t4 - t3, t5 - t4, t6 - t5 FROM v_tap WHERE row IN (SELECT t.rowid"
        " FROM tap t JOIN tap_verdict v ON v.number = t.verdict WHERE t.d6 NOT NULL AND t.d1 NOT"
        " NULL AND v.name NOT IN ('torn', 'unconfirmed', 'refused_clash', 'device_off')"
        " ORDER BY t.d6 - t.d1 DESC, t.rowid LIMIT 10) ORDER BY tap_time_ns DESC, row");
    while (query.step()) {
        SlowTap& tap = taps.emplace_back();
        tap.key = query.text(0);
        const auto second = static_cast<std::int32_t>(query.integer(5) / 1'000'000'000);
        tap.place = fmt::format("{}  {} {}, {}", service_time_text(second), query.text(1),
                                query.text(2), query.text(3));
        tap.verdict = query.text(4);
        tap.total = query.integer(6);
        for (std::size_t hop = 0; hop < tap.hops.size(); ++hop)
            tap.hops[hop] = query.integer_or(static_cast<int>(hop) + 7, 0);
    }
    return taps;
}

constexpr std::array<const char*, 5> paints{colour::sky, colour::blue, colour::orange,
                                            colour::green, colour::purple};

void draw_legend(Svg& svg)
{
    double x = 92;
    for (std::size_t hop = 0; hop < paints.size(); ++hop) {
        svg.rect(x, 2, 12, 12, paints[hop]);
        svg.text(x + 17, 12, hop_names[hop + 1]);
        x += 90;
    }
}

void draw_tap(Svg& svg, const SlowTap& tap, double y, double scale)
{
    svg.text(84, y + 13, tap.key, Svg::Anchor::end, "strong");
    double x = 92;
    for (std::size_t hop = 0; hop < tap.hops.size(); ++hop) {
        const double wide = static_cast<double>(tap.hops[hop]) * scale;
        svg.rect(x, y, wide, 17, paints[hop],
                 fmt::format("{} {}", hop_names[hop + 1], short_time(tap.hops[hop])));
        x += wide;
    }
    svg.text(x + 6, y + 13, short_time(tap.total));
    svg.text(700, y + 13, tap.place + ", " + tap.verdict, Svg::Anchor::start, "soft");
}

}  // namespace

std::string slowest_section(const RunPage& page)
{
    const std::vector<SlowTap> taps = slowest(page.database);
    if (taps.empty()) return "";
    const double scale = 510.0 / static_cast<double>(std::max<std::int64_t>(taps[0].total, 1));
    Svg svg(1000, 28 + 24 * static_cast<double>(taps.size()), "hops of the slowest taps");
    draw_legend(svg);
    double y = 26;
    for (const SlowTap& tap : taps) draw_tap(svg, tap, y, scale), y += 24;
    return html_section(
        "Slowest taps",
        svg.str() + html_note("One tap in full: tapbench explain RESULT.db " + taps[0].key));
}

}  // namespace sim
