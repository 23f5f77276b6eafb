// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_app.h"

#include "models/school/watch_sender.h"
#include "models/service/ask_again.h"

namespace model
{

namespace
{

// All *assumed*: pressing, and how long and how often an answer is waited for. The office answers
// when what it has sent lives no more.
constexpr fw::Nanos pressing{3'000'000'000}, answers_by{15'000'000'000};
constexpr std::int32_t presses = 6;

constexpr const char* act_words[] = {"allow", "revoke", "intrude", "hide"};

sim::Form request_of(const PlannedAct& act, const WatchChild& child, std::size_t number)
{
    const bool allows = act.act == WatchAct::allow || act.act == WatchAct::intrude;
    const std::string request = "act-" + std::to_string(number + 1);
    if (act.act == WatchAct::hide)
        return sim::Form("watch.hide").set("request", request).set("child", child.name);
    return sim::Form(allows ? "watch.allow" : "watch.revoke")
        .set("request", request)
        .set("child", child.name)
        .set("actor", act.act == WatchAct::intrude ? child.second_name : child.guardian_name)
        .set("receiver", act.for_second ? child.second_name : child.guardian_name)
        .set("purpose", "events");
}

void close_act(Desk& desk, sim::FlowRow& flow, sim::WatchActRow& row, sim::Recorder& recorder,
               const std::optional<sim::Form>& reply)
{
    if (reply) row.done = flow.u[2] = desk.now().count;
    const bool refused = reply && reply->kind() == "watch.refused";
    if (reply && !refused) flow.u[3] = flow.u[4] = flow.u[2];
    row.outcome = !reply ? "no_answer" : reply->text("reason").value_or("accepted");
    flow.service = "S38";
    flow.place = desk.name();
    flow.outcome = !reply ? "failed" : refused ? "refused" : "done";
    flow.reason = row.outcome == "accepted" ? "" : row.outcome;
    recorder.service(row);
    desk.end_flow(flow);
}

void do_act(Desk& desk, WatchGround& ground, std::size_t number)
{
    const PlannedAct& act = ground.plan.acts[number];
    const WatchChild& child = ground.plan.children[act.child];
    if (desk.now() < act.at) desk.wait_until(act.at);
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    flow.resident = act.act == WatchAct::intrude ? child.second : child.guardian;
    desk.spend(pressing);
    flow.u[1] = desk.now().count;
    sim::WatchActRow row{desk.now().count, -1, act_words[static_cast<std::size_t>(act.act)],
                         child.name,       "", ""};
    if (act.act != WatchAct::hide)
        row.receiver = act.for_second ? child.second_name : child.guardian_name;
    if (act.act == WatchAct::revoke && !act.for_second)
        ground.phones.at(child.guardian_name)->withdraw();
    const auto reply =
        ask_again(desk, "watch_office", request_of(act, child, number), {answers_by, presses, {}});
    close_act(desk, flow, row, ground.recorder, reply);
}

}  // namespace

void GuardianApp::serve(Desk& desk)
{
    const auto phones = static_cast<std::size_t>(ground_.rules().phones);
    for (std::size_t i = 0; i < ground_.plan.acts.size(); ++i) {
        const PlannedAct& act = ground_.plan.acts[i];
        if (act.act != WatchAct::hide && act.child % phones == number_) do_act(desk, ground_, i);
    }
}

void SchoolOffice::serve(Desk& desk)
{
    for (std::size_t i = 0; i < ground_.plan.acts.size(); ++i)
        if (ground_.plan.acts[i].act == WatchAct::hide) do_act(desk, ground_, i);
    call_the_roll(desk);
}

void SchoolOffice::call_the_roll(Desk& desk)
{
    desk.wait_until(ground_.rules().bell + ground_.rules().alarm_after);
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = flow.u[1] = desk.now().count;
    sim::WatchActRow row{desk.now().count, -1, "roll_call", "", "", ""};
    const auto reply =
        ask_again(desk, "watch_office", sim::Form("watch.roll_call").set("request", "roll-call"),
                  {ground_.rules().deadline, presses, {}});
    close_act(desk, flow, row, ground_.recorder, reply);
}

}  // namespace model
