// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/checks_panel.h"

#include <imgui.h>

#include "viewer/data/latency.h"
#include "viewer/panel/radio.h"
#include "viewer/panel/texts.h"

namespace view
{

namespace
{

constexpr auto number = Column::Kind::number;
constexpr std::size_t listed = 1000;

// The length a time budget is about: "hop_time.read.p99" is about "read".
std::optional<Length> length_of(const std::string& expectation)
{
    for (std::size_t i = 1; i <= lengths; ++i) {
        const auto length = static_cast<Length>(i);
        const std::string name = name_of(length);
        if (expectation.starts_with(name + ".") ||
            expectation.find("." + name + ".") != std::string::npos)
            return length;
    }
    return std::nullopt;
}

}  // namespace

ChecksPanel::Answer ChecksPanel::answer_of(const Session& session)
{
    const auto& say = session.say;
    const Result& result = session.run.result;
    Answer a;
    a.asked = expectations(result);
    a.found = findings(result, listed);
    a.happened = occurrences(result);
    a.expectations.columns = {{say("Expectation")}, {say("Limit"), number}, {say("Value"), number},
                              {say("Verdict")},     {say("Broken by")},     {say("Detail")}};
    for (const Expectation& e : a.asked)
        a.expectations.rows.push_back({e.name, e.limit, e.value.empty() ? "-" : e.value,
                                       say(e.verdict.c_str()), e.broken_by, e.detail});
    a.properties.columns = {{say("Property")},
                            {say("Kind")},
                            {say("State")},
                            {say("Checked"), number},
                            {say("Violations"), number}};
    for (const Property& p : properties(result))
        a.properties.rows.push_back({p.name, say(p.kind.c_str()), say(p.verdict.c_str()),
                                     std::to_string(p.checked), std::to_string(p.violations)});
    a.findings.columns = {{say("Property")}, {say("Hop")}, {say("Yen"), number}, {say("Finding")}};
    for (const Finding& f : a.found)
        a.findings.rows.push_back({f.property, f.hop, yen_text(f.yen), f.text});
    a.occurrences.columns = {{say("Time")}, {say("Kind")}, {say("Place")}, {say("What happened")}};
    for (const Occurrence& o : a.happened)
        a.occurrences.rows.push_back({clock_text(o.t), say(o.kind.c_str()), o.place, o.text});
    return a;
}

const Table& ChecksPanel::shown(const Answer& answer) const
{
    switch (show_) {
        case Show::properties:
            return answer.properties;
        case Show::findings:
            return answer.findings;
        case Show::occurrences:
            return answer.occurrences;
        case Show::expectations:
            break;
    }
    return answer.expectations;
}

void ChecksPanel::draw(Session& session)
{
    draw_radio(session.say("Expectations"), show_, Show::expectations);
    draw_radio(session.say("Properties"), show_, Show::properties);
    draw_radio(session.say("Findings"), show_, Show::findings);
    draw_radio(session.say("Faults and changes"), show_, Show::occurrences);
    ImGui::NewLine();
    const Answer& answer = answer_.get(session.run.revision, [&] { return answer_of(session); });
    const Table& table = shown(answer);
    save_.draw(session, {"checks", &table, {}});
    if (table.rows.empty()) ImGui::TextUnformatted(session.say("None in this run."));
    const int row = draw_table("checks", table);
    if (row != no_row) follow(session, answer, static_cast<std::size_t>(row));
}

void ChecksPanel::follow(Session& session, const Answer& answer, std::size_t row)
{
    if (show_ == Show::findings && answer.found[row].tap) session.open_tap(*answer.found[row].tap);
    if (show_ == Show::occurrences) session.focus.t = answer.happened[row].t;
    if (show_ != Show::expectations) return;
    const auto length = length_of(answer.asked[row].name);
    if (!length) return;
    const std::vector<SlowTap> longest = slowest(session.run.result, *length);
    if (!longest.empty()) session.open_tap({longest[0].device, longest[0].sequence});
}

}  // namespace view
