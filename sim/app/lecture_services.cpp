// SPDX-License-Identifier: Apache-2.0
#include "sim/app/lecture_services.h"

#include "models/lecture/lecture_door.h"
#include "models/lecture/ticket_buyer.h"

#include "sim/link/mobile_link.h"

namespace app
{

LectureServices::LectureServices(const ServiceGround& ground, LinkServices& links,
                                 const sim::ServiceParameters& parameters,
                                 model::ServiceNetworkModule& network)
    : lectures_(shared(ground, links, parameters)),
      office_(ground.scenario.seed, lectures_.rules().deadline, links.names(), ground.recorder)
{
    network.add_back_end("lecture_office", office_, parameters.back_end);
    for (std::int32_t i = 0; i < lectures_.rules().phones; ++i) {
        programs_.push_back(
            std::make_unique<model::TicketBuyer>(lectures_, static_cast<std::size_t>(i)));
        network.add_desk("ticketphone-" + std::to_string(i + 1), *programs_.back(),
                         parameters.mobile);
    }
    for (std::int32_t i = 1; i <= lectures_.rules().doors; ++i) {
        programs_.push_back(std::make_unique<model::LectureDoor>(lectures_, i));
        network.add_desk("lecturedoor-" + std::to_string(i), *programs_.back(), parameters.office);
    }
}

model::LectureGround LectureServices::shared(const ServiceGround& ground, LinkServices& links,
                                             const sim::ServiceParameters& parameters) const
{
    const sim::Lectures& rules = *ground.scenario.lectures;
    const sim::Linking& linking = *ground.scenario.linking;
    auto plan = model::draw_lectures(ground.scenario, ground.residents, ground.attempts);
    const std::size_t buys = plan.buys.size();
    sim::FaceRates faces = rules.faces;
    faces.registered = static_cast<std::int32_t>(buys);
    return {ground.scenario,
            ground.recorder,
            faces,
            std::move(plan),
            std::vector<std::string>(buys),
            [&links](std::uint32_t who) { return links.card_of(who); },
            [&links](std::uint32_t who) {
                return links.names().name_in("lectures", links.serial_of(who));
            },
            without_certificates(*links.adult_card().profile),
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(linking.handling),
            sim::quantiles_of(linking.pin_entry),
            sim::quantiles_of(rules.capture),
            sim::quantiles_of(rules.match),
            sim::quantiles_of(rules.walking),
            sim::RngStream(ground.scenario.seed, "lecture doors")};
}

}  // namespace app
