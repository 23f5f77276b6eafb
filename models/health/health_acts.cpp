// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_desk.h"

#include <algorithm>

// What people, staff and servers ask with one request (S55, S59, S63, S64), and the collectors.
namespace model
{

namespace
{

constexpr fw::Nanos consent_lasts = health_day * 7;  // *assumed*
constexpr fw::Nanos busy_pause{15'000'000'000};      // *assumed*
constexpr int busy_attempts = 6;

struct Question {
    const char* service;
    std::string to;
    sim::Form request;
    const char* act;
    std::string hitch;
};

sim::Form agreed(const std::string& member, const char* purpose, fw::Nanos until)
{
    return sim::Form("health.agree")
        .set("resourceType", "Consent")
        .set("person", member)
        .set("domain", "mileage")
        .set("purpose", purpose)
        .set("expires", until.count);
}

// What a member agreed to on an earlier day is entered in the register again.
void load_consents(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    const HealthGround::Person& one = ground.people[act.who];
    const fw::Nanos until = desk.now() + consent_lasts;
    if (one.plan.agrees) ask_again(ground, desk, "consent", agreed(one.member, "collect", until));
    if (one.plan.advised) ask_again(ground, desk, "consent", agreed(one.member, "advice", until));
}

Question look(const HealthGround& ground, const HealthAct& act)
{
    const auto& roles = ground.rules().rules.roles;
    const sim::DashboardRole& own = roles[act.who];
    const sim::DashboardRole& asked = act.wrong ? roles[(act.who + 1) % roles.size()] : own;
    const auto& all = ground.rules().programmes;
    const auto of = std::find_if(all.begin(), all.end(), [&](const auto& one) {
        return one.municipality == asked.municipality;
    });
    sim::Form request("dash.read");
    request.set("role", asked.id).set("item", own.items[act.thing]).set("day", 0);
    return {all.size() > 1 ? "S66" : "S59", "mileage-" + std::to_string(of - all.begin() + 1),
            request, "look", act.wrong ? "role_of_another" : ""};
}

Question question_for(const HealthGround& ground, const HealthAct& act)
{
    if (act.verb == HealthVerb::look) return look(ground, act);
    const HealthGround::Person& one = ground.people[act.who];
    const auto to_server = [&](const char* service, const char* kind, const char* name) {
        return Question{service, one.server, sim::Form(kind).set("subject", one.subject), name, ""};
    };
    if (act.verb == HealthVerb::view) return to_server("S55", "view.mine", "view");
    if (act.verb == HealthVerb::ask_advice) return to_server("S64", "advice.ask", "advice");
    Question change = to_server("S64", "advice.change", "change");
    change.request.set("advice", "nurse_" + std::to_string(act.number % 3 + 1));
    return change;
}

void put(HealthGround& ground, Desk& desk, const HealthAct& act, Question question)
{
    question.request.set("request", std::string(question.act) + "-" + desk.name() + "-" +
                                        std::to_string(act.number));
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = question.service;
    flow.place = desk.name();
    const bool screen = act.verb == HealthVerb::look;
    flow.resident = ground.people[screen ? 0 : act.who].plan.resident;
    flow.u[0] = flow.u[1] = desk.now().count;
    const auto reply = ask_again(ground, desk, question.to, question.request);
    std::string why = reply ? reply->text("reason").value_or("") : "no_answer";
    if (reply) flow.u[2] = desk.now().count;
    if (why.empty()) flow.u[3] = flow.u[4] = flow.u[2];
    flow.outcome = why.empty() ? "done" : reply ? "refused" : "failed";
    flow.reason = why;
    note_act(ground, desk, question.act, screen ? -1 : flow.resident, question.hitch, why);
    desk.end_flow(flow);
}

// Both consents end; records stop at the exchange, advice at the server.
void withdraw(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    HealthGround::Person& one = ground.people[act.who];
    for (const char* purpose : {"collect", "advice"}) {
        sim::Form request("member.withdraw");
        request.set("server", one.server).set("subject", one.subject).set("purpose", purpose);
        const bool all = request.text("purpose") == "collect";
        put(ground, desk, act,
            {"S55", "exchange", request, all ? "end_collecting" : "end_advice", ""});
    }
}

std::string collect_one(HealthGround& ground, Desk& desk, const HealthGround::Person& one)
{
    const std::string number = "collect-" + std::to_string(++ground.collects);
    for (int attempt = 0; attempt < busy_attempts; ++attempt) {
        if (attempt > 0) desk.spend(busy_pause);
        const auto reply = ask_again(
            ground, desk, one.server,
            sim::Form("collect.member").set("request", number).set("subject", one.subject));
        if (!reply) return "no_answer";
        if (reply->kind() == "collect.done") return "";
        const std::string why = reply->text("reason").value_or("malformed");
        if (why != "portal_busy") return why;
        note_act(ground, desk, "ask", one.plan.resident, "", why);
    }
    return "portal_busy";
}

}  // namespace

// A round: each linked member's records, one after the other.
void collect(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    for (const HealthGround::Person& one : ground.people) {
        if (one.plan.programme != act.who || !one.linked) continue;
        const std::int64_t begun = desk.now().count;
        const std::string why = collect_one(ground, desk, one);
        ground.recorder.service(sim::HealthActRow{"collect", desk.name(), begun, one.plan.resident,
                                                  "",
                                                  why.empty()          ? "done"
                                                  : why == "no_answer" ? "failed"
                                                                       : "refused",
                                                  why});
    }
}

void ask_once(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    if (act.verb == HealthVerb::load_consent) return load_consents(ground, desk, act);
    const bool nobody = act.verb != HealthVerb::look && ground.people[act.who].subject.empty();
    if (nobody) return;
    if (act.verb == HealthVerb::withdraw) return withdraw(ground, desk, act);
    put(ground, desk, act, question_for(ground, act));
}

}  // namespace model
