// SPDX-License-Identifier: Apache-2.0
#include "sim/app/shelter_services.h"

#include "models/people/person_names.h"
#include "sim/app/smart_cards.h"

namespace app
{

namespace
{

model::ShelterGround shelter_ground(const ServiceGround& ground,
                                    const sim::ServiceParameters& parameters)
{
    const sim::Shelters& rules = *ground.scenario.shelters;
    model::ShelterPlan plan =
        model::draw_shelters(ground.scenario, ground.residents, ground.attempts);
    std::vector<sim::ShelterEventRow> events(plan.visits.size());
    return {ground.scenario,
            ground.recorder,
            std::move(plan),
            std::move(events),
            ground.residents,
            smart_card_of(ground.scenario, rules.card),
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(rules.handling),
            sim::quantiles_of(rules.writing),
            sim::RngStream(ground.scenario.seed, "shelter times")};
}

}  // namespace

ShelterServices::ShelterServices(const ServiceGround& ground,
                                 const sim::ServiceParameters& parameters,
                                 model::ServiceNetworkModule& network)
    : ground_(ground), shelters_(shelter_ground(ground, parameters)), register_(ground.recorder)
{
    enter_people();
    const sim::Shelters& rules = *ground.scenario.shelters;
    for (const sim::PowerCut& cut : rules.power_cuts)
        ground.recorder.service(sim::ShelterCutRow{"shelter-" + std::to_string(cut.tablet),
                                                   cut.at.count, (cut.at + cut.lasts).count});
    network.add_back_end("evacuees", register_, parameters.back_end);
    const auto open = [&](const std::string& name, auto program) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), parameters.mobile);
    };
    for (std::int32_t i = 1; i <= rules.tablets; ++i)
        open("shelter-" + std::to_string(i), std::make_unique<model::ShelterTablet>(shelters_, i));
    for (std::int32_t i = 1; i <= rules.phones; ++i)
        open("relative-" + std::to_string(i),
             std::make_unique<model::RelativePhone>(shelters_, static_cast<std::size_t>(i - 1)));
    open("crisisroom-1", std::make_unique<model::CrisisRoom>(shelters_));
}

void ShelterServices::enter_people()
{
    const std::uint64_t seed = ground_.scenario.seed;
    for (std::uint32_t who = 0; who < ground_.residents.size(); ++who) {
        const model::Resident& one = ground_.residents[who];
        const std::string person = model::evacuee_name(seed, who);
        register_.enter(person,
                        model::EvacueeRegister::identity(model::family_name_of(seed, who),
                                                         model::given_name_of(seed, who),
                                                         sim::to_string(one.birth)),
                        model::household_of(who), one.protection);
        ground_.recorder.service(
            sim::EvacueeRow{person, who, model::household_of(who), one.protection ? 1 : 0});
    }
}

void ShelterServices::close_day() const
{
    for (const sim::ShelterEventRow& row : shelters_.events)
        if (!row.event.empty()) ground_.recorder.service(row);
}

}  // namespace app
