// SPDX-License-Identifier: Apache-2.0
#include "models/broker/signing_phone.h"

#include <algorithm>

#include "models/broker/sealed_release.h"
#include "sim/base/hex_text.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};
constexpr fw::Nanos mandate_before = second * 150;  // the desk asks; all assumed
constexpr fw::Nanos mandate_end_before = second * 60;

}  // namespace

struct SigningPhone::Act {
    enum class Kind : std::uint8_t { give_mandate, end_mandate, decide };
    fw::Nanos at{};
    std::size_t which = 0;
    Kind kind = Kind::decide;
};

KeyCustody custody_of(std::uint32_t resident)
{
    return resident % 2 == 0 ? KeyCustody::secure_element : KeyCustody::sub_sim;
}

void SigningPhone::serve(Desk& desk)
{
    std::vector<Act> acts;
    for (std::size_t i = 0; i < ground_.plan.size(); ++i) {
        const PlannedDataUse& one = ground_.plan[i];
        if (one.phone != number_) continue;
        if (one.mandate != Mandate::none_needed && one.mandate != Mandate::none)
            acts.push_back({one.asks - mandate_before, i, Act::Kind::give_mandate});
        if (one.mandate == Mandate::revoked)
            acts.push_back({one.asks - mandate_end_before, i, Act::Kind::end_mandate});
        if (one.hitch != UseHitch::unanswered) acts.push_back({one.looks, i, Act::Kind::decide});
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const Act& a, const Act& b) { return a.at < b.at; });
    for (const Act& act : acts) {
        if (desk.now() < act.at) desk.wait_until(act.at);
        if (act.kind == Act::Kind::give_mandate) give_mandate(desk, ground_.plan[act.which]);
        if (act.kind == Act::Kind::end_mandate) end_mandate(desk, ground_.plan[act.which]);
        if (act.kind == Act::Kind::decide) decide(desk, act.which);
    }
}

fw::Nanos SigningPhone::drawn(const sim::Distribution& length, std::int64_t use,
                              std::uint64_t draw) const
{
    const sim::RngStream stream(ground_.scenario.seed, "signing phone");
    return sim::quantiles_of(length).at(stream.bits(static_cast<std::uint64_t>(use), draw));
}

sim::FlowRow SigningPhone::begin(Desk& desk, const char* service, std::uint32_t resident)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = service;
    flow.place = desk.name();
    flow.resident = resident;
    flow.u[0] = desk.now().count;
    return flow;
}

void SigningPhone::end(Desk& desk, sim::FlowRow& flow, const std::string& why)
{
    if (flow.u[1] >= 0) flow.u[2] = desk.now().count;
    if (why.empty()) flow.u[3] = flow.u[2];
    flow.outcome = why.empty() ? "done" : why == "no_answer" ? "failed" : "refused";
    flow.reason = why;
    desk.end_flow(flow);
}

sim::Form SigningPhone::signed_by(std::uint32_t resident, sim::Form form) const
{
    const auto key = PhoneKey::made_in(custody_of(resident), resident, 0, KeyDomain::consents);
    form.set("serial", key->public_key().serial);
    return form.set("signature", sim::hex_of(key->sign(form.bytes())));
}

// Empty when the answer is the one wanted, else why not.
std::string SigningPhone::sent(Desk& desk, const sim::Form& form, const char* wanted)
{
    const auto reply = ask_again(desk, "broker", form, ground_.asking());
    if (!reply) return "no_answer";
    return reply->kind() == wanted ? "" : reply->text("reason").value_or(reply->kind());
}

sim::Form SigningPhone::look(Desk& desk, const PlannedDataUse& planned)
{
    const auto look = sim::Form("use.look")
                          .set("use", planned.use)
                          .set("person", person(planned.resident))
                          .set("actor", person(planned.proxy));
    const fw::Nanos late = desk.now() + ground_.rules().patience;
    while (desk.now() < late) {
        const auto reply = desk.call("broker", look, ground_.rules().deadline);
        if (reply && reply->kind() != "use.nothing") return *reply;
        desk.spend(ground_.rules().poll);
    }
    return sim::Form("use.refused").set("reason", "nothing_asked");
}

void SigningPhone::decide(Desk& desk, std::size_t which)
{
    const PlannedDataUse& planned = ground_.plan[which];
    const char* const service = planned.proxy == planned.resident ? "S34" : "S40";
    sim::FlowRow flow = begin(desk, service, planned.proxy);
    const sim::Form screen = look(desk, planned);
    const std::string why = screen.kind() == "use.screen"
                                ? answer_screen(desk, which, screen, flow)
                                : screen.text("reason").value_or("malformed");
    ground_.rows[which].phone = why.empty() ? "granted" : why;
    if (why.empty()) ground_.rows[which].granted = desk.now().count;
    end(desk, flow, why);
    if (why.empty() && planned.hitch == UseHitch::revoked) take_back(desk, which);
}

std::string SigningPhone::answer_screen(Desk& desk, std::size_t which, const sim::Form& screen,
                                        sim::FlowRow& flow)
{
    const PlannedDataUse& planned = ground_.plan[which];
    desk.spend(drawn(ground_.rules().reads, planned.use, draw_read));
    if (planned.hitch == UseHitch::declined) {
        const auto no = sim::Form("use.decline")
                            .set("use", planned.use)
                            .set("person", person(planned.resident))
                            .set("actor", person(planned.proxy));
        const std::string why = sent(desk, no, "use.declined");
        return why.empty() ? "declined" : why;
    }
    desk.spend(drawn(ground_.rules().signs, planned.use, draw_sign));
    flow.u[1] = desk.now().count;
    const bool foreign = planned.hitch == UseHitch::foreign;
    sim::Form form =
        signed_by(foreign ? planned.stranger : planned.proxy, consent_to(planned, screen));
    if (planned.hitch == UseHitch::forged)
        form = signed_by(planned.proxy, form.without("signature").set("purpose", "anything"))
                   .set("purpose", screen.text("purpose").value_or(""));
    return sent(desk, form, "use.granted");
}

sim::Form SigningPhone::consent_to(const PlannedDataUse& planned, const sim::Form& screen) const
{
    const sim::KeyBytes mine =
        test_key(ground_.scenario.seed, "phone/" + std::to_string(planned.use));
    const auto theirs = sim::public_half_of_hex(screen.text("key").value_or(""));
    const auto key = theirs ? consent_key(mine, *theirs, planned.use) : std::nullopt;
    sim::Form form("use.consent");
    for (const char* name : {"receiver", "holder", "item", "purpose"})
        form.set(name, screen.text(name).value_or(""));
    return form.set("use", planned.use)
        .set("person", person(planned.resident))
        .set("actor", person(planned.proxy))
        .set("expires_ns", screen.number("expires_ns").value_or(0))
        .set("person_key", sim::hex_of(sim::public_half(mine)))
        .set("consent_key", key ? sim::hex_of(sim::public_half(*key)) : "");
}

void SigningPhone::take_back(Desk& desk, std::size_t which)
{
    const PlannedDataUse& planned = ground_.plan[which];
    const sim::RngStream stream(ground_.scenario.seed, "second thoughts");
    const auto longest = static_cast<std::uint64_t>(ground_.rules().second_thoughts.count);
    desk.spend({static_cast<std::int64_t>(
        stream.below(longest, static_cast<std::uint64_t>(planned.use), draw_second_thoughts))});
    sim::FlowRow flow = begin(desk, "S34", planned.proxy);
    auto revoke = sim::Form("use.revoke")
                      .set("use", planned.use)
                      .set("person", person(planned.resident))
                      .set("actor", person(planned.proxy))
                      .set("receiver", ground_.rows[which].receiver)
                      .set("purpose", ground_.rows[which].purpose);
    desk.spend(drawn(ground_.rules().signs, planned.use, draw_sign_again));
    flow.u[1] = desk.now().count;
    const sim::Form form = signed_by(planned.proxy, std::move(revoke));
    std::string why = sent(desk, form, "use.revoked");
    for (int i = 0; i < 60 && (why == "use.stopping" || why == "no_answer"); ++i) {
        desk.spend(ground_.rules().poll);
        why = sent(desk, form, "use.revoked");
    }
    end(desk, flow, why);
}

}  // namespace model
