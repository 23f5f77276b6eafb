// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_desk.h"

// Wearables: what they tell their server, and how the municipality lends them (S49, S56).
namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_late = 300, draw_repeated, draw_corrected };

constexpr fw::Nanos hand_over_time{60'000'000'000};  // at the counter, *assumed*

std::uint64_t key_of(const Wearable& device, std::int64_t number)
{
    return static_cast<std::uint64_t>(device.number() * 1000 + number);
}

void note(const HealthGround& ground, const Wearable& device, const HeldReading& one,
          std::int64_t acked, const char* fate)
{
    const Reading& reading = one.reading;
    ground.recorder.service(
        sim::HealthReadingRow{reading.id, reading.version, one.resident, reading.item + 1,
                              reading.value, reading.measured.count, device.number(), acked, fate});
}

// Some of what was told turns out wrong, as a sleep that went on: a later version follows.
std::vector<HeldReading> corrected(const HealthGround& ground, const std::vector<HeldReading>& told)
{
    std::vector<HeldReading> again;
    for (const HeldReading& one : told) {
        const auto key = static_cast<std::uint64_t>(one.reading.id);
        if (one.reading.version > 1 ||
            !ground.stream.chance(ground.rules().mishaps.corrected_ppm, key, draw_corrected))
            continue;
        again.push_back(one);
        ++again.back().reading.version;
        again.back().reading.value += 1 + one.reading.id % 5;
    }
    return again;
}

sim::Form batch_of(const HealthGround& ground, const Wearable& device, const std::string& subject,
                   const std::string& number)
{
    std::vector<Reading> readings;
    for (const HeldReading& one : device.memory()) readings.push_back(one.reading);
    sim::Form request("reading.upload");
    request.set("request", number).set("subject", subject).set("device", device.number());
    put_readings(request, readings, ground.rules().items);
    return request;
}

void note_loan(const HealthGround& ground, Desk& desk, const Wearable& device, const char* event,
               std::uint32_t resident)
{
    ground.recorder.service(sim::HealthLoanRow{device.number(), desk.now().count, event, resident,
                                               std::ssize(device.memory()),
                                               device.held_of_others(resident)});
}

// None: it tells nothing, in nobody's name or without anything to tell.
const HealthGround::Person* speaks_for(const HealthGround& ground, const Wearable& device)
{
    if (!device.worn() || device.memory().empty()) return nullptr;
    const HealthGround::Person& one = ground.people[device.owner()];
    return one.subject.empty() ? nullptr : &one;
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

bool tell_memory(HealthGround& ground, Desk& desk, Wearable& device, const std::string& number,
                 std::string& why)
{
    const HealthGround::Person* const one = speaks_for(ground, device);
    if (!one) return true;
    const sim::Form request = batch_of(ground, device, one->subject, number);
    const std::vector<HeldReading> told = device.memory();
    const auto reply = desk.call(one->server, request, ground.rules().deadline);
    why = !reply                             ? "no_answer"
          : reply->kind() == "reading.taken" ? ""
                                             : reply->text("reason").value_or("malformed");
    if (!why.empty()) return false;
    for (const HeldReading& reading : told) note(ground, device, reading, desk.now().count, "kept");
    device.told(corrected(ground, told));
    const auto key = static_cast<std::uint64_t>(told.front().reading.id);
    if (ground.stream.chance(ground.rules().mishaps.repeated_ppm, key, draw_repeated))
        desk.call(one->server, sim::Form(request).set("request", number + "-again"),
                  ground.rules().deadline);
    return true;
}

void upload(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    Wearable& device = ground.wearables[act.thing];
    device.measure(ground.body, desk.now());
    const HealthGround::Person* const one = speaks_for(ground, device);
    if (!one) return;
    const bool late = ground.stream.chance(ground.rules().mishaps.late_ppm,
                                           key_of(device, act.number), draw_late);
    if (late) return note_act(ground, desk, "upload", one->plan.resident, "late", "no_network");
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = "S49";
    flow.place = desk.name();
    flow.resident = one->plan.resident;
    flow.u[0] = flow.u[1] = desk.now().count;
    std::string why;
    tell_memory(ground, desk, device, "up-" + std::to_string(act.number), why);
    if (why != "no_answer") flow.u[2] = desk.now().count;
    if (why.empty()) flow.u[3] = flow.u[2];
    flow.outcome = why.empty() ? "done" : why == "no_answer" ? "failed" : "refused";
    flow.reason = why;
    note_act(ground, desk, "upload", one->plan.resident, "", why);
    desk.end_flow(flow);
}

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
    for (const HeldReading& one : device.memory()) note(ground, device, one, -1, "wiped");
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
