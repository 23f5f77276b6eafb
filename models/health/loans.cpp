// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_desk.h"

// How a municipality lends wearables, takes them back and loses them (S56).
namespace model
{

namespace
{

constexpr fw::Nanos hand_over_time{60'000'000'000};  // at the counter, *assumed*

void note_loan(const HealthGround& ground, Desk& desk, const Wearable& device, const char* event,
               std::uint32_t resident)
{
    ground.recorder.service(sim::HealthLoanRow{device.number(), desk.now().count, event, resident,
                                               std::ssize(device.memory()),
                                               device.held_of_others(resident)});
}

// The server is told of a lent wearable under one number.
std::string tell(HealthGround& ground, Desk& desk, const HealthAct& act, sim::Form request)
{
    const HealthGround::Person& one = ground.people[act.who];
    request.set("request", request.kind() + "-" + std::to_string(act.thing) + "-" +
                               std::to_string(act.at.count / 1'000'000'000));
    const auto reply = ask_again(ground, desk, one.server, request);
    if (!reply) return "no_answer";
    return reply->kind() == "device.noted" ? "" : reply->text("reason").value_or("malformed");
}

struct Counter {
    Desk& desk;
    sim::FlowRow flow;

    explicit Counter(Desk& at) : desk(at)
    {
        flow.flow = desk.begin_flow();
        flow.service = "S56";
        flow.place = desk.name();
        flow.u[0] = desk.now().count;
        desk.spend(hand_over_time);
        flow.u[1] = desk.now().count;
    }
    void end(std::uint32_t resident, const std::string& why)
    {
        flow.u[2] = desk.now().count;
        if (why.empty()) flow.u[3] = flow.u[2];
        flow.resident = resident;
        flow.outcome = why.empty() ? "done" : why == "no_answer" ? "failed" : "refused";
        flow.reason = why;
        desk.end_flow(flow);
    }
};

}  // namespace

// Handed out only when the server knows whose it is, and put on at the counter.
void lend(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    Wearable& device = ground.wearables[ground.people.size() + act.thing];
    const HealthGround::Person& one = ground.people[act.who];
    Counter counter(desk);
    std::string why = device.worn() ? "not_back" : "";
    if (why.empty())
        why = tell(
            ground, desk, act,
            sim::Form("device.lend").set("device", device.number()).set("subject", one.subject));
    if (why.empty()) device.put_on(one.plan.resident, act.who, desk.now());
    if (why.empty()) note_loan(ground, desk, device, "lent", one.plan.resident);
    note_act(ground, desk, "lend", one.plan.resident, "", why);
    counter.end(one.plan.resident, why);
}

// What it has not told yet it tells now; then its memory is wiped, told or not.
void take_back(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    Wearable& device = ground.wearables[ground.people.size() + act.thing];
    const std::uint32_t resident = ground.people[act.who].plan.resident;
    if (!device.worn() || device.wearer() != resident) return;
    Counter counter(desk);
    device.measure(ground.body, desk.now());
    std::string left;
    tell_memory(ground, desk, device, "back-" + std::to_string(act.number), left);
    for (const HeldReading& one : device.memory()) note_reading(ground, device, one, -1, "wiped");
    device.wipe();
    device.take_off();
    note_loan(ground, desk, device, "returned", resident);
    const std::string why =
        tell(ground, desk, act,
             sim::Form("device.end").set("device", device.number()).set("event", "returned"));
    note_act(ground, desk, "return", resident, left, why);
    counter.end(resident, why);
}

// Reported lost; whoever finds it wears it, and what it measures is nobody's of the programme.
void lose(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    Wearable& device = ground.wearables[ground.people.size() + act.thing];
    const std::uint32_t resident = ground.people[act.who].plan.resident;
    if (!device.worn() || device.wearer() != resident) return;
    Counter counter(desk);
    const std::string why =
        tell(ground, desk, act,
             sim::Form("device.end").set("device", device.number()).set("event", "lost"));
    device.measure(ground.body, desk.now());
    note_loan(ground, desk, device, "lost", resident);
    device.found_by(ground.people[(act.who + 1) % ground.people.size()].plan.resident);
    note_act(ground, desk, "lose", resident, "", why);
    counter.end(resident, why);
}

}  // namespace model
