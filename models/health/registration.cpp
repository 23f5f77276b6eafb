// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_desk.h"
#include "models/health/health_exchange.h"

#include "models/identity/validation_authority.h"

// Where a My Number Card is read: people register for the programme on a phone (S55, S63), clinics
// make check-ups whose results go to the national portal (S55).
namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_handling = 100, draw_pin };

constexpr fw::Nanos consent_lasts = health_day * 7;  // *assumed*
constexpr fw::Nanos examination{240'000'000'000};    // *assumed*
constexpr fw::Nanos portal_pause{120'000'000'000};   // until it is asked again
constexpr int portal_attempts = 40;

// A fresh challenge, signed by the person's card and put into `request`; or why not.
std::string prove(HealthGround& ground, Desk& desk, const HealthAct& act, const std::string& number,
                  std::uint32_t flow, sim::Form& request)
{
    const auto begun = ask_again(ground, desk, "exchange",
                                 sim::Form("member.begin").set("request", "begin-" + number));
    if (!begun || !begun->text("challenge")) return "no_answer";
    const std::uint32_t resident = ground.people[act.who].plan.resident;
    const HeldCard card = ground.card_of(resident);
    const fw::Nanos handling = ground.handling.at(ground.stream.bits(resident, draw_handling));
    const fw::Nanos typing = ground.pin_entry.at(ground.stream.bits(resident, draw_pin));
    CardHolderAtReader holder(desk, ApduReader(ground.reader), {handling, typing},
                              {flow, resident});
    MyNumberCard chip(card.profile);
    const std::string challenge = *begun->text("challenge");
    const SignedText proof =
        holder.sign(chip, card.pin, text_to_sign(challenge, card.serial), act.mishap);
    if (!proof.failure.empty()) return proof.failure;
    request.set("request", number).set("serial", card.serial).set("challenge", challenge);
    request.set("certificate", proof.certificate).set("signature", proof.signature);
    return "";
}

// The portal may be busy or closed: then later.
std::optional<sim::Form> tell_portal(HealthGround& ground, Desk& desk, const sim::Form& request)
{
    for (int attempt = 0; attempt < portal_attempts; ++attempt) {
        if (attempt > 0) desk.spend(portal_pause);
        auto reply = ask_again(ground, desk, "mynaportal", request);
        if (reply && reply->kind() == "record.stored") return reply;
        if (reply) note_act(ground, desk, "store", -1, "", reply->text("reason").value_or("?"));
    }
    return std::nullopt;
}

std::vector<Reading> examined(const HealthGround& ground, const HealthAct& act, fw::Nanos now)
{
    std::vector<Reading> found;
    const auto& items = ground.rules().items.items;
    const std::uint32_t resident = ground.people[act.who].plan.resident;
    for (std::size_t item = 0; item < items.size(); ++item) {
        const auto number = static_cast<std::int64_t>(item);
        const auto key = static_cast<std::uint64_t>(act.thing * 100 + item);
        if (items[item].source == sim::ItemSource::history ||
            ground.stream.chance(ground.rules().mishaps.missing_ppm, key, 200))
            continue;
        found.push_back({checkup_reading(static_cast<std::int64_t>(act.thing), number),
                         1,
                         number,
                         ground.body.value(resident, item, key),
                         {now.count / 1'000'000'000 * 1'000'000'000}});
    }
    return found;
}

// Tells the portal one version of a check-up; what is acknowledged is true from then on.
std::string store(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    const HealthGround::CheckUp& one = ground.checkups[act.thing - 1];
    const std::int64_t version = one.readings.empty() ? 1 : one.readings.front().version;
    sim::Form request("record.store");
    request.set("request", "store-" + std::to_string(act.thing) + "-" + std::to_string(version));
    request.set("subject", one.subject).set("status", version > 1 ? "corrected" : "final");
    put_readings(request, one.readings, ground.rules().items);
    if (!tell_portal(ground, desk, request)) return "no_answer";
    const std::int64_t resident = ground.people[act.who].plan.resident;
    for (const Reading& reading : one.readings)
        ground.recorder.service(sim::HealthReadingRow{
            reading.id, reading.version, resident, reading.item + 1, reading.value,
            reading.measured.count, 0, desk.now().count, "kept"});
    return "";
}

void end(HealthGround& ground, Desk& desk, const HealthAct& act, sim::FlowRow& flow,
         const std::string& why)
{
    flow.place = desk.name();
    flow.resident = ground.people[act.who].plan.resident;
    flow.outcome = why.empty() ? "done" : why == "no_answer" ? "failed" : "refused";
    flow.reason = why;
    desk.end_flow(flow);
}

sim::Form registration(const HealthGround& ground, const Desk& desk, const HealthAct& act)
{
    const HealthGround::Person& one = ground.people[act.who];
    sim::Form request("member.prove");
    request.set("server", one.server).set("agree", one.plan.agrees);
    request.set("advice", one.plan.advised);
    request.set("until_ns", (const_cast<Desk&>(desk).now() + consent_lasts).count);
    if (one.plan.standing == HealthStanding::upgrades)
        request.set("account", ground.people[one.plan.claims].account)
            .set("accountToken", one.token);
    return request;
}

}  // namespace

// The exchange's answer: U1 to U4, the name from now on; or why not.
static std::string register_at(HealthGround& ground, Desk& desk, HealthGround::Person& one,
                               const sim::Form& request, sim::FlowRow& flow)
{
    flow.u[1] = desk.now().count;
    const auto reply = ask_again(ground, desk, "exchange", request);
    if (!reply) return "no_answer";
    flow.u[2] = desk.now().count;
    if (reply->kind() != "member.entered") return reply->text("reason").value_or("malformed");
    one.subject = reply->text("subject").value_or("");
    one.linked = one.plan.agrees;
    flow.u[3] = flow.u[4] = flow.u[2];
    return "";
}

static std::string hitch_of(const HealthGround& ground, const HealthAct& act)
{
    const HealthPerson& one = ground.people[act.who].plan;
    if (one.standing == HealthStanding::elsewhere) return "elsewhere";
    return one.claims != act.who ? "account_of_another" : ground.card_of(one.resident).trouble;
}

void enrol(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    HealthGround::Person& one = ground.people[act.who];
    const bool upgrade = one.plan.standing == HealthStanding::upgrades;
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = upgrade ? "S63" : "S55";
    flow.u[0] = desk.now().count;
    sim::Form request = registration(ground, desk, act);
    std::string why =
        prove(ground, desk, act, "join-" + std::to_string(act.number), flow.flow, request);
    if (why.empty()) why = register_at(ground, desk, one, request, flow);
    note_act(ground, desk, upgrade ? "upgrade" : "join", one.plan.resident, hitch_of(ground, act),
             why);
    end(ground, desk, act, flow, why);
}

// The national name of the card's holder, by which the results go to the portal; or why not.
static std::string examine(HealthGround& ground, Desk& desk, const HealthAct& act,
                           const sim::Form& request, sim::FlowRow& flow)
{
    HealthGround::CheckUp& one = ground.checkups[act.thing - 1];
    flow.u[1] = desk.now().count;
    const auto reply = ask_again(ground, desk, "exchange", request);
    if (!reply) return "no_answer";
    flow.u[2] = desk.now().count;
    one.subject = reply->text("subject").value_or("");
    if (one.subject.empty()) return reply->text("reason").value_or("malformed");
    desk.spend(examination);
    one.readings = examined(ground, act, desk.now());
    const std::string why = store(ground, desk, act);
    one.stored = why.empty();
    if (one.stored) flow.u[3] = desk.now().count;
    return why;
}

void check_up(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = "S55";
    flow.u[0] = desk.now().count;
    sim::Form request("person.prove");
    std::string why =
        prove(ground, desk, act, "checkup-" + std::to_string(act.thing), flow.flow, request);
    if (why.empty()) why = examine(ground, desk, act, request, flow);
    note_act(ground, desk, "checkup", ground.people[act.who].plan.resident,
             ground.card_of(ground.people[act.who].plan.resident).trouble, why);
    end(ground, desk, act, flow, why);
}

// A laboratory has put some values right: all of it once more, as a later version.
void correct_check_up(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    HealthGround::CheckUp& one = ground.checkups[act.thing - 1];
    if (!one.stored) return;
    const std::uint32_t resident = ground.people[act.who].plan.resident;
    for (Reading& reading : one.readings) {
        ++reading.version;
        if (reading.item % 3 == 0)
            reading.value = ground.body.value(resident, static_cast<std::size_t>(reading.item),
                                              static_cast<std::uint64_t>(reading.id) + 1);
    }
    note_act(ground, desk, "correct", resident, "", store(ground, desk, act));
}

}  // namespace model
