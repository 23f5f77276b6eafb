// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "models/clinic/consultation_service.h"
#include "models/clinic/consultation_words.h"
#include "models/identity/card_proof.h"

// From the check of the card to the chart.
namespace model
{

sim::Form ConsultationService::begin_proof(Visit& one, const sim::Form&, const std::string&, Line&)
{
    if (one.challenge.empty())
        one.challenge = drawn_challenge(stream_, static_cast<std::uint64_t>(one.number));
    return sim::Form("identity.challenge")
        .set("identifier", one.name)
        .set("challenge", one.challenge);
}

std::optional<std::string> ConsultationService::proven(Visit& one, const sim::Form& request,
                                                       Line& line)
{
    const std::string serial = request.text("serial").value_or("");
    if (one.challenge.empty() || request.text("challenge") != one.challenge) return "foreign_proof";
    const auto facts = line.call("validation", certificate_check(request, false), rules_.deadline);
    if (!facts) return std::nullopt;
    if (!facts->flag("valid")) return facts->text("reason").value_or("malformed");
    if (names_.name_in("online_clinic", serial) != one.patient) return "other_person";
    one.subject = names_.name_in("checkups", serial);
    return "";
}

// Once, at the start: who is proven has arrived.
sim::Form ConsultationService::check_proof(Visit& one, const sim::Form& request,
                                           const std::string& from, Line& line)
{
    if (one.proof) return *one.proof;
    if (one.status != "booked") return refused_consultation(one.status);
    const auto why = proven(one, request, line);
    if (one.proof) return *one.proof;  // another copy was faster
    if (!why) return refused_consultation("no_answer");
    if (one.status != "booked") return refused_consultation(one.status);
    if (!why->empty()) return *(one.proof = refused_consultation(*why));
    turn(one, "arrived", "proven", from, line.now());
    return *(one.proof =
                 sim::Form("identity.proven").set("identifier", one.name).set("status", "arrived"));
}

// A consent that comes again after it was withdrawn is an old one.
sim::Form ConsultationService::agree(Visit& one, const sim::Form& request, const std::string& from,
                                     Line& line)
{
    if (one.subject.empty()) return refused_consultation("unproven");
    const bool gives = request.text("status") == "active";
    const sim::Form noted = sim::Form("checkup.agreed")
                                .set("identifier", one.name)
                                .set("status", request.text("status").value_or(""));
    if (gives && one.agreed != Agreed::no) return noted;
    if (!gives) one.agreed = Agreed::withdrawn;
    sim::Form permit(gives ? "checkup.permit" : "checkup.forbid");
    permit.set("subject", one.subject).set("domain", "online_clinic").set("purpose", "treatment");
    if (gives) permit.set("until_ns", request.number("until_ns").value_or(0));
    if (!line.call("checkups", permit, rules_.deadline)) return refused_consultation("no_answer");
    if (gives && one.agreed == Agreed::no) one.agreed = Agreed::yes;
    note(one, line.now(), gives ? "agreed" : "withdrawn", from);
    return noted;
}

sim::Form ConsultationService::join(Visit& one, const sim::Form&, const std::string& from,
                                    Line& line)
{
    if (one.status == "booked") return refused_consultation("unproven");
    one.heard = line.now();
    if (one.status == "onleave") turn(one, "in-progress", "back", from, line.now());
    return state_of_encounter(one.name, one.status);
}

sim::Form ConsultationService::begin(Visit& one, const sim::Form&, const std::string& from,
                                     Line& line)
{
    if (one.status == "arrived" && present(one, line.now()))
        turn(one, "in-progress", "begun", from, line.now());
    return state_of_encounter(one.name, one.status);
}

sim::Form ConsultationService::look(Visit& one, const sim::Form&, const std::string& from,
                                    Line& line)
{
    if (one.status == "in-progress" && !present(one, line.now()))
        turn(one, "onleave", "left", from, line.now());
    return state_of_encounter(one.name, one.status);
}

sim::Form ConsultationService::noshow(Visit& one, const sim::Form&, const std::string& from,
                                      Line& line)
{
    const bool waits = one.status == "arrived" && present(one, line.now());
    if ((one.status == "booked" || one.status == "arrived") && !waits)
        turn(one, "noshow", "noshow", from, line.now());
    return state_of_encounter(one.name, one.status);
}

sim::Form ConsultationService::break_off(Visit& one, const sim::Form&, const std::string& from,
                                         Line& line)
{
    if (one.status == "in-progress" || one.status == "onleave")
        turn(one, "cancelled", "broken_off", from, line.now());
    return state_of_encounter(one.name, one.status);
}

sim::Form ConsultationService::finish(Visit& one, const sim::Form& request, const std::string& from,
                                      Line& line)
{
    const bool goes_on = one.status == "in-progress" || one.status == "onleave";
    if (goes_on && !one.charted) return refused_consultation("no_chart");
    if (goes_on) {
        turn(one, "finished", "finished", from, line.now());
        invoices_.issue(one.number, names_.name_in("payment", names_.own_of(one.patient)), one.kind,
                        request.number("totalGross").value_or(0), line.now());
    }
    return state_of_encounter(one.name, one.status);
}

// The doctor in charge, while the consultation lasts; of check-ups what the store gives.
sim::Form ConsultationService::read_chart(Visit& one, const sim::Form&, const std::string& from,
                                          Line& line)
{
    const bool goes_on = one.status == "in-progress" || one.status == "onleave";
    sim::OnlineLookRow row{line.now().count, one.number, from, "refused", ""};
    if (from != one.doctor || !goes_on) {
        recorder_.service(sim::AnyOnlineRow(row));
        return refused_consultation("not_yours");
    }
    const auto found = line.call(
        "checkups", sim::Form("observation.read").set("subject", one.subject), rules_.deadline);
    const std::string why =
        !found ? "no_answer" : found->text("reason").value_or(found->text("status").value_or(""));
    std::vector<std::string> codes, values;
    if (found) codes = found->texts("code"), values = found->texts("valueQuantity");
    row.outcome = "shown";
    row.results = codes.empty() ? why : "";
    for (std::size_t i = 0; i < codes.size() && i < values.size(); ++i)
        row.results += fmt::format("{}{}={}", i == 0 ? "" : " ", codes[i], values[i]);
    recorder_.service(sim::AnyOnlineRow(row));
    return sim::Form("chart.shown")
        .set("identifier", one.name)
        .set("linkId", one.items)
        .set("answer", one.answers)
        .set("status", why)
        .set("code", codes)
        .set("valueQuantity", values);
}

sim::Form ConsultationService::write_chart(Visit& one, const sim::Form&, const std::string& from,
                                           Line& line)
{
    const bool goes_on = one.status == "in-progress" || one.status == "onleave";
    if (!goes_on && !one.charted) return refused_consultation(one.status);
    if (!one.charted) note(one, line.now(), "charted", from);
    one.charted = true;
    return sim::Form("chart.kept").set("identifier", one.name);
}

sim::Form ConsultationService::bill(Visit& one, const sim::Form& request, const std::string& from,
                                    Line& line)
{
    if (request.kind() == "invoice.pay")
        return invoices_.pay(one.number, request.text("card").value_or(""), from, line);
    if (request.kind() == "invoice.settle") return invoices_.settle(one.number, from, line);
    return invoices_.correct(one.number, request.number("totalGross").value_or(0), from, line);
}

}  // namespace model
