// SPDX-License-Identifier: Apache-2.0
#include "sim/app/emergency_services.h"

#include "sim/app/smart_cards.h"

namespace app
{

EmergencyServices::EmergencyServices(const ServiceGround& ground,
                                     const sim::ServiceParameters& parameters,
                                     model::ServiceNetworkModule& network)
    : calls_{ground.scenario,
             ground.recorder,
             model::draw_calls(ground.scenario, ground.residents, ground.attempts),
             smart_card_of(ground.scenario, ground.scenario.emergency->card),
             {parameters.card_activation, parameters.card_cable},
             sim::quantiles_of(ground.scenario.emergency->handling),
             sim::RngStream(ground.scenario.seed, "ambulances")},
      office_(ground.scenario.emergency->set, ground.recorder)
{
    const sim::Emergency& rules = *ground.scenario.emergency;
    for (const sim::EmergencyItem& one : rules.set.items)
        ground.recorder.service(sim::EmergencyItemRow{
            one.id, one.source.text, one.source.assumed ? "assumed" : "published"});
    for (const std::string& role : rules.set.roles)
        ground.recorder.service(sim::EmergencyRoleRow{role});
    for (const model::EmergencyCall& call : calls_.calls) {
        office_.enter(model::patient_name(ground.scenario.seed, call.resident));
        office_.dispatch(call.number, "ambulance-" + std::to_string(call.ambulance));
    }
    network.add_back_end("emergency_data", office_, parameters.back_end);
    for (std::int32_t i = 1; i <= rules.hospitals; ++i) {
        rooms_.push_back(std::make_unique<model::EmergencyRoom>());
        network.add_back_end("emergency_room-" + std::to_string(i), *rooms_.back(),
                             parameters.back_end);
    }
    const auto open = [&](const std::string& name, auto program) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), parameters.mobile);
    };
    for (std::int32_t i = 1; i <= rules.ambulances; ++i)
        open("ambulance-" + std::to_string(i), std::make_unique<model::AmbulanceCrew>(calls_, i));
    open("notified-1", std::make_unique<model::NotifiedPerson>(calls_));
}

}  // namespace app
