// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/report/svg.h"
#include "sim/report/sweep_table.h"
#include "sim/report/tap_lengths.h"

namespace sim
{

namespace
{

constexpr double left = 86, right = 150, width = 720, top = 16, height = 230;
constexpr std::array<const char*, 6> paints{colour::blue,   colour::vermilion, colour::green,
                                            colour::purple, colour::orange,    colour::sky};
constexpr std::array<const char*, 3> dashes{"", "7 4", "2 3"};

struct Chart {
    const char* column;
    const char* title;
};
constexpr std::array<Chart, 5> charts{
    {{"tap_time_ns_p99", "Tap time: 99 of 100 taps take at most"},
     {"money_error_yen", "Charged wrongly before adjustment"},
     {"riders_adjusted", "Riders whose fare is adjusted afterwards"},
     {"fare_error_yen", "Still wrong after adjustment"},
     {"taps_lost", "Taps the cloud never learns of"}}};

struct Place {
    double x = 0, y = 0;
    const SweepRow* row = nullptr;
};
struct Line {
    std::string name;
    std::vector<Place> places;
};

// Rows that differ only in the last axis make a line.
std::vector<Line> lines_of(const SweepTable& table, std::size_t column)
{
    std::vector<Line> lines;
    const std::size_t last = table.axes.size() - 1;
    for (const SweepRow& row : table.rows) {
        if (!row.values[column]) continue;
        std::string name;
        for (std::size_t axis = 0; axis < last; ++axis)
            name += (axis > 0 ? ", " : "") + table.axes[axis].labels[row.points[axis]];
        auto line = std::find_if(lines.begin(), lines.end(),
                                 [&](const Line& other) { return other.name == name; });
        if (line == lines.end()) line = lines.insert(lines.end(), {name, {}});
        line->places.push_back({static_cast<double>(row.points[last]),
                                static_cast<double>(*row.values[column]), &row});
    }
    return lines;
}

std::string axis_words(double value, SweepUnit unit)
{
    if (unit == SweepUnit::nanos)
        return value < 1e9 ? fmt::format("{:.4g} ms", value / 1e6)
                           : fmt::format("{:.4g} s", value / 1e9);
    return grouped(static_cast<std::int64_t>(value)) + (unit == SweepUnit::yen ? " yen" : "");
}

void draw_axes(Svg& svg, const SweepAxis& axis, double most, SweepUnit unit)
{
    const double scale = unit == SweepUnit::nanos ? 1e6 : 1;
    const double step = std::max(round_step(most / scale), unit == SweepUnit::nanos ? 0.0 : 1.0);
    for (double at = 0; at * scale <= most; at += step) {
        const double y = top + height - at * scale / most * height;
        svg.line(left, y, left + width, y, colour::line);
        svg.text(left - 8, y + 4, axis_words(at * scale, unit), Svg::Anchor::end, "soft");
    }
    const double wide = width / static_cast<double>(axis.labels.size());
    for (std::size_t i = 0; i < axis.labels.size(); ++i)
        svg.text(left + (static_cast<double>(i) + 0.5) * wide, top + height + 20, axis.labels[i],
                 Svg::Anchor::middle);
    svg.text(left + width / 2, top + height + 40, axis.name, Svg::Anchor::middle, "soft");
}

// Names at the right ends of the lines, moved apart where lines end together.
void draw_names(Svg& svg, std::vector<std::pair<double, std::size_t>> ends,
                const std::vector<Line>& lines)
{
    std::sort(ends.begin(), ends.end());
    double free_from = 0;
    for (const auto& [y, number] : ends) {
        const double at = std::max(y, free_from);
        const char* const paint = paints[number % paints.size()];
        svg.line(left + width + 8, at, left + width + 28, at, paint, 2.5,
                 dashes[number % dashes.size()]);
        svg.text(left + width + 34, at + 4, lines[number].name, Svg::Anchor::start, "strong");
        free_from = at + 16;
    }
}

std::string chart_section(const SweepTable& table, const Chart& chart)
{
    const std::size_t column = sweep_column(chart.column);
    const bool any = std::any_of(table.rows.begin(), table.rows.end(), [&](const SweepRow& row) {
        return row.values[column].value_or(0) != 0;
    });
    const bool measured =
        std::all_of(table.rows.begin(), table.rows.end(),
                    [&](const SweepRow& row) { return row.values[column].has_value(); });
    if (any) return html_section(chart.title, sweep_picture(table, column));
    return html_section(chart.title, measured ? "<p>" + chip(Tone::good, "0 in every run") + "</p>"
                                              : html_note("Not measured in every run, else 0."));
}

std::string table_section(const SweepTable& table)
{
    std::vector<std::string> titles;
    for (const SweepAxis& axis : table.axes) titles.push_back(axis.name);
    titles.emplace_back("verdict");
    for (const SweepColumn& column : sweep_columns) titles.emplace_back(column.title);
    HtmlTable all(titles);
    for (const SweepRow& row : table.rows) {
        std::vector<HtmlCell> cells;
        for (std::size_t axis = 0; axis < table.axes.size(); ++axis)
            cells.push_back(text_cell(table.axes[axis].labels[row.points[axis]]));
        const Tone tone = row.exit_code == 0   ? Tone::good
                          : row.exit_code == 3 ? Tone::unknown
                                               : Tone::bad;
        cells.push_back(chip_cell(tone, row.verdict));
        for (std::size_t i = 0; i < sweep_columns.size(); ++i)
            cells.push_back(number_cell(sweep_cell(row, i)));
        all.row(std::move(cells));
    }
    return html_section(
        "All runs", all.html() + html_note("Money error: what riders paid too much or too little "
                                           "before any adjustment, of the debits their cards "
                                           "confirmed. Fare error: what was left after it. Sums "
                                           "without sign."));
}

}  // namespace

std::string sweep_picture(const SweepTable& table, std::size_t column)
{
    const std::vector<Line> lines = lines_of(table, column);
    const SweepAxis& axis = table.axes.back();
    double most = 1;
    for (const Line& line : lines)
        for (const Place& place : line.places) most = std::max(most, place.y * 1.08);
    Svg svg(left + width + right, top + height + 50,
            fmt::format("{} over {}", sweep_columns[column].title, axis.name));
    draw_axes(svg, axis, most, sweep_columns[column].unit);
    const double wide = width / static_cast<double>(axis.labels.size());
    std::vector<std::pair<double, std::size_t>> ends;
    for (std::size_t number = 0; number < lines.size(); ++number) {
        std::vector<std::pair<double, double>> points;
        for (const Place& place : lines[number].places)
            points.emplace_back(left + (place.x + 0.5) * wide,
                                top + height - place.y / most * height);
        const char* const paint = paints[number % paints.size()];
        svg.curve(points, paint, dashes[number % dashes.size()]);
        for (std::size_t i = 0; i < points.size(); ++i)
            svg.dot(points[i].first, points[i].second, 4.5, paint,
                    lines[number].name + ": " + sweep_cell(*lines[number].places[i].row, column));
        ends.emplace_back(points.back().second, number);
    }
    draw_names(svg, ends, lines);
    return svg.str();
}

std::string sweep_html(const SweepTable& table, const std::string& repeat)
{
    std::string body = "<header class=\"plain\">\n<h1>" + html_escaped(table.scenario) +
                       ": sweep</h1>\n" +
                       html_note(fmt::format(
                           "{} runs, build {}. The same again:", table.rows.size(), table.build)) +
                       "<pre>" + html_escaped(repeat) + "</pre>\n</header>\n";
    for (const Chart& chart : charts) body += chart_section(table, chart);
    body += table_section(table);
    return html_page(table.scenario + ": sweep", body);
}

}  // namespace sim
