// SPDX-License-Identifier: Apache-2.0
#include "tests/models/clinic/consultation_line.h"

namespace model
{

namespace
{

sim::Scenario one_doctors_day()
{
    sim::Scenario one;
    sim::OnlineClinic& rules = one.online_clinic.emplace();
    rules.doctors = 1;
    rules.opens = fw::Nanos{1'000};
    rules.session = rules.slot * 2;
    return one;
}

}  // namespace

void KeptConsultations::keep(const sim::ServiceRow& row)
{
    if (const auto* const any = std::get_if<sim::AnyOnlineRow>(&row))
        if (const auto* const one = std::get_if<sim::OnlineEventRow>(any))
            events += one->event + " ";
}

OneDoctor::OneDoctor() : scenario(one_doctors_day()), service(scenario, kept, names)
{
    checkups.enter(names.name_in("checkups", "aa"), fw::Nanos{100}, {{"8480-6", 121}});
}

std::string OneDoctor::book(const char* name, const std::string& phone)
{
    return word(send(phone, sim::Form("appointment.book")
                                .set("identifier", name)
                                .set("patient", names.name_in("online_clinic", "aa"))
                                .set("serviceType", "consultation")
                                .set("slot", 0)));
}

std::string OneDoctor::prove(const char* serial)
{
    const auto challenge = tell("patientphone-1", "identity.begin").text("challenge");
    return word(send("patientphone-1", sim::Form("identity.check")
                                           .set("identifier", "oc-1")
                                           .set("challenge", challenge.value_or(""))
                                           .set("serial", serial)
                                           .set("certificate", "30")
                                           .set("signature", "40")));
}

std::string OneDoctor::agree(const char* status)
{
    return word(send("patientphone-1", sim::Form("checkup.agree")
                                           .set("identifier", "oc-1")
                                           .set("status", status)
                                           .set("until_ns", 1'000'000'000'000'000)));
}

std::string OneDoctor::begin()
{
    book();
    prove();
    tell("patientphone-1", "encounter.join");
    return word(tell("doctor-1", "encounter.begin"));
}

void OneDoctor::hold(std::int64_t yen)
{
    begin();
    tell("doctor-1", "chart.write");
    send("doctor-1",
         sim::Form("encounter.finish").set("identifier", "oc-1").set("totalGross", yen));
}

// "balanced", "refused", "slip", "busy".
std::string OneDoctor::pay(const char* card)
{
    return send("patientphone-1",
                sim::Form("invoice.pay").set("identifier", "oc-1").set("card", card))
        .kind()
        .substr(8);
}

std::int64_t OneDoctor::charged() const
{
    std::int64_t sum = 0;
    for (const auto& [request, yen] : charges) sum += yen;
    return sum;
}

std::optional<sim::Form> OneDoctor::call(const std::string& to, const sim::Form& request, fw::Nanos)
{
    calls += request.kind() + " ";
    std::optional<sim::Form> reply;
    if (to == "checkups") reply = checkups.answer(request, "consultation", *this);
    if (to == "cardcompany") reply = company.answer(request, "consultation", *this);
    if (to == "validation") reply = sim::Form("certificate.checked").set("valid", true);
    if (lost == request.kind()) reply.reset();  // what was asked for has been done
    return reply;
}

}  // namespace model
