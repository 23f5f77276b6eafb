// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/tap_panel.h"

#include <fmt/format.h>
#include <imgui.h>

#include "viewer/panel/tap_hops.h"
#include "viewer/panel/texts.h"

namespace view
{

namespace
{

constexpr auto number = Column::Kind::number;
std::string fields_text(const sim::TapAccount::Frame& frame)
{
    std::string text;
    for (const sim::FrameField& field : frame.fields)
        text += (text.empty() ? "" : "; ") + field.name + " " + field.value;
    return text;
}

std::string bytes_text(const std::vector<std::uint8_t>& bytes)
{
    return fmt::format("{:02x}", fmt::join(bytes, " "));
}

Table frames_of(const sim::TapAccount& tap, const Words& say)
{
    Table table{{{say("Start"), number},
                 {say("Frames")},
                 {say("On air"), number},
                 {say("Fields")},
                 {say("Bytes")}},
                {}};
    for (const auto& frame : tap.frames)
        table.rows.push_back(
            {length_text(frame.start - tap.frames.front().start),
             fmt::format("{} {}{}", frame.from_card ? "<" : ">", frame.name,
                         frame.damaged ? std::string(", ") + say("damaged") : std::string()),
             length_text(frame.air_ns), fields_text(frame), bytes_text(frame.bytes)});
    return table;
}

void line(const char* name, const std::string& value)
{
    ImGui::TextDisabled("%s", name);
    ImGui::SameLine(170);
    ImGui::TextWrapped("%s", value.c_str());
}

}  // namespace

TapPanel::Answer TapPanel::answer_of(const Session& session)
{
    Answer answer;
    if (!session.focus.tap) {
        answer.trouble =
            session.say("Choose a tap: search for its key, or click one in another panel.");
        return answer;
    }
    answer.account = account_of(session.run.result, *session.focus.tap);
    if (!answer.account)
        answer.trouble =
            fmt::format("{} {}", session.say("no such tap in this run:"),
                        key_text(session.focus.tap->device, session.focus.tap->sequence));
    else
        answer.frames = frames_of(*answer.account, session.say);
    return answer;
}

void TapPanel::draw(Session& session)
{
    const Answer& answer =
        answer_.get({session.focus.tap, session.run.revision}, [&] { return answer_of(session); });
    if (!answer.account) {
        ImGui::TextUnformatted(answer.trouble.c_str());
        return;
    }
    const sim::TapAccount& tap = *answer.account;
    draw_place(session, answer);
    draw_tap_hops(session.say, tap.hops);
    const float half = ImGui::GetContentRegionAvail().x * 0.6F;
    ImGui::BeginChild("frames", {half, 0});
    draw_frames(session, answer);
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("money");
    draw_money(session, tap);
    ImGui::EndChild();
}

void TapPanel::draw_place(Session& session, const Answer& answer)
{
    const sim::TapAccount& tap = *answer.account;
    const auto& say = session.say;
    ImGui::TextUnformatted(fmt::format("{} {}: {}, {}", say("Tap"), tap.text("tap"),
                                       say(tap.text("kind").c_str()),
                                       say(tap.text("verdict").c_str()))
                               .c_str());
    ImGui::SameLine();
    const auto& trips = session.run.city.trips;  // a receipt of a shop is none of them
    const auto trip = static_cast<std::size_t>(tap.number("trip").value_or(0));
    if (trip < trips.size() && ImGui::Button(say("Show on the map"))) {
        session.focus.bus = static_cast<std::uint32_t>(trips[trip].bus);
        session.focus.stop.reset();
        session.focus.t = tap.number("t0").value_or(session.focus.t);
        session.panel = PanelName::map;
    }
    ImGui::SameLine();
    const std::string name = "tap-" + tap.text("tap");
    save_.draw(session, {name.c_str(), &answer.frames, {}});
    ImGui::TextUnformatted(
        fmt::format("{}  {}  {}  {} - {}",
                    tap.number("t0") ? clock_text(*tap.number("t0")) : std::string("-"),
                    tap.text("bus") + tap.text("shop"), tap.text("route_name"),
                    tap.text("true_board"), tap.text("true_alight"))
            .c_str());
}

void TapPanel::draw_frames(const Session& session, const Answer& answer)
{
    const auto& say = session.say;
    if (!answer.account->frames.empty()) {
        draw_table("frames", answer.frames);
        return;
    }
    ImGui::TextWrapped("%s", say("No frames were kept of this tap; this records them:"));
    ImGui::TextWrapped("%s", answer.account->record_frames.c_str());
}

void TapPanel::draw_money(const Session& session, const sim::TapAccount& tap)
{
    const auto& say = session.say;
    ImGui::TextUnformatted(say("Fare lines"));
    for (const auto& due : tap.due) {
        if (due.price) line(say("Price"), yen_text(*due.price));
        if (!due.reduction.empty()) line(say("Discount"), due.reduction);
        line(say("Riders"), std::to_string(due.riders));
        if (due.due) line(say("Due"), yen_text(*due.due));
        line(say("Rule"), due.rule_id + " (" + due.rule + ")");
    }
    line(say("Paid"), yen_text(tap.number("fare").value_or(0)));
    ImGui::Spacing();
    ImGui::TextUnformatted(say("Ledger"));
    Table table{
        {{say("Time")}, {say("Transfer")}, {say("From")}, {say("To")}, {say("Yen"), number}}, {}};
    for (const auto& p : tap.postings)
        table.rows.push_back({clock_text(p.t), say(p.kind.c_str()), say(p.source.c_str()),
                              say(p.target.c_str()), yen_text(p.yen)});
    draw_table("postings", table, 140);
    if (tap.findings.empty()) return;
    ImGui::TextUnformatted(say("Findings"));
    for (const auto& finding : tap.findings)
        ImGui::TextWrapped("%s: %s", finding.property.c_str(), finding.text.c_str());
}

}  // namespace view
