// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/comparison_panel.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "viewer/panel/radio.h"
#include "viewer/panel/texts.h"
#include "viewer/plot/axis.h"
#include "viewer/plot/palette.h"
#include "viewer/plot/plot.h"
#include "viewer/plot/sprites.h"

namespace view
{

namespace
{

constexpr auto number = Column::Kind::number;

std::string amount(const std::optional<std::int64_t>& value, const std::string& unit)
{
    if (!value) return "-";
    if (unit == "ns") return length_text(*value);
    return unit == "yen" ? yen_text(*value) : std::to_string(*value);
}

double share_of(std::int64_t change, std::int64_t most)
{
    return static_cast<double>(change) / static_cast<double>(std::max<std::int64_t>(most, 1));
}

}  // namespace

void ComparisonPanel::draw(Session& session)
{
    open_other(session);
    if (!session.other) return;
    const std::string& file = session.other->result.head().file;
    if (compared_ != file) {
        comparison_ = compare(session.run.result, session.other->result);
        compared_ = file;
        fares_ = fares_of(session);
        facts_ = facts_of(session);
    }
    draw_first_difference(session);
    draw_radio(session.say("Map of changes"), show_, Show::map);
    draw_radio(session.say("Changed fares"), show_, Show::fares);
    draw_radio(session.say("Facts and budgets"), show_, Show::facts);
    ImGui::NewLine();
    if (show_ == Show::map) {
        save_.draw(session, {"comparison", nullptr, {}});
        draw_map(session);
    } else {
        const Table& table = show_ == Show::fares ? fares_ : facts_;
        save_.draw(session, {"comparison", &table, {}});
        draw_table("comparison", table);
    }
}

void ComparisonPanel::open_other(Session& session)
{
    const auto& say = session.say;
    ImGui::SetNextItemWidth(420);
    ImGui::InputTextWithHint("##other", say("result file to compare with"), &file_);
    ImGui::SameLine();
    if (ImGui::Button(say("Compare"))) {
        try {
            session.other = std::make_unique<Run>(file_);
            trouble_.clear();
        } catch (const ResultError& error) {
            trouble_ = error.what();
        }
    }
    if (session.other) {
        ImGui::SameLine();
        const std::filesystem::path file(session.other->result.head().file);
        ImGui::TextUnformatted(file.filename().c_str());
    } else if (trouble_.empty()) {
        ImGui::TextUnformatted(
            say("Open a second result file here, or name two on the command line."));
    }
    if (!trouble_.empty()) ImGui::TextUnformatted(trouble_.c_str());
}

void ComparisonPanel::draw_first_difference(Session& session)
{
    const auto& say = session.say;
    const sim::RunDiff& runs = comparison_->runs;
    if (runs.divergence) {
        const sim::Divergence& d = *runs.divergence;
        const std::string what = d.column.empty()
                                     ? say("only in one run")
                                     : fmt::format("{} {} > {}", d.column, d.before, d.after);
        ImGui::TextUnformatted(fmt::format("{}: {} {}, {}; {} {}", say("First difference"), d.tap,
                                           clock_text(d.t), what, d.differing, say("taps differ"))
                                   .c_str());
    } else {
        ImGui::TextUnformatted(say("Not one tap differs."));
    }
    if (!runs.same_people)
        ImGui::TextUnformatted(
            say("The runs have other people: fares cannot be compared ride by ride."));
    else
        ImGui::TextUnformatted(fmt::format("{}: {} / {}, {} {}", say("Changed fares"),
                                           runs.fares.count, runs.fares.rides, say("sum"),
                                           yen_text(runs.fares.sum))
                                   .c_str());
}

void ComparisonPanel::draw_map(Session& session)
{
    const City& city = session.run.city;
    const ImVec2 corner = ImGui::GetCursorScreenPos(), size = ImGui::GetContentRegionAvail();
    view_.fit(city.south_west, city.north_east, size);
    view_.place_at(corner, size);
    ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + size.x, corner.y + size.y},
                                              palette::water);
    const std::int64_t most = draw_segments(city);
    draw_stops(city);
    draw_legend(session, corner, size, most);
    ImGui::Dummy(size);
}

// The greatest change.
std::int64_t ComparisonPanel::draw_segments(const City& city) const
{
    std::int64_t most = 0;
    for (const SegmentDifference& s : comparison_->segments)
        most = std::max(most, std::abs(s.after - s.segment.riders));
    std::vector<ImVec2> points;
    for (const SegmentDifference& s : comparison_->segments) {
        const Pattern& pattern = city.patterns[s.segment.pattern];
        points.clear();
        view_.pixels(pattern.way, pattern.stop_on_way[s.segment.position],
                     pattern.stop_on_way[s.segment.position + 1], points);
        const double share = share_of(s.after - s.segment.riders, most);
        draw_long_line(*ImGui::GetWindowDrawList(), points, palette::change(share),
                       1.5F + 6 * static_cast<float>(std::abs(share)));
    }
    return most;
}

void ComparisonPanel::draw_stops(const City& city) const
{
    std::int64_t most = 0;
    for (const StopDifference& s : comparison_->stops)
        most = std::max(most, std::abs(s.after - s.before));
    for (const StopDifference& s : comparison_->stops) {
        if (s.after == s.before) continue;
        const double share = share_of(s.after - s.before, most);
        draw_disc(*ImGui::GetWindowDrawList(), view_.pixel(city.stops[s.stop].at),
                  3 + 9 * static_cast<float>(std::sqrt(std::abs(share))), palette::change(share));
    }
}

void ComparisonPanel::draw_legend(const Session& session, ImVec2 corner, ImVec2 size,
                                  std::int64_t most)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 low{corner.x + 10, corner.y + size.y - 62};
    draw.AddRectFilled(low, {low.x + 430, low.y + 54}, IM_COL32(255, 255, 255, 225), 6);
    if (most == 0)
        return draw.AddText({low.x + 12, low.y + 16}, palette::ink,
                            session.say("As many riders in both, everywhere."));
    draw.AddRectFilled({low.x + 8, low.y + 8}, {low.x + 40, low.y + 20}, palette::vermilion);
    draw.AddText(
        {low.x + 48, low.y + 4}, palette::ink,
        fmt::format("{} -{}", session.say("fewer riders in the second, to"), most).c_str());
    draw.AddRectFilled({low.x + 8, low.y + 32}, {low.x + 40, low.y + 44}, palette::blue);
    draw.AddText({low.x + 48, low.y + 28}, palette::ink,
                 fmt::format("{} +{}", session.say("more riders in the second, to"), most).c_str());
}

Table ComparisonPanel::fares_of(const Session& session) const
{
    const auto& say = session.say;
    Table table{{{say("Rider")},
                 {say("Trip")},
                 {say("Before"), number},
                 {say("After"), number},
                 {say("Change"), number}},
                {}};
    const auto& trips = session.run.city.trips;  // a receipt of a shop is none of them
    for (const sim::ChangedFare& f : comparison_->runs.fares.first)
        table.rows.push_back({std::to_string(f.rider),
                              f.trip < trips.size() ? trips[f.trip].id : say("sale"),
                              yen_text(f.before), yen_text(f.after), yen_text(f.after - f.before)});
    return table;
}

Table ComparisonPanel::facts_of(const Session& session) const
{
    const auto& say = session.say;
    const sim::RunDiff& runs = comparison_->runs;
    Table table{{{say("What")}, {say("Before"), number}, {say("After"), number}}, {}};
    for (const sim::Named& fact : runs.facts)
        if (fact.before != fact.after) table.rows.push_back({fact.name, fact.before, fact.after});
    for (const sim::Named& setting : runs.settings)
        table.rows.push_back({setting.name, setting.before, setting.after});
    for (const sim::BudgetPair& b : runs.budgets)
        table.rows.push_back({b.name, amount(b.before, b.unit), amount(b.after, b.unit)});
    for (const sim::PropertyPair& p : runs.properties)
        if (p.before != p.after) table.rows.push_back({p.name, p.before, p.after});
    for (const sim::PostingPair& p : runs.postings)
        table.rows.push_back({p.kind, yen_text(p.yen_before), yen_text(p.yen_after)});
    return table;
}

}  // namespace view
