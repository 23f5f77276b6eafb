// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/overview_panel.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "viewer/panel/texts.h"
#include "viewer/panel/verdict_badge.h"
#include "viewer/plot/palette.h"
#include "viewer/plot/plot.h"

namespace view
{

namespace
{

constexpr std::int64_t quarter = 900'000'000'000;
constexpr std::size_t listed = 20;

void fact(const char* name, const std::string& value)
{
    ImGui::TextDisabled("%s", name);
    ImGui::SameLine(170);
    ImGui::TextUnformatted(value.c_str());
}

std::pair<std::size_t, std::size_t> quarters_with_riders(const std::vector<std::int64_t>& riders)
{
    std::size_t first = riders.size(), last = 0;
    for (std::size_t i = 0; i < riders.size(); ++i)
        if (riders[i] > 0) first = std::min(first, i), last = i;
    return {std::min(first, last), last};
}

void draw_bars(Plot& plot, const std::vector<std::int64_t>& riders, ImU32 colour)
{
    for (std::size_t i = 0; i < riders.size(); ++i)
        if (riders[i] > 0)
            plot.bar(static_cast<double>(i) * quarter, static_cast<double>(i + 1) * quarter,
                     static_cast<double>(riders[i]), colour);
}

}  // namespace

Table OverviewPanel::table_of(const Sums& sums, const Words& say)
{
    Table table{{{say("Time")},
                 {say("Boardings shown by taps"), Column::Kind::people},
                 {say("Boardings seen"), Column::Kind::people}},
                {}};
    for (std::size_t i = 0; i < sums.seen_by_quarter.size(); ++i)
        if (sums.seen_by_quarter[i] > 0)
            table.rows.push_back({minute_text(static_cast<std::int64_t>(i) * quarter),
                                  std::to_string(sums.paid_by_quarter[i]),
                                  std::to_string(sums.seen_by_quarter[i])});
    return table;
}

OverviewPanel::Sums OverviewPanel::sums_of(const Session& session)
{
    Sums sums;
    for (const ClassRides& rides : rides_by_class(session.run.result, session.run.city, {})) {
        sums.rides += rides.riders;
        if (rides.discount_class != 0 || rides.half) sums.discounted += rides.riders;
        sums.fare += rides.fare;
        sums.base_fare += rides.base_fare;
    }
    sums.paid_by_quarter = boardings_by_quarter(session.run.day, session.run.city, {});
    sums.seen_by_quarter.resize(sums.paid_by_quarter.size());
    for (const Visit& visit : session.run.day.visits) {
        sums.paid_riders += visit.boarded;
        sums.seen_riders += visit.seen_boarding;
        const auto at = static_cast<std::size_t>(visit.arrival / quarter);
        if (at >= sums.seen_by_quarter.size()) sums.seen_by_quarter.resize(at + 1);
        sums.seen_by_quarter[at] += visit.seen_boarding;
    }
    sums.paid_by_quarter.resize(sums.seen_by_quarter.size());
    sums.table = table_of(sums, session.say);
    sums.broken = expectations(session.run.result);
    std::erase_if(sums.broken, [](const Expectation& e) { return e.verdict == "pass"; });
    sums.findings = findings(session.run.result, listed);
    return sums;
}

void OverviewPanel::draw(Session& session)
{
    draw_verdict_badge(session.run.result.head(), session.say);
    ImGui::SameLine();
    const Sums& sums = sums_.get(session.run.revision, [&] { return sums_of(session); });
    save_.draw(session, {"overview", &sums.table, {}});
    ImGui::Spacing();
    ImGui::BeginGroup();
    draw_run(session);
    ImGui::Spacing();
    draw_numbers(session, sums);
    ImGui::EndGroup();
    draw_day(session, sums);
    draw_trouble(session, sums);
}

void OverviewPanel::draw_run(const Session& session)
{
    const RunHead& head = session.run.result.head();
    fact(session.say("Scenario"), head.scenario);
    fact(session.say("Service day"), head.timetable_date);
    fact(session.say("Seed, time mode"), fmt::format("{}, {}", head.seed, head.mode));
    fact(session.say("Build"), head.build);
    if (!head.error.empty()) fact(session.say("Bench trouble"), head.error);
}

void OverviewPanel::draw_numbers(const Session& session, const Sums& sums)
{
    const auto& say = session.say;
    fact(say("Taps"), std::to_string(session.run.result.head().taps));
    fact(say("Riders"), fmt::format("{} {}, {} {}", sums.paid_riders, say("shown by taps"),
                                    sums.seen_riders, say("seen boarding")));
    fact(say("With a discount"), share_text(sums.discounted, sums.rides));
    fact(say("Fares"), fmt::format("{} ({} {})", yen_text(sums.fare), yen_text(sums.base_fare),
                                   say("without discounts")));
}

void OverviewPanel::draw_day(const Session& session, const Sums& sums)
{
    if (session.run.day.visits.empty()) {
        ImGui::TextUnformatted(session.say("No bus has stopped anywhere in this run."));
        return;
    }
    const auto [first, last] = quarters_with_riders(sums.seen_by_quarter);
    const auto most = *std::max_element(sums.seen_by_quarter.begin(), sums.seen_by_quarter.end());
    const Axis x{static_cast<double>(first) * quarter, static_cast<double>(last + 1) * quarter,
                 false, Axis::Unit::clock, session.say("time of day")};
    const Axis y{0, round_up(static_cast<double>(most)), false, Axis::Unit::count,
                 session.say("boardings in 15 min: blue shown by taps, light seen boarding")};
    Plot plot("boardings", {0, 230}, x, y);
    draw_bars(plot, sums.seen_by_quarter, palette::sky);
    draw_bars(plot, sums.paid_by_quarter, palette::blue);
    plot.mark_x(static_cast<double>(session.focus.t), minute_text(session.focus.t),
                palette::vermilion);
}

void OverviewPanel::draw_trouble(Session& session, const Sums& sums)
{
    ImGui::Separator();
    if (session.run.result.head().verdict.empty())
        return ImGui::TextUnformatted(session.say("Nothing is proven yet: the run has not ended."));
    for (const Expectation& asked : sums.broken) {
        const std::string line = fmt::format("{}: {} {}, {}", asked.verdict, asked.name,
                                             asked.limit, asked.value.empty() ? "-" : asked.value);
        if (ImGui::Selectable(line.c_str())) session.panel = PanelName::checks;
    }
    for (const Finding& finding : sums.findings)
        if (ImGui::Selectable(finding.text.c_str()) && finding.tap) session.open_tap(*finding.tap);
    if (sums.broken.empty() && sums.findings.empty())
        ImGui::TextDisabled("%s", session.say("Nothing broke what was asked for."));
}

}  // namespace view
