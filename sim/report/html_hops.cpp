// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/report/amounts_text.h"
#include "sim/report/html_sections.h"
#include "sim/report/svg.h"
#include "sim/report/tap_lengths.h"
#include "sim/verify/budgets.h"

namespace sim
{

namespace
{

constexpr double left = 92, width = 640, line_height = 30, top = 22, right = 250;

struct Budget {
    std::int64_t limit = 0;
    std::string words;
    bool broken = false;
};

struct HopLine {
    std::size_t kind = 0;
    Spread spread;
    std::vector<Budget> budgets;
};

bool is_about(const Expectation& e, std::size_t kind)
{
    if (e.measure == "tap_time") return kind == tap_time_kind;
    if (e.measure == "hold_time") return kind == hold_time_kind;
    const auto span = span_of(e);
    return span && kind < hop_names.size() && span->from == kind && span->to == kind + 1;
}

HopLine line_of(std::size_t kind, TapLengths& lengths, const Judgement& judgement)
{
    HopLine line{kind, spread_of(lengths.of[kind]), {}};
    for (const ExpectationResult& e : judgement.expectations)
        if (is_about(e.expectation, kind) && e.expectation.op.starts_with("<"))
            line.budgets.push_back({e.expectation.limit,
                                    name_of(e.expectation) + " " + limit_text(e.expectation),
                                    e.verdict == Verdict::fail});
    return line;
}

// What the picture must reach: every 99th percentile and the budgets near them. A distant limit or
// a single slow tap would press all bars into the corner; both are named instead.
double reach_of(const std::vector<HopLine>& lines)
{
    std::int64_t most = 1;
    for (const HopLine& line : lines) most = std::max(most, line.spread.p99);
    std::int64_t reach = most;
    for (const HopLine& line : lines)
        for (const Budget& budget : line.budgets)
            if (budget.limit <= 2 * most) reach = std::max(reach, budget.limit);
    return static_cast<double>(reach) * 1.06;
}

void draw_axis(Svg& svg, double reach, double bottom)
{
    const double step = round_step(reach / 1e6);
    for (double at = 0; at * 1e6 <= reach; at += step) {
        const double x = left + at * 1e6 / reach * width;
        svg.line(x, top - 6, x, bottom, colour::line);
        const auto ns = static_cast<std::int64_t>(at * 1e6);
        svg.text(x, top - 10,
                 at >= 1000 ? fmt::format("{:.3g} s", at / 1000)
                            : fmt::format("{:.3g} ms", static_cast<double>(ns) / 1e6),
                 Svg::Anchor::middle, "soft");
    }
}

void draw_line(Svg& svg, const HopLine& line, double y, double reach)
{
    const auto x_of = [&](std::int64_t ns) {
        return left + std::min(static_cast<double>(ns) / reach, 1.02) * width;
    };
    const Spread& s = line.spread;
    svg.text(left - 8, y + 14, length_name(line.kind), Svg::Anchor::end, "strong");
    const std::string tip =
        fmt::format("{}: p50 {}, p90 {}, p99 {}, max {}", length_name(line.kind), short_time(s.p50),
                    short_time(s.p90), short_time(s.p99), short_time(s.max));
    svg.line(x_of(s.p99), y + 9, x_of(s.max), y + 9, colour::sky, 1.5, "3 2");
    svg.rect(left, y, x_of(s.p99) - left, 18, colour::pale, tip);
    svg.rect(left, y, x_of(s.p90) - left, 18, colour::sky, tip);
    svg.rect(left, y, x_of(s.p50) - left, 18, colour::blue, tip);
    for (const Budget& budget : line.budgets) {
        if (static_cast<double>(budget.limit) > reach) continue;
        const char* const stroke = budget.broken ? colour::vermilion : colour::ink;
        svg.line(x_of(budget.limit), y - 4, x_of(budget.limit), y + 22, stroke, 2.5);
    }
    svg.text(left + width + 30, y + 14,
             fmt::format("p99 {}, max {}", short_time(s.p99), short_time(s.max)));
}

std::string picture(const std::vector<HopLine>& lines, const char* title)
{
    const double reach = reach_of(lines);
    const double bottom = top + line_height * static_cast<double>(lines.size());
    Svg svg(left + width + right, bottom + 6, title);
    draw_axis(svg, reach, bottom);
    double y = top + 4;
    for (const HopLine& line : lines) draw_line(svg, line, y, reach), y += line_height;
    return svg.str();
}

std::string table_of(const std::vector<HopLine>& lines)
{
    HtmlTable table({"span", "taps", "p50", "p90", "p99", "max", "budgets"});
    for (const HopLine& line : lines) {
        std::string budgets;
        for (const Budget& budget : line.budgets)
            budgets += chip(budget.broken ? Tone::bad : Tone::good, budget.words) + " ";
        const Spread& s = line.spread;
        table.row({text_cell(length_name(line.kind)), number_cell(s.taps),
                   number_cell(short_time(s.p50)), number_cell(short_time(s.p90)),
                   number_cell(short_time(s.p99)), number_cell(short_time(s.max)),
                   html_cell(budgets)});
    }
    return table.html();
}

}  // namespace

std::string hop_section(const RunPage& page)
{
    TapLengths lengths = read_lengths(page.database);
    constexpr std::array<std::size_t, 8> at_card{0, 1, 2, 3, 4, 5, tap_time_kind, hold_time_kind};
    constexpr std::array<std::size_t, 3> after{6, 7, 8};
    std::vector<HopLine> near, far, all;
    for (const std::size_t kind : at_card)
        if (!lengths.of[kind].empty()) near.push_back(line_of(kind, lengths, page.judgement));
    for (const std::size_t kind : after)
        if (!lengths.of[kind].empty()) far.push_back(line_of(kind, lengths, page.judgement));
    if (near.empty()) return html_section("Time by hop", html_note("No tap reached its end."));
    all = near;
    all.insert(all.end(), far.begin(), far.end());
    std::string body = html_heading("At the card") + picture(near, "time by hop at the card");
    if (!far.empty())
        body += html_heading("Behind the tap") + picture(far, "time by hop behind the tap");
    body += html_note(
        "Dark to pale: half, 90 % and 99 % of the taps; dashed: up to the slowest one. A black "
        "mark is a budget that holds, an orange one a broken one. Tap time runs from the first "
        "answer of the card to the beep, hold time from entering the field to the last write. Taps "
        "whose card was pulled away count only behind the tap.");
    return html_section("Time by hop", body + table_of(all));
}

}  // namespace sim
