// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/money_panel.h"

#include <fmt/format.h>
#include <imgui.h>

#include "viewer/panel/radio.h"
#include "viewer/panel/texts.h"

namespace view
{

namespace
{

constexpr auto number = Column::Kind::number;
constexpr std::size_t listed = 500;

Table books_of(const std::vector<Checkpoint>& checkpoints, const Words& say)
{
    Table table{{{say("Checkpoint")},
                 {say("Purses"), number},
                 {say("Fare boxes"), number},
                 {say("Ledger"), number},
                 {say("In suspense"), number},
                 {say("Statements"), number},
                 {say("Boxes less ledger"), number},
                 {say("Explained"), number},
                 {say("By taps"), number}},
                {}};
    for (const Checkpoint& c : checkpoints)
        table.rows.push_back({minute_text(c.t), yen_text(c.purses), yen_text(c.journals),
                              yen_text(c.ledger), yen_text(c.suspense), yen_text(c.statements),
                              yen_text(c.difference), yen_text(c.explained),
                              std::to_string(c.taps)});
    return table;
}

Table flows_of(const Session& session)
{
    const auto& say = session.say;
    Table table{{{say("Transfer")},
                 {say("From")},
                 {say("To")},
                 {say("Times"), number},
                 {say("Yen"), number}},
                {}};
    for (const Flow& f : flows(session.run.result))
        table.rows.push_back({say(f.kind.c_str()), say(f.from.c_str()), say(f.to.c_str()),
                              std::to_string(f.times), yen_text(f.yen)});
    return table;
}

Table statements_of(const Session& session)
{
    const auto& say = session.say;
    Table table{{{say("Operator")},
                 {say("Fares by card"), number},
                 {say("Cash fares"), number},
                 {say("Adjustments"), number},
                 {say("Cancelled"), number},
                 {say("Above the cap"), number},
                 {say("Top-ups taken in"), number}},
                {}};
    for (const Statement& s : statements(session.run.result))
        table.rows.push_back({session.run.city.operators[s.operator_index], yen_text(s.fares),
                              yen_text(s.cash_fares), yen_text(s.adjustments), yen_text(s.cancels),
                              yen_text(s.caps), yen_text(s.top_ups)});
    return table;
}

Table lost_of(const std::vector<LostAnswer>& answers, const Words& say)
{
    Table table{{{say("Tap")},
                 {say("Yen"), number},
                 {say("At")},
                 {say("The card had paid")},
                 {say("In the end")}},
                {}};
    for (const LostAnswer& a : answers)
        table.rows.push_back({key_text(a.tap.device, a.tap.sequence), yen_text(a.yen),
                              clock_text(a.made), a.done ? say("yes") : say("no"),
                              say(a.end.c_str())});
    return table;
}

}  // namespace

MoneyPanel::Answer MoneyPanel::answer_of(const Session& session)
{
    Answer answer;
    answer.checkpoints = checkpoints(session.run.result);
    answer.lost_answers = lost_answers(session.run.result, listed);
    answer.books = books_of(answer.checkpoints, session.say);
    answer.flows = flows_of(session);
    answer.statements = statements_of(session);
    answer.lost = lost_of(answer.lost_answers, session.say);
    return answer;
}

const Table& MoneyPanel::shown(const Answer& answer) const
{
    switch (show_) {
        case Show::flows:
            return answer.flows;
        case Show::statements:
            return answer.statements;
        case Show::lost:
            return answer.lost;
        case Show::books:
            break;
    }
    return answer.books;
}

void MoneyPanel::draw_choice(const Session& session)
{
    draw_radio(session.say("Four books"), show_, Show::books);
    draw_radio(session.say("Transfers"), show_, Show::flows);
    draw_radio(session.say("Statements"), show_, Show::statements);
    draw_radio(session.say("Lost answers"), show_, Show::lost);
    ImGui::NewLine();
}

void MoneyPanel::draw(Session& session)
{
    draw_choice(session);
    const Answer& answer = answer_.get(session.run.revision, [&] { return answer_of(session); });
    const Table& table = shown(answer);
    save_.draw(session, {"money", &table, {}});
    const bool split = show_ == Show::books && checkpoint_ != no_row;
    const int row = draw_table("money", table, split ? ImGui::GetContentRegionAvail().y / 2 : 0,
                               show_ == Show::books ? checkpoint_ : no_row);
    if (row != no_row && show_ == Show::books) checkpoint_ = row;
    if (row != no_row && show_ == Show::lost)
        session.open_tap(answer.lost_answers[static_cast<std::size_t>(row)].tap);
    if (split) draw_in_flight(session, answer);
}

void MoneyPanel::draw_in_flight(Session& session, const Answer& answer)
{
    if (static_cast<std::size_t>(checkpoint_) >= answer.checkpoints.size()) return;
    const std::int64_t t = answer.checkpoints[static_cast<std::size_t>(checkpoint_)].t;
    const auto& taps = in_flight_.get({t, session.run.revision},
                                      [&] { return in_flight(session.run.result, t, listed); });
    const auto& say = session.say;
    ImGui::TextUnformatted(
        fmt::format("{} {}", say("Taps that stand between two books at"), minute_text(t)).c_str());
    Table table{{{say("Tap")}, {say("Why")}, {say("Yen"), number}}, {}};
    for (const InFlight& tap : taps)
        table.rows.push_back(
            {key_text(tap.tap.device, tap.tap.sequence), say(tap.why.c_str()), yen_text(tap.yen)});
    const int row = draw_table("between", table);
    if (row != no_row) session.open_tap(taps[static_cast<std::size_t>(row)].tap);
}

}  // namespace view
