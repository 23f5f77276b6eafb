// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/consultation_service.h"

#include <algorithm>

#include "models/clinic/consultation_words.h"

namespace model
{

const ConsultationService::Acts ConsultationService::acts[] = {
    {"appointment.cancel", Who::patient, &ConsultationService::cancel},
    {"questionnaire.answer", Who::patient, &ConsultationService::keep_answers},
    {"identity.begin", Who::patient, &ConsultationService::begin_proof},
    {"identity.check", Who::patient, &ConsultationService::check_proof},
    {"checkup.agree", Who::patient, &ConsultationService::agree},
    {"encounter.join", Who::patient, &ConsultationService::join},
    {"invoice.pay", Who::patient, &ConsultationService::bill},
    {"appointment.noshow", Who::doctor, &ConsultationService::noshow},
    {"encounter.begin", Who::doctor, &ConsultationService::begin},
    {"encounter.look", Who::doctor, &ConsultationService::look},
    {"encounter.break", Who::doctor, &ConsultationService::break_off},
    {"encounter.finish", Who::doctor, &ConsultationService::finish},
    {"chart.read", Who::any_doctor, &ConsultationService::read_chart},
    {"chart.write", Who::doctor, &ConsultationService::write_chart},
    {"invoice.settle", Who::billing, &ConsultationService::bill},
    {"invoice.correct", Who::billing, &ConsultationService::bill},
};

ConsultationService::ConsultationService(const sim::Scenario& scenario, sim::Recorder& recorder,
                                         DomainNames& names)
    : rules_(*scenario.online_clinic),
      recorder_(recorder),
      names_(names),
      stream_(scenario.seed, "consultation challenge"),
      invoices_(rules_.deadline, recorder)
{
    for (std::int64_t day = 0; day < 2; ++day)
        for (std::int64_t at = 0; at + rules_.slot.count <= rules_.session.count;
             at += rules_.slot.count)
            for (std::int32_t doctor = 1; doctor <= rules_.doctors; ++doctor)
                slots_[{rules_.opens + fw::Nanos{day * rules_.later.count + at},
                        doctor_name(doctor)}];
}

sim::Form ConsultationService::answer(const sim::Form& request, const std::string& from, Line& line)
{
    if (request.kind() == "appointment.book") return book(request, from, line.now());
    if (request.kind() == "agenda.read") return agenda(request, from);
    if (request.kind() == "invoices.read" && from.starts_with("billing"))
        return invoices_.list(line.now() - rules_.billed_after);
    const auto found = visits_.find(request.text("identifier").value_or(""));
    if (found == visits_.end()) return refused_consultation("unknown_appointment");
    for (const Acts& one : acts)
        if (request.kind() == one.kind) {
            if (!may(found->second, one.who, from)) return refused_consultation("not_yours");
            return (this->*one.act)(found->second, request, from, line);
        }
    return refused_consultation("malformed");
}

bool ConsultationService::may(const Visit& one, Who who, const std::string& from)
{
    switch (who) {
        case Who::patient:
            return from == one.phone;
        case Who::doctor:
            return from == one.doctor;
        case Who::any_doctor:  // looks at who it is, and keeps that
            return from.starts_with("doctor-");
        case Who::billing:
            break;
    }
    return from.starts_with("billing");
}

sim::Form ConsultationService::book(const sim::Form& request, const std::string& from,
                                    fw::Nanos now)
{
    const std::string name = request.text("identifier").value_or("");
    const std::string patient = request.text("patient").value_or("");
    if (appointment_number(name) == 0 || patient.empty()) return refused_consultation("malformed");
    auto found = visits_.find(name);
    if (found == visits_.end()) {
        Visit one;
        one.number = appointment_number(name);
        one.name = name;
        one.patient = patient;
        one.phone = from;
        one.kind = request.text("serviceType").value_or("consultation");
        if (!take_slot(one, request.number("slot").value_or(0)))
            return refused_consultation("full");
        note(one, now, "booked", one.doctor, one.start.count);
        found = visits_.emplace(name, one).first;
    }
    if (found->second.phone != from) return refused_consultation("not_yours");
    return sim::Form("appointment.booked")
        .set("identifier", name)
        .set("status", "booked")
        .set("start_ns", found->second.start.count);
}

// The first that is free from the one wished for on, else the first of the day.
bool ConsultationService::take_slot(Visit& one, std::int64_t wish)
{
    const fw::Nanos day =
        rules_.opens + fw::Nanos{one.kind == "explanation" ? rules_.later.count : 0};
    const fw::Nanos wished = day + fw::Nanos{wish * rules_.slot.count};
    for (const fw::Nanos from : {wished, day})
        for (auto slot = slots_.lower_bound({from, ""});
             slot != slots_.end() && slot->first.first < day + rules_.session; ++slot) {
            if (!slot->second.empty()) continue;
            slot->second = one.name;
            one.start = slot->first.first;
            one.doctor = slot->first.second;
            return true;
        }
    return false;
}

// A doctor's own appointments of a day, in order of time.
sim::Form ConsultationService::agenda(const sim::Form& request, const std::string& from) const
{
    std::vector<std::string> names, starts;
    const fw::Nanos day{request.number("day_ns").value_or(0)};
    for (const auto& [slot, name] : slots_) {
        const bool is_on = day <= slot.first && slot.first < day + rules_.session;
        if (!is_on || slot.second != from || name.empty()) continue;
        names.push_back(name);
        starts.push_back(std::to_string(slot.first.count / 1'000'000'000));
    }
    return sim::Form("agenda.list").set("identifier", names).set("start", starts);
}

sim::Form ConsultationService::cancel(Visit& one, const sim::Form&, const std::string& from,
                                      Line& line)
{
    if (one.status == "booked" || one.status == "arrived")
        turn(one, "cancelled", "cancelled", from, line.now());
    return state_of_encounter(one.name, one.status);
}

sim::Form ConsultationService::keep_answers(Visit& one, const sim::Form& request,
                                            const std::string& from, Line& line)
{
    if (one.answers.empty()) note(one, line.now(), "answered", from);
    one.items = request.texts("linkId");
    one.answers = request.texts("answer");
    return sim::Form("questionnaire.kept").set("identifier", one.name).set("status", "completed");
}

bool ConsultationService::present(const Visit& one, fw::Nanos now) const
{
    return one.heard && now - *one.heard <= rules_.times.gone_after;
}

void ConsultationService::turn(Visit& one, const char* status, const char* event,
                               const std::string& who, fw::Nanos now)
{
    one.status = status;
    note(one, now, event, who);
}

void ConsultationService::note(const Visit& one, fw::Nanos now, const char* event,
                               const std::string& who, std::int64_t value) const
{
    recorder_.service(
        sim::AnyOnlineRow(sim::OnlineEventRow{now.count, one.number, event, who, value}));
}

}  // namespace model
