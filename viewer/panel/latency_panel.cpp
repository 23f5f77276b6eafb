// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/latency_panel.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "viewer/panel/lines_choice.h"
#include "viewer/panel/texts.h"
#include "viewer/plot/palette.h"
#include "viewer/plot/plot.h"

namespace view
{

namespace
{

constexpr auto number = Column::Kind::number;

struct Percentile {
    int thousandths;
    const char* name;
    ImU32 colour;
};
constexpr Percentile percentiles[] = {
    {500, "p50", palette::ink}, {950, "p95", palette::soft}, {990, "p99", palette::purple}};

// As many taps a bin, evened out by how wide it is on a logarithmic axis.
double height_of(const LatencyBin& bin)
{
    const double octaves = std::log2(static_cast<double>(bin.to) /
                                     static_cast<double>(std::max<std::int64_t>(bin.from, 1'000)));
    return static_cast<double>(bin.taps) / std::max(octaves * 16, 1e-3);
}

}  // namespace

void LatencyPanel::draw(Session& session)
{
    draw_choice(session);
    const Answer& answer =
        answer_.get({length_, session.focus.operator_index, device_, session.run.revision},
                    [&] { return answer_of(session); });
    save_.draw(session, {"latency", &answer.slow_table, {}});
    draw_distribution(session, answer);
    const float third = ImGui::GetContentRegionAvail().x / 3 - 6;
    ImGui::BeginChild("hops", {third, 0});
    draw_hops(session);
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("devices", {third, 0});
    draw_devices(session);
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("slowest");
    draw_slowest(session, answer);
    ImGui::EndChild();
}

void LatencyPanel::draw_choice(Session& session)
{
    const auto& say = session.say;
    ImGui::SetNextItemWidth(160);
    if (ImGui::BeginCombo("##length", say(name_of(length_)))) {
        for (std::size_t i = 1; i <= lengths; ++i) {
            const auto length = static_cast<Length>(i);
            if (ImGui::Selectable(say(name_of(length)), length == length_)) length_ = length;
        }
        ImGui::EndCombo();
    }
    ImGui::SameLine();
    draw_lines_choice(session);
    if (device_) {
        if (ImGui::Button(
                fmt::format("{} {}: {}", say("reader"), *device_, say("all readers")).c_str()))
            device_.reset();
        ImGui::SameLine();
    }
}

LatencyPanel::Answer LatencyPanel::answer_of(const Session& session) const
{
    const auto& say = session.say;
    const Result& result = session.run.result;
    Answer answer;
    answer.taps = latency(result, {length_, session.focus.operator_index, device_});
    answer.budgets = budgets_of(result, length_);
    answer.slowest = slowest(result, length_);
    answer.slow_table.columns = {{say("Longest taps")}, {say(name_of(length_)), number}};
    for (const SlowTap& tap : answer.slowest)
        answer.slow_table.rows.push_back({key_text(tap.device, tap.sequence), length_text(tap.ns)});
    return answer;
}

void LatencyPanel::mark(Plot& plot, const Words& say, const Answer& answer)
{
    for (const Percentile& p : percentiles) {
        const std::int64_t at = answer.taps.quantile(p.thousandths);
        plot.mark_x(static_cast<double>(at), fmt::format("{} {}", p.name, length_text(at)),
                    p.colour);
    }
    for (const Budget& budget : answer.budgets)
        plot.mark_x(
            static_cast<double>(budget.limit),
            fmt::format("{} {} {}", say("budget"), budget.statistic, length_text(budget.limit)),
            budget.verdict == "fail" ? palette::vermilion : palette::green);
}

void LatencyPanel::draw_distribution(Session& session, const Answer& answer)
{
    const auto& say = session.say;
    const auto& bins = answer.taps.bins;
    if (bins.empty()) {
        ImGui::TextUnformatted(say("No tap got this far."));
        return;
    }
    double most = 1;
    for (const LatencyBin& bin : bins) most = std::max(most, height_of(bin));
    double to = static_cast<double>(bins.back().to);
    for (const Budget& budget : answer.budgets)
        to = std::max(to, static_cast<double>(budget.limit) * 1.1);
    const double from = std::max(static_cast<double>(bins.front().from) * 0.9, 8'000.0);
    const Axis x{from, to, true, Axis::Unit::nanoseconds, say(name_of(length_))};
    const Axis y{0, round_up(most), false, Axis::Unit::count,
                 fmt::format("{} ({})", say("taps per 1/16 octave"), answer.taps.taps)};
    Plot plot("distribution", {0, ImGui::GetContentRegionAvail().y * 0.5F}, x, y);
    for (const LatencyBin& bin : bins)
        plot.bar(std::max(static_cast<double>(bin.from), from), static_cast<double>(bin.to),
                 height_of(bin), palette::sky);
    mark(plot, session.say, answer);
}

void LatencyPanel::draw_hops(Session& session)
{
    const auto& say = session.say;
    const Question question{Length::poll, session.focus.operator_index, device_,
                            session.run.revision};
    const Table& table = hops_.get(question, [&] {
        Table hops{{{say("Hop")}, {"p50", number}, {"p99", number}, {say("Longest"), number}}, {}};
        for (std::size_t i = 1; i <= lengths; ++i) {
            const Distribution all =
                latency(session.run.result,
                        {static_cast<Length>(i), session.focus.operator_index, device_});
            hops.rows.push_back({say(name_of(static_cast<Length>(i))),
                                 length_text(all.quantile(500)), length_text(all.quantile(990)),
                                 length_text(all.quantile(1000))});
        }
        return hops;
    });
    const int row = draw_table("hops", table, 0, static_cast<int>(length_) - 1);
    if (row != no_row) length_ = static_cast<Length>(row + 1);
}

LatencyPanel::Devices LatencyPanel::devices_of(const Session& session)
{
    const auto& say = session.say;
    Devices devices{latency_by_device(session.run.result),
                    {{{say("Reader")}, {say("Bus")}, {say("Taps"), number}, {"p99", number}}, {}}};
    for (const DeviceLatency& d : devices.rows)
        devices.table.rows.push_back({std::to_string(d.device), session.run.city.buses[d.bus].name,
                                      std::to_string(d.taps), length_text(d.p99)});
    return devices;
}

void LatencyPanel::draw_devices(Session& session)
{
    const Devices& devices =
        devices_.get(session.run.revision, [&] { return devices_of(session); });
    const int row = draw_table("devices", devices.table);
    if (row != no_row) device_ = devices.rows[static_cast<std::size_t>(row)].device;
}

void LatencyPanel::draw_slowest(Session& session, const Answer& answer)
{
    const int row = draw_table("slowest", answer.slow_table);
    if (row == no_row) return;
    const SlowTap& tap = answer.slowest[static_cast<std::size_t>(row)];
    session.open_tap({tap.device, tap.sequence});
}

}  // namespace view
