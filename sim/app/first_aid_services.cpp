// SPDX-License-Identifier: Apache-2.0
#include "sim/app/first_aid_services.h"

#include "sim/app/smart_cards.h"

namespace app
{

FirstAidServices::FirstAidServices(const ServiceGround& ground,
                                   const sim::ServiceParameters& parameters,
                                   model::ServiceNetworkModule& network)
    : aid_{ground.scenario,
           ground.recorder,
           model::draw_first_aid(ground.scenario, ground.residents, ground.attempts),
           smart_card_of(ground.scenario, ground.scenario.first_aid->card),
           {parameters.card_activation, parameters.card_cable},
           sim::quantiles_of(ground.scenario.first_aid->handling),
           sim::quantiles_of(ground.scenario.first_aid->scanning),
           sim::RngStream(ground.scenario.seed, "first aid times")},
      register_(*ground.scenario.first_aid, ground.recorder)
{
    enter_people(ground);
    put_on_duty(ground);
    network.add_back_end("first_aid_data", register_, parameters.back_end);
    const auto open = [&](const std::string& name, auto program) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), parameters.mobile);
    };
    for (std::int32_t i = 1; i <= aid_.rules().tablets; ++i)
        open("medic-" + std::to_string(i), std::make_unique<model::MedicTablet>(aid_, i));
    open("aidnotice-1", std::make_unique<model::AidNotice>(aid_));
}

void FirstAidServices::enter_people(const ServiceGround& ground)
{
    const sim::FirstAid& rules = aid_.rules();
    for (const model::AidVersion& one : aid_.plan.versions) {
        const std::string person = model::aid_name(ground.scenario.seed, one.resident);
        const std::int64_t shelter = model::expecting_shelter(ground.scenario, one.resident);
        register_.enter(one.at, person, shelter, one.version);
        ground.recorder.service(
            sim::AidVersionRow{one.at.count, one.resident, person, shelter, one.version,
                               model::aid_contents(rules.set, person, one.version)});
    }
}

void FirstAidServices::put_on_duty(const ServiceGround& ground)
{
    const sim::FirstAid& rules = aid_.rules();
    for (const sim::EmergencyItem& one : rules.set.items)
        ground.recorder.service(
            sim::AidItemRow{one.id, one.source.text, one.source.assumed ? "assumed" : "published"});
    for (const std::string& role : rules.set.roles) ground.recorder.service(sim::AidRoleRow{role});
    for (std::int32_t i = 1; i <= rules.tablets; ++i) {
        const std::string tablet = "medic-" + std::to_string(i);
        register_.put_on_duty(tablet, model::aid_shelter(rules, i));
        ground.recorder.service(sim::AidMedicRow{model::medic_at(tablet), tablet,
                                                 model::aid_shelter(rules, i), rules.opens.count,
                                                 rules.closes.count, rules.most_looks});
    }
}

}  // namespace app
