// SPDX-License-Identifier: Apache-2.0
#include "sim/app/clinic_services.h"

#include <set>

namespace app
{

ClinicServices::ClinicServices(const ServiceGround& ground, LinkServices& links,
                               const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
    : ground_(ground),
      links_(links),
      insurance_(ground.scenario),
      eligibility_(ground.scenario, insurance_, links.names()),
      clinics_(shared(parameters))
{
    network.add_back_end("eligibility", eligibility_, parameters.back_end);
    open(parameters, network);
    std::set<std::uint32_t> entered;
    for (const model::ClinicHall& hall : clinics_.halls)
        for (const model::ClinicVisit& visit : hall.visits) {
            enter(visit);
            if (!entered.insert(visit.claims).second) continue;
            eligibility_.enter(links.serial_of(visit.claims), visit.claims);
            for (const model::InsuranceCover& one : insurance_.covers(visit.claims))
                ground.recorder.service(sim::InsuranceCoverRow{
                    std::int64_t{visit.claims}, one.insurer, one.from.count, one.until.count});
        }
}

model::ClinicGround ClinicServices::shared(const sim::ServiceParameters& parameters)
{
    const sim::Clinics& rules = *ground_.scenario.clinics;
    const sim::Linking& linking = *ground_.scenario.linking;
    std::vector<model::ClinicHall> halls(static_cast<std::size_t>(rules.institutions));
    for (const model::ClinicVisit& one :
         model::draw_visits(ground_.scenario, ground_.residents, ground_.attempts))
        halls[static_cast<std::size_t>(one.clinic - 1)].visits.push_back(one);
    return {ground_.scenario,
            ground_.recorder,
            std::move(halls),
            [this](std::uint32_t who) { return links_.card_of(who); },
            [this](std::int32_t clinic, std::uint32_t who) {
                return links_.names().name_in(model::clinic_domain(clinic), links_.serial_of(who));
            },
            without_certificates(*links_.adult_card().profile),
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(rules.greeting),
            sim::quantiles_of(rules.writing),
            sim::quantiles_of(rules.face.capture),
            sim::quantiles_of(linking.handling),
            sim::quantiles_of(linking.pin_entry),
            sim::RngStream(ground_.scenario.seed, "reception")};
}

// What is true of a visit, for the judge; and what the clinic's chart says.
void ClinicServices::enter(const model::ClinicVisit& visit)
{
    const std::string patient = clinics_.name_of(visit.clinic, visit.claims);
    const std::int64_t chart = insurance_.on_chart(visit.claims);
    if (chart != 0) books_[static_cast<std::size_t>(visit.clinic - 1)]->adopt(patient, chart);
    ground_.recorder.service(sim::ClinicArrivalRow{
        visit.number, std::int64_t{visit.clinic}, visit.at.count, std::int64_t{visit.resident},
        std::int64_t{visit.claims}, patient, chart, word_of(visit.hitch),
        visit.card ? clinics_.card_of(visit.claims).trouble : ""});
}

void ClinicServices::open(const sim::ServiceParameters& parameters,
                          model::ServiceNetworkModule& network)
{
    const sim::Clinics& rules = *ground_.scenario.clinics;
    const auto add = [&](const std::string& name, auto program) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), parameters.office);
    };
    for (std::int32_t clinic = 1; clinic <= rules.institutions; ++clinic) {
        ground_.recorder.service(
            sim::ClinicRow{std::int64_t{clinic}, std::int64_t{rules.terminals}, rules.opens.count});
        books_.push_back(std::make_unique<model::ClinicBook>(clinic, ground_.recorder));
        network.add_back_end(model::clinic_domain(clinic), *books_.back(), parameters.back_end);
        add("clinicoffice-" + std::to_string(clinic),
            std::make_unique<model::ClinicOffice>(clinics_, clinic));
    }
    for (std::int32_t i = 0; i < rules.institutions * rules.terminals; ++i)
        add("reception-" + std::to_string(i + 1),
            std::make_unique<model::ReceptionDesk>(clinics_, i % rules.institutions + 1));
}

}  // namespace app
