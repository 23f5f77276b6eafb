// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "sim/base/date.h"
#include "sim/report/html_sections.h"
#include "sim/report/svg.h"

namespace sim
{

namespace
{

constexpr double left = 190, width = 780, lane = 24, top = 84;

struct Lane {
    std::string name;   // kind and place
    std::string words;  // all of it, as the scenario says it
    std::optional<std::int64_t> at;
    std::int64_t until = 0;
    bool change = false;
};

std::string word_of(const YamlNode& node, const char* key)
{
    const YamlNode* found = node.find(key);
    return found == nullptr ? "" : found->text;
}

std::string words_of(const YamlNode& node)
{
    std::string words;
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        if (node.items[i].kind == YamlNode::Kind::scalar)
            words += (words.empty() ? "" : ", ") + node.keys[i].text + " " + node.items[i].text;
    return words;
}

Lane lane_of(const YamlNode& node)
{
    const std::string where = word_of(node, "where");
    Lane lane;
    lane.name = word_of(node, "kind") + (where.empty() || where == "all" ? "" : " " + where);
    lane.words = words_of(node);
    return lane;
}

std::vector<Lane> lanes_of(const Scenario& scenario, const YamlNode& resolved)
{
    std::vector<Lane> lanes;
    const YamlNode* faults = resolved.find("faults");
    for (std::size_t i = 0; faults != nullptr && i < scenario.faults.size(); ++i) {
        const Fault& fault = scenario.faults[i];
        Lane& lane = lanes.emplace_back(lane_of(faults->items.at(i)));
        if (fault.at) lane.at = fault.at->count, lane.until = fault.at->count + fault.lasts.count;
    }
    const YamlNode* changes = resolved.find("changes");
    for (std::size_t i = 0; changes != nullptr && i < scenario.changes.size(); ++i) {
        const Change& change = scenario.changes[i];
        Lane& lane = lanes.emplace_back(lane_of(changes->items.at(i)));
        lane.name = "new " + lane.name;
        lane.at = change.at.count, lane.until = change.at.count + change.over.count;
        lane.change = true;
    }
    return lanes;
}

// The day from its first to its last tap, five minutes a column.
struct Day {
    std::int64_t from = 0, to = 1;
    std::vector<std::int64_t> taps, unhappy;  // a column
    static constexpr std::int64_t column = 300'000'000'000;

    double x(std::int64_t t) const
    {
        const double part = static_cast<double>(t - from) /
                            static_cast<double>(std::max<std::int64_t>(to - from, 1));
        return left + std::clamp(part, 0.0, 1.0) * width;
    }
};

Day day_of(const Database& database, const Scenario& scenario)
{
    Day day;
    day.from = scenario.from.count / Day::column * Day::column;
    day.to = std::max(scenario.to.count,
                      database.integer("SELECT coalesce(max(t0), 0) FROM tap") + Day::column);
    day.taps.resize(static_cast<std::size_t>((day.to - day.from) / Day::column + 1));
    day.unhappy.resize(day.taps.size());
    Query query = database.query(
        "SELECT t0 / 300000000000, count(*), sum(verdict NOT IN (0, 1, 2)) FROM tap"
        " WHERE t0 NOT NULL GROUP BY 1");
    while (query.step()) {
        const std::int64_t at = query.integer(0) - day.from / Day::column;
        if (at < 0 || at >= std::ssize(day.taps)) continue;
        day.taps[static_cast<std::size_t>(at)] = query.integer(1);
        day.unhappy[static_cast<std::size_t>(at)] = query.integer(2);
    }
    return day;
}

void draw_taps(Svg& svg, const Day& day)
{
    const std::int64_t most =
        std::max<std::int64_t>(1, *std::max_element(day.taps.begin(), day.taps.end()));
    svg.text(left - 8, 30, "taps in five minutes", Svg::Anchor::end, "soft");
    svg.text(left - 8, 46, fmt::format("up to {}", grouped(most)), Svg::Anchor::end, "soft");
    const double scale = 50.0 / static_cast<double>(most);
    for (std::size_t i = 0; i < day.taps.size(); ++i) {
        const std::int64_t from = day.from + static_cast<std::int64_t>(i) * Day::column;
        const double x = day.x(from), wide = std::max(day.x(from + Day::column) - x - 1, 0.5);
        const auto bar = [&](std::int64_t count, const char* fill) {
            const double high = static_cast<double>(count) * scale;
            svg.rect(x, 60 - high, wide, high, fill,
                     fmt::format("{} taps, {} of them not served", day.taps[i], day.unhappy[i]));
        };
        bar(day.taps[i], colour::sky);
        bar(day.unhappy[i], colour::vermilion);
    }
}

void draw_clock(Svg& svg, const Day& day, double bottom)
{
    constexpr std::int64_t minute = 60'000'000'000;
    std::int64_t step = 10 * minute;
    while ((day.to - day.from) / step > 9) step *= step == 10 * minute ? 3 : 2;
    for (std::int64_t t = (day.from + step - 1) / step * step; t <= day.to; t += step) {
        svg.line(day.x(t), 62, day.x(t), bottom, colour::line);
        const std::string clock = service_time_text(static_cast<std::int32_t>(t / 1'000'000'000));
        svg.text(day.x(t), 76, clock.substr(0, 5), Svg::Anchor::middle, "soft");
    }
}

std::string picture(const Day& day, const std::vector<Lane>& lanes)
{
    const double bottom = top + lane * static_cast<double>(lanes.size()) + 4;
    Svg svg(left + width + 20, bottom, "faults and changes over the day");
    draw_clock(svg, day, bottom);
    draw_taps(svg, day);
    double y = top + 4;
    for (const Lane& one : lanes) {
        svg.text(left - 8, y + 12, one.name, Svg::Anchor::end);
        if (!one.at) {
            svg.rect(left, y + 5, width, 6, colour::pale, one.words);
        } else {
            const double x = day.x(*one.at);
            svg.rect(x, y, std::max(day.x(one.until) - x, 3.0), 16,
                     one.change ? colour::green : colour::orange, one.words);
        }
        y += lane;
    }
    return svg.str();
}

std::string notes_of(const Database& database)
{
    HtmlTable table({"time", "", "place", "what happened"});
    Query query = database.query(
        "SELECT t, kind, place, text FROM note WHERE kind <> 'command' ORDER BY t, rowid LIMIT "
        "200");
    while (query.step())
        table.row({text_cell(service_time_text(
                       static_cast<std::int32_t>(query.integer(0) / 1'000'000'000))),
                   text_cell(query.text(1)), text_cell(query.text(2)), text_cell(query.text(3))});
    const std::int64_t all = database.integer("SELECT count(*) FROM note WHERE kind <> 'command'");
    if (table.empty()) return "";
    return html_folded(
        fmt::format("What took effect ({} lines{})", all, all > 200 ? ", the first 200 shown" : ""),
        table.html());
}

}  // namespace

std::string fault_section(const RunPage& page, const YamlNode& resolved)
{
    const std::vector<Lane> lanes = lanes_of(page.scenario, resolved);
    std::string body = picture(day_of(page.database, page.scenario), lanes);
    HtmlTable table({"", "as the scenario says it"});
    for (const Lane& one : lanes)
        table.row(
            {chip_cell(Tone::information, one.change ? "change" : "fault"), text_cell(one.words)});
    body += lanes.empty() ? html_note("The scenario has no faults and no changes.") : table.html();
    body += html_note(
        "Blue: all taps, orange-red: those that ended without a charge or a record. Pale bars hold "
        "all day for a share of the occasions.");
    return html_section("Faults and changes", body + notes_of(page.database));
}

}  // namespace sim
