// SPDX-License-Identifier: Apache-2.0
#include "sim/app/online_clinic_services.h"

#include <fmt/format.h>

namespace app
{

OnlineClinicServices::OnlineClinicServices(const ServiceGround& ground, LinkServices& links,
                                           const sim::ServiceParameters& parameters,
                                           model::ServiceNetworkModule& network)
    : ground_(ground),
      links_(links),
      clinic_(shared(parameters)),
      cards_(ground.scenario.seed, clinic_.rules().shares.card_refused_ppm,
             [&book = ground.recorder](fw::Nanos at, const std::string& request, std::int64_t yen) {
                 book.service(sim::AnyOnlineRow(sim::OnlineChargeRow{at.count, request, yen}));
             }),
      service_(ground.scenario, ground.recorder, links.names())
{
    for (const model::OnlineVisit& visit : clinic_.visits) enter(visit);
    network.add_back_end("consultation", service_, parameters.back_end);
    network.add_back_end("checkups", checkups_, parameters.back_end);
    network.add_back_end("cardcompany", cards_, parameters.back_end);
    open(parameters, network);
}

model::OnlineGround OnlineClinicServices::shared(const sim::ServiceParameters& parameters)
{
    const sim::OnlineTimes& times = ground_.scenario.online_clinic->times;
    const sim::Linking& linking = *ground_.scenario.linking;
    return {ground_.scenario,
            ground_.recorder,
            model::draw_online_visits(ground_.scenario, ground_.residents, ground_.attempts),
            [this](std::uint32_t who) { return links_.card_of(who); },
            [this](std::uint32_t who) {
                return links_.names().name_in("online_clinic", links_.serial_of(who));
            },
            without_certificates(*links_.adult_card().profile),
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(times.answering),
            sim::quantiles_of(times.talk),
            sim::quantiles_of(times.charting),
            sim::quantiles_of(times.drop),
            sim::quantiles_of(times.held_up),
            sim::quantiles_of(linking.handling),
            sim::quantiles_of(linking.pin_entry),
            sim::RngStream(ground_.scenario.seed, "online clinic")};
}

// What is true of an appointment, for the judge; and the results of the check-up.
void OnlineClinicServices::enter(const model::OnlineVisit& visit)
{
    const sim::OnlineFees& fees = clinic_.rules().fees;
    std::string results;
    for (const model::CheckupResult& one : visit.results)
        results += fmt::format("{}{}={}", results.empty() ? "" : " ", one.code, one.value);
    clinic_.record(
        sim::OnlineVisitRow{visit.number, model::service_type(visit), std::int64_t{visit.resident},
                            std::int64_t{visit.claims}, model::word_of(visit.hitch),
                            links_.card_of(visit.claims).trouble,
                            (visit.explanation ? fees.explanation : fees.consultation).count,
                            visit.ready.count, results});
    checkups_.enter(links_.names().name_in("checkups", links_.serial_of(visit.resident)),
                    visit.ready, visit.results);
}

void OnlineClinicServices::open(const sim::ServiceParameters& parameters,
                                model::ServiceNetworkModule& network)
{
    const auto add = [&](const std::string& name, auto program, const sim::LinkParameters& link) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), link);
    };
    for (const model::OnlineVisit& visit : clinic_.visits)
        add("patientphone-" + std::to_string(visit.number),
            std::make_unique<model::PatientPhone>(clinic_, visit), parameters.mobile);
    for (std::int32_t doctor = 1; doctor <= clinic_.rules().doctors; ++doctor)
        add(model::doctor_name(doctor), std::make_unique<model::DoctorTablet>(clinic_),
            parameters.office);
    add("billing-1", std::make_unique<model::BillingDesk>(clinic_), parameters.office);
}

}  // namespace app
