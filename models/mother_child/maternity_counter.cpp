// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/maternity_counter.h"

#include <algorithm>

#include "models/identity/validation_authority.h"
#include "models/mother_child/maternity_session.h"
#include "models/people/person_names.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_look, draw_explain, draw_handling, draw_password };

constexpr int tries_of_a_card = 5;
constexpr fw::Nanos gone_at_once{1'000'000};  // the PC does not wait for the answer

}  // namespace

std::string MotherGround::app_of(const MotherVisit& visit, bool hers) const
{
    return hex_name(sim::RngStream(scenario.seed, "mother app"),
                    static_cast<std::uint64_t>(visit.number), hers ? 0 : 1);
}

void MaternityCounter::serve(Desk& desk)
{
    while (ground_.served < ground_.visits.size()) {
        const MotherVisit& next = ground_.visits[ground_.served++];
        if (desk.now() < next.arrives) desk.wait_until(next.arrives);
        serve(desk, next);
    }
    ground_.screens[counter_].closed = true;
}

void MaternityCounter::serve(Desk& desk, const MotherVisit& visit)
{
    Session s{visit, "", "", "", "", false, ground_.card_of(visit.resident), {}, {}};
    MotherScreen& screen = ground_.screens[counter_];
    screen = {&visit, "", "", "", false};
    s.flow.flow = desk.begin_flow();
    s.flow.u[0] = desk.now().count;
    std::string why = register_here(desk, s);
    if (why.empty()) why = show_code(desk, s);
    end_flow(desk, s, s.flow, why);
    if (why.empty()) why = wait_for_phone(desk, s);
    screen = {};
    ground_.recorder.service(
        sim::MotherVisitRow{visit.number, visit.resident, word_of(visit.hitch), visit.lost,
                            visit.twice, ground_.app_of(visit, true), visit.arrives.count,
                            why.empty() ? "done" : "refused", why, s.user, s.handbook});
}

void MaternityCounter::end_flow(Desk& desk, const Session& s, sim::FlowRow& flow,
                                const std::string& why) const
{
    flow.service = "S43";
    flow.place = desk.name();
    flow.resident = s.visit.resident;
    flow.outcome = why.empty() ? "done" : why == "no_answer" ? "failed" : "refused";
    flow.reason = why;
    desk.end_flow(flow);
}

std::string MaternityCounter::register_here(Desk& desk, Session& s)
{
    if (const std::string why = hand_slip_in(desk, s); !why.empty()) return why;
    for (int i = 0; i < s.visit.times(4); ++i) {
        const auto key = static_cast<std::uint64_t>(s.visit.number);
        desk.spend(ground_.explain.at(ground_.stream.bits(key, draw_explain)));
        note(desk, s, 4);
        s.explained = true;
    }
    if (!s.visit.card || s.visit.times(5) == 0) return "no_card";
    if (s.visit.times(6) == 0) {
        note(desk, s, 5);
        return "no_password";
    }
    if (const std::string why = sign(desk, s); !why.empty()) return why;
    return open_account(desk, s);
}

// Steps 1 to 3: the slip from the hospital, handed in, and the handbook on paper.
std::string MaternityCounter::hand_slip_in(Desk& desk, Session& s)
{
    if (s.visit.times(1) == 0) return "no_slip";
    note(desk, s, 1);
    if (s.visit.times(2) == 0) return "not_submitted";
    const auto key = static_cast<std::uint64_t>(s.visit.number);
    std::optional<sim::Form> reply;
    const int asked = std::max({s.visit.times(1), s.visit.times(2), s.visit.times(3)});
    for (int i = 0; i < asked; ++i) {
        desk.spend(ground_.look.at(ground_.stream.bits(key, draw_look)));
        note(desk, s, 2);
        reply = ask(desk, "child_health", slip(s, i > 0));
        if (!reply || reply->kind() != "handbook.given") break;
    }
    if (!reply) return "no_answer";
    if (reply->kind() != "handbook.given") return reply->text("reason").value_or("malformed");
    if (s.visit.times(3) == 0) return "";
    s.handbook = reply->text("handbook").value_or("");
    note(desk, s, 3);
    return "";
}

// The slip again, another slip of the same pregnancy, or another handbook wanted.
sim::Form MaternityCounter::slip(const Session& s, bool again) const
{
    const MotherGround::Person person = ground_.person_of(s.visit.resident);
    const std::string other = again && s.visit.times(1) == 2 ? "-again" : "";
    return s.form(!again || s.visit.times(2) == 2 ? "slip.enter" : "slip.again")
        .set("slip", "slip-" + std::to_string(s.visit.number) + other)
        .set("family", person.family)
        .set("given", person.given)
        .set("birth", person.birth)
        .set("district", person.district);
}

// Steps 5 and 6: the card on the reader, and the password of its signature certificate.
std::string MaternityCounter::sign(Desk& desk, Session& s)
{
    const auto begun = ask(desk, "motherhood", s.form("enrol.begin"));
    s.challenge = begun ? begun->text("challenge").value_or("") : "";
    if (s.challenge.empty()) return "no_answer";
    const auto key = static_cast<std::uint64_t>(s.visit.number);
    SignatureReader reader(
        desk,
        ApduReader(ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {ground_.handling.at(ground_.stream.bits(key, draw_handling)),
         ground_.password.at(ground_.stream.bits(key, draw_password))},
        {s.flow.flow, s.visit.resident});
    MyNumberCard chip(s.card.profile);
    note(desk, s, 5);
    const bool forgot = s.visit.hitch == MotherHitch::forgotten_password;
    const int wrong = forgot                                         ? tries_of_a_card
                      : s.visit.hitch == MotherHitch::wrong_password ? 1
                                                                     : 0;
    s.proof = reader.sign(chip, s.card.password, text_to_sign(s.challenge, s.card.serial),
                          {wrong, std::max(s.visit.times(5), s.visit.times(6))});
    if (!s.proof.failure.empty()) return s.proof.failure;
    note(desk, s, 6);
    s.flow.u[1] = desk.now().count;
    return "";
}

sim::Form MaternityCounter::wish(const Session& s) const
{
    return s.form("account.open")
        .set("handbook", s.handbook)
        .set("explained", s.explained)
        .set("serial", s.card.serial)
        .set("certificate", s.proof.certificate)
        .set("challenge", s.challenge)
        .set("signature", s.proof.signature)
        .set("domain", "motherhood")
        .set("purpose", "return");
}

// Steps 7 and 8: the authority looks at the certificate, the operator issues a user id.
std::string MaternityCounter::open_account(Desk& desk, Session& s)
{
    sim::Form request = wish(s);
    if (s.visit.times(7) == 0) {
        desk.call("motherhood", request, gone_at_once);
        return "no_answer";
    }
    auto reply = ask(desk, "motherhood", request);
    if (s.visit.times(7) == 2) reply = ask(desk, "motherhood", request);
    // The PC forgot the answer, or the clerk asks for another account.
    if (s.visit.times(8) != 1)
        reply = ask(desk, "motherhood",
                    request.set("kind", "account.again")
                        .set("request", "account.again-" + std::to_string(s.visit.number)));
    if (!reply) return "no_answer";
    s.flow.u[2] = desk.now().count;
    if (reply->kind() == "account.refused") return reply->text("reason").value_or("malformed");
    note(desk, s, 7);
    s.user = reply->text("user").value_or("");
    s.qr = reply->text("qr").value_or("");
    note(desk, s, 8);
    s.flow.u[3] = desk.now().count;
    return "";
}

std::optional<sim::Form> MaternityCounter::ask(Desk& desk, const char* to, const sim::Form& request)
{
    return ask_again(desk, to, request, ground_.asking());
}

void MaternityCounter::note(Desk& desk, const Session& s, int step)
{
    ground_.recorder.service(
        sim::MotherStepRow{desk.now().count, s.visit.number, step, desk.name()});
}

}  // namespace model
