// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/reception_desk.h"

#include <algorithm>

#include "models/clinic/eligibility_service.h"
#include "models/identity/validation_authority.h"
#include "models/service/ask_again.h"

namespace model
{

namespace
{

enum ReceptionDraw : std::uint64_t {
    reception_greeting,
    reception_writing,
    reception_handling,
    reception_pin,
    reception_look = 16,  // two for each look
};

// *Assumed*.
constexpr fw::Nanos slip_prints{2'000'000'000}, book_pause{5'000'000'000};
constexpr int book_attempts = 2000;

LinkMishap mishap_at(ClinicHitch hitch)
{
    if (hitch == ClinicHitch::lifted_early) return LinkMishap::lifted_early;
    const bool guesses = hitch == ClinicHitch::impostor || hitch == ClinicHitch::forgotten_pin;
    return guesses ? LinkMishap::forgotten_pin : LinkMishap::none;
}

}  // namespace

struct ReceptionDesk::Reception {
    const ClinicVisit& visit;
    HeldCard card;
    std::string challenge, patient;
    std::int64_t insurer = 0;
    bool proven = false;  // face or PIN was the card's
    sim::ClinicVisitRow row;
    sim::FlowRow flow;
};

void ReceptionDesk::serve(Desk& desk)
{
    while (const ClinicVisit* const visit = hall().next()) {
        if (const auto ready = std::max(visit->at, rules().opens); desk.now() < ready)
            desk.wait_until(ready);
        receive(desk, *visit);
        ++hall().served;
    }
}

void ReceptionDesk::receive(Desk& desk, const ClinicVisit& visit)
{
    Reception one{visit, ground_.card_of(visit.claims), "", "", 0, false, {}, {}};
    one.row.visit = visit.number;
    one.row.terminal = desk.name();
    one.row.insurance = "unchecked";
    one.flow.flow = desk.begin_flow();
    one.row.begun = one.flow.u[0] = desk.now().count;
    desk.spend(drawn(ground_.greeting, one.visit, reception_greeting));
    const std::string why = by_card(desk, one);
    if (!one.proven && visit.hitch == ClinicHitch::impostor) {
        one.row.outcome = "turned_away";
    } else {
        if (!why.empty()) by_hand(desk, one);
        book(desk, one);
    }
    close(desk, one, why);
}

std::string ReceptionDesk::by_card(Desk& desk, Reception& one)
{
    if (!one.visit.card) return "no_card";
    const std::string number = "ask-" + std::to_string(one.visit.number);
    const auto begun = to_insurers(desk, sim::Form("eligibility.begin").set("request", number));
    if (!begun) return "no_answer";
    one.challenge = begun->text("challenge").value_or("");
    if (one.challenge.empty()) return begun->text("reason").value_or("malformed");
    one.row.way = one.visit.by_face && recognised(desk, one) ? "face" : "pin";
    const SignedText proof = read_card(desk, one);
    if (!proof.failure.empty()) return proof.failure;
    one.proven = true;
    one.flow.u[1] = desk.now().count;
    return ask(desk, one, proof);
}

bool ReceptionDesk::recognised(Desk& desk, Reception& one) const
{
    const auto key = static_cast<std::uint64_t>(one.visit.number);
    const sim::ClinicFace& face = rules().face;
    const std::int32_t like = one.visit.resident == one.visit.claims
                                  ? 1'000'000 - face.false_non_match_ppm
                                  : face.false_match_ppm;
    for (std::uint64_t look = 0; look < static_cast<std::uint64_t>(face.looks); ++look) {
        ++one.row.looks;
        desk.spend(drawn(ground_.capture, one.visit, reception_look + 2 * look));
        if (ground_.stream.chance(like, key, reception_look + 2 * look + 1)) return true;
    }
    return false;
}

SignedText ReceptionDesk::read_card(Desk& desk, const Reception& one) const
{
    CardHolderAtReader holder(
        desk,
        ApduReader(ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {drawn(ground_.handling, one.visit, reception_handling),
         drawn(ground_.pin_entry, one.visit, reception_pin)},
        {one.flow.flow, one.visit.resident});
    MyNumberCard chip(one.visit.hitch == ClinicHitch::wrong_card ? ground_.other_card
                                                                 : one.card.profile);
    const LinkMishap mishap = mishap_at(one.visit.hitch);
    if (one.row.way == "face") return holder.show(chip, mishap);
    return holder.sign(chip, one.card.pin, text_to_sign(one.challenge, one.card.serial), mishap);
}

std::string ReceptionDesk::ask(Desk& desk, Reception& one, const SignedText& proof)
{
    sim::Form request("eligibility.check");
    request.set("request", "ask-" + std::to_string(one.visit.number))
        .set("clinic", clinic_)
        .set("challenge", one.challenge)
        .set("serial", one.card.serial)
        .set("certificate", proof.certificate)
        .set("factor", one.row.way);
    if (one.row.way == "pin") request.set("signature", proof.signature);
    auto reply = to_insurers(desk, request);
    if (one.visit.hitch == ClinicHitch::sent_again)
        if (const auto copy = to_insurers(desk, request)) reply = copy;
    if (!reply) return "no_answer";
    if (reply->kind() != "eligibility.state") return reply->text("reason").value_or("malformed");
    one.flow.u[2] = desk.now().count;
    one.patient = reply->text("patient").value_or("");
    one.row.insurance = reply->text("insurance").value_or("");
    one.row.asked = reply->number("asked_ns").value_or(-1);
    one.insurer = reply->number("insurer").value_or(0);
    return "";
}

std::optional<sim::Form> ReceptionDesk::to_insurers(Desk& desk, const sim::Form& request) const
{
    return ask_again(desk, "eligibility", request, {rules().deadline, rules().attempts, {}});
}

// The clerk knows who it is from the certificate on paper or another document.
void ReceptionDesk::by_hand(Desk& desk, Reception& one)
{
    desk.spend(drawn(ground_.writing, one.visit, reception_writing));
    one.row.way = "paper";
    one.flow.u[1] = desk.now().count;
    one.patient = ground_.name_of(clinic_, one.visit.claims);
}

// The clinic's own line fails for a while at most, and nobody is sent home for that.
void ReceptionDesk::book(Desk& desk, Reception& one)
{
    const auto reply = ask_again(desk, clinic_domain(clinic_),
                                 sim::Form("reception.book")
                                     .set("request", "visit-" + std::to_string(one.visit.number))
                                     .set("patient", one.patient)
                                     .set("insurance", one.row.insurance)
                                     .set("insurer", one.insurer)
                                     .set("asked_ns", one.row.asked)
                                     .set("department", one.visit.department),
                                 {rules().deadline, book_attempts, book_pause});
    if (!reply || reply->kind() != "reception.number") return;
    one.flow.u[3] = desk.now().count;
    one.row.number = reply->number("number").value_or(0);
    one.row.insurance = reply->text("insurance").value_or("");
    one.row.outcome = reply->text("effect") == "new" ? "received" : "already";
    if (one.row.insurance == "unchecked" && one.visit.paper)
        hall().unchecked.push_back({one.visit.number, one.patient});
}

void ReceptionDesk::close(Desk& desk, Reception& one, const std::string& why)
{
    const bool received = one.row.number > 0;
    if (received) {
        desk.spend(slip_prints);
        one.flow.u[4] = desk.now().count;
    }
    one.row.ended = desk.now().count;
    one.row.reason = why;
    one.flow.service = "S46";
    one.flow.place = desk.name();
    one.flow.resident = one.visit.resident;
    one.flow.outcome = received ? "done" : one.row.outcome == "turned_away" ? "refused" : "failed";
    one.flow.reason = received ? "" : why;
    ground_.recorder.service(one.row);
    desk.end_flow(one.flow);
}

}  // namespace model
