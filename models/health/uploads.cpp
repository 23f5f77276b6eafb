// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_desk.h"

// What wearables tell their server (S49).
namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_late = 300, draw_repeated, draw_corrected };

std::uint64_t key_of(const Wearable& device, std::int64_t number)
{
    return static_cast<std::uint64_t>(device.number() * 1000 + number);
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

// None: it tells nothing, in nobody's name or without anything to tell.
const HealthGround::Person* speaks_for(const HealthGround& ground, const Wearable& device)
{
    if (!device.worn() || device.memory().empty()) return nullptr;
    const HealthGround::Person& one = ground.people[device.owner()];
    return one.subject.empty() ? nullptr : &one;
}

}  // namespace

void note_reading(const HealthGround& ground, const Wearable& device, const HeldReading& one,
                  std::int64_t acked, const char* fate)
{
    const Reading& reading = one.reading;
    ground.recorder.service(
        sim::HealthReadingRow{reading.id, reading.version, one.resident, reading.item + 1,
                              reading.value, reading.measured.count, device.number(), acked, fate});
}

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
    for (const HeldReading& reading : told)
        note_reading(ground, device, reading, desk.now().count, "kept");
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

}  // namespace model
