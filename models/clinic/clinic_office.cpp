// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/clinic_office.h"

#include "models/clinic/eligibility_service.h"
#include "models/service/ask_again.h"

namespace model
{

namespace
{

constexpr fw::Nanos office_closes{7'200'000'000'000};  // so long after the window; assumed

}  // namespace

void ClinicOffice::serve(Desk& desk)
{
    if (desk.now() < ground_.rules().opens) desk.wait_until(ground_.rules().opens);
    while (desk.now() < ground_.scenario.to + office_closes) {
        desk.spend(ground_.rules().recheck_period);
        ask_for_all(desk);
        if (hall().over() && hall().unchecked.empty()) return;
    }
}

// Who comes in the meantime waits for the next time.
void ClinicOffice::ask_for_all(Desk& desk)
{
    std::vector<ClinicHall::Unchecked> now;
    std::swap(now, hall().unchecked);
    for (const ClinicHall::Unchecked& one : now)
        if (!ask_for(desk, one)) hall().unchecked.push_back(one);
}

bool ClinicOffice::ask_for(Desk& desk, const ClinicHall::Unchecked& one) const
{
    const fw::Nanos deadline = ground_.rules().deadline;
    const std::string visit = std::to_string(one.visit);
    const auto told = desk.call("eligibility",
                                sim::Form("eligibility.recheck")
                                    .set("request", "later-" + visit)
                                    .set("patient", one.patient),
                                deadline);
    if (!told || told->kind() != "eligibility.state") return false;
    const auto noted = desk.call(clinic_domain(clinic_),
                                 sim::Form("reception.checked")
                                     .set("request", "checked-" + visit)
                                     .set("patient", one.patient)
                                     .set("insurance", told->text("insurance").value_or(""))
                                     .set("insurer", told->number("insurer").value_or(0))
                                     .set("asked_ns", told->number("asked_ns").value_or(-1)),
                                 deadline);
    return noted.has_value();
}

}  // namespace model
