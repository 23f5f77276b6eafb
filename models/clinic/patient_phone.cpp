// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/patient_phone.h"

#include <algorithm>

#include "models/identity/validation_authority.h"

namespace model
{

namespace
{

constexpr fw::Nanos try_again{20'000'000'000}, gives_up{10'800'000'000'000};  // assumed
constexpr fw::Nanos consent_lasts{43'200'000'000'000};                        // assumed
constexpr fw::Nanos reads_receipt{2'000'000'000};                             // assumed

}  // namespace

sim::Form PatientPhone::about(const char* kind) const
{
    return sim::Form(kind).set("identifier", appointment_name(visit_.number));
}

std::optional<sim::Form> PatientPhone::ask(Desk& desk, const sim::Form& request) const
{
    return ask_again(desk, "consultation", request,
                     {ground_.rules().deadline, ground_.rules().attempts, try_again});
}

void PatientPhone::serve(Desk& desk)
{
    desk.wait_until(visit_.books);
    row_.visit = visit_.number;
    row_.phone = flow_.place = desk.name();
    flow_.flow = desk.begin_flow();
    close(desk, consult(desk));
}

std::string PatientPhone::consult(Desk& desk)
{
    if (const std::string why = book(desk); !why.empty()) return why;
    if (const std::string why = prepare(desk); !why.empty()) return why;
    desk.wait_until(std::max(desk.now(), start_ - visit_.early));
    flow_.u[0] = desk.now().count;
    if (const std::string why = prove(desk); !why.empty()) {
        ask(desk, about("appointment.cancel"));
        return why;
    }
    agree(desk);
    if (const std::string why = hold_line(desk); !why.empty()) return why;
    flow_.u[3] = desk.now().count;
    if (!is(OnlineHitch::leaves)) pay(desk);
    return "";
}

std::string PatientPhone::book(Desk& desk)
{
    const auto reply = ask(desk, about("appointment.book")
                                     .set("patient", ground_.name_of(visit_.resident))
                                     .set("serviceType", service_type(visit_))
                                     .set("slot", visit_.wish));
    if (!reply) return "no_answer";
    start_ = fw::Nanos{reply->number("start_ns").value_or(0)};
    return reply->kind() == "appointment.booked" ? "" : reply->text("reason").value_or("malformed");
}

std::string PatientPhone::prepare(Desk& desk)
{
    desk.spend(ground_.drawn(ground_.answering, visit_.number, online_answering));
    const std::vector<std::string> asked{"complaint", "since"}, answers{"cough", "days"};
    if (!ask(desk, about("questionnaire.answer").set("linkId", asked).set("answer", answers)))
        return "no_answer";
    if (is(OnlineHitch::cancels)) {
        ask(desk, about("appointment.cancel"));
        return "called_off";
    }
    return is(OnlineHitch::stays_away) ? "stayed_away" : "";
}

std::string PatientPhone::prove(Desk& desk)
{
    serial_ = ground_.card_of(visit_.claims).serial;
    const auto begun = ask(desk, about("identity.begin"));
    if (!begun) return "no_answer";
    const std::string challenge = begun->text("challenge").value_or("");
    if (challenge.empty()) return begun->text("reason").value_or("malformed");
    const bool other_first = is(OnlineHitch::other_first);
    SignedText proof = read_card(desk, challenge, !is(OnlineHitch::wrong_card) && !other_first);
    if (other_first) proof = read_card(desk, challenge, true);
    if (!proof.failure.empty()) return proof.failure;
    flow_.u[1] = desk.now().count;
    return send_proof(desk, challenge, proof);
}

// The card before the phone's own reader, with its PIN.
SignedText PatientPhone::read_card(Desk& desk, const std::string& challenge, bool own) const
{
    const HeldCard card = ground_.card_of(visit_.claims);
    CardHolderAtReader holder(
        desk,
        ApduReader(ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {ground_.drawn(ground_.handling, visit_.number, online_handling),
         ground_.drawn(ground_.pin_entry, visit_.number, online_pin_entry)},
        {flow_.flow, visit_.claims});
    LinkMishap mishap = LinkMishap::none;
    if (is(OnlineHitch::forgotten_pin)) mishap = LinkMishap::forgotten_pin;
    if (is(OnlineHitch::lifted_early)) mishap = LinkMishap::lifted_early;
    MyNumberCard chip(own ? card.profile : ground_.other_card);
    return holder.sign(chip, card.pin, text_to_sign(challenge, card.serial), mishap);
}

std::string PatientPhone::send_proof(Desk& desk, const std::string& challenge,
                                     const SignedText& proof)
{
    const sim::Form request = about("identity.check")
                                  .set("challenge", challenge)
                                  .set("serial", serial_)
                                  .set("certificate", proof.certificate)
                                  .set("signature", proof.signature);
    auto reply = ask(desk, request);
    if (is(OnlineHitch::sent_again)) reply = ask(desk, request);
    if (!reply) return "no_answer";
    if (reply->kind() != "identity.proven") return reply->text("reason").value_or("malformed");
    flow_.u[2] = desk.now().count;
    return "";
}

void PatientPhone::agree(Desk& desk)
{
    if (!visit_.agrees) return;
    ask(desk, about("checkup.agree")
                  .set("status", "active")
                  .set("until_ns", (start_ + consent_lasts).count));
    if (visit_.withdraws) ask(desk, about("checkup.agree").set("status", "inactive"));
}

// In the waiting room and in the consultation: a word every beat, until the doctor has ended it.
std::string PatientPhone::hold_line(Desk& desk)
{
    const fw::Nanos beat = ground_.rules().times.beat;
    std::int64_t talked = 0;
    for (row_.joined = desk.now().count; desk.now() < start_ + gives_up; desk.spend(beat)) {
        const auto reply =
            desk.call("consultation", about("encounter.join"), ground_.rules().deadline);
        const std::string status = reply ? reply->text("status").value_or("refused") : "";
        if (status == "finished") return "";
        if (status == "cancelled" || status == "noshow" || status == "refused") return status;
        if (status != "in-progress") continue;
        const bool drops = is(OnlineHitch::drop) || is(OnlineHitch::lost);
        if (++talked == visit_.drops_after && drops && !reconnects(desk)) return "network_lost";
    }
    return "no_answer";
}

bool PatientPhone::reconnects(Desk& desk)
{
    row_.dropped = desk.now().count;
    if (is(OnlineHitch::lost)) return false;
    desk.spend(ground_.drawn(ground_.drop, visit_.number, online_drop));
    row_.back = desk.now().count;
    return true;
}

void PatientPhone::pay(Desk& desk)
{
    if (pay_with(desk, "first") == "not_covered") pay_with(desk, "other");
}

std::string PatientPhone::pay_with(Desk& desk, const char* card)
{
    const sim::Form request = about("invoice.pay").set("card", card);
    auto reply = ask(desk, request);
    if (is(OnlineHitch::sent_again)) reply = ask(desk, request);
    for (int again = 0; again < 5 && reply && reply->kind() == "invoice.busy"; ++again) {
        desk.spend(try_again);
        reply = ask(desk, request);
    }
    if (!reply) return "no_answer";
    if (reply->kind() == "invoice.refused") return reply->text("reason").value_or("malformed");
    if (reply->kind() == "invoice.busy") return "no_answer";
    desk.spend(reads_receipt);
    flow_.u[4] = desk.now().count;
    row_.paid = reply->number("totalGross").value_or(0);
    return "";
}

void PatientPhone::close(Desk& desk, const std::string& why)
{
    const bool fails = why == "no_answer" || why == "network_lost";
    flow_.service = "S61";
    flow_.resident = visit_.resident;
    flow_.outcome = row_.outcome = why.empty() ? "done" : fails ? "failed" : "refused";
    flow_.reason = row_.reason = why;
    ground_.record(row_);
    desk.end_flow(flow_);
}

}  // namespace model
