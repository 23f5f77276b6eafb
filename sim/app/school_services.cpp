// SPDX-License-Identifier: Apache-2.0
#include "sim/app/school_services.h"

#include "models/school/watch_app.h"
#include "models/school/watch_camera.h"
#include "sim/link/mobile_link.h"

namespace app
{

namespace
{

sim::FaceRates faces_of(const model::WatchGround& watch)
{
    sim::FaceRates faces = watch.rules().faces;
    faces.registered = static_cast<std::int32_t>(watch.plan.children.size());
    return faces;
}

}  // namespace

SchoolServices::SchoolServices(const ServiceGround& ground,
                               const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
    : watch_{ground.scenario,
             ground.recorder,
             {},
             model::draw_watch(ground.scenario, ground.residents, ground.attempts),
             sim::quantiles_of(ground.scenario.school_watch->capture),
             sim::quantiles_of(ground.scenario.school_watch->match),
             sim::quantiles_of(ground.scenario.school_watch->keying),
             sim::RngStream(ground.scenario.seed, "school cameras")},
      office_(watch_.rules(), ground.recorder)
{
    watch_.faces = faces_of(watch_);
    add_phones(ground, parameters, network);
    network.add_back_end("watch_office", office_, parameters.back_end);
    add_desks(parameters, network);
}

void SchoolServices::add_phones(const ServiceGround& ground,
                                const sim::ServiceParameters& parameters,
                                model::ServiceNetworkModule& network)
{
    sim::BackEndParameters phone = parameters.back_end;
    phone.workers = 1;
    const auto give = [&](const std::string& receiver, std::uint32_t owner) {
        const std::string name = "guardian-" + std::to_string(phones_.size() + 1);
        phones_.push_back(std::make_unique<model::GuardianPhone>(name, owner, ground.recorder));
        watch_.phones[receiver] = phones_.back().get();
        network.add_back_end(name, *phones_.back(), phone);
    };
    for (const model::WatchChild& child : watch_.plan.children) {
        office_.enter(child.name, child.guardian_name, child.hidden);
        give(child.guardian_name, child.guardian);
        give(child.second_name, child.second);
        ground.recorder.service(sim::WatchChildRow{
            child.name, child.resident, child.guardian, child.second, child.guardian_name,
            child.second_name, child.hidden ? 1 : 0, child.absent ? 1 : 0});
    }
}

void SchoolServices::add_desks(const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
{
    const sim::SchoolWatch& rules = watch_.rules();
    const auto open = [&](const std::string& name, auto program) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), parameters.mobile);
    };
    for (std::int32_t i = 1; i <= rules.cameras; ++i)
        open("streetcam-" + std::to_string(i), std::make_unique<model::WatchCamera>(watch_, false));
    for (std::int32_t i = 1; i <= rules.gates; ++i)
        open("schoolgate-" + std::to_string(i), std::make_unique<model::WatchCamera>(watch_, true));
    for (std::int32_t i = 1; i <= rules.phones; ++i)
        open("guardianapp-" + std::to_string(i),
             std::make_unique<model::GuardianApp>(watch_, static_cast<std::size_t>(i - 1)));
    for (std::int32_t i = 1; i <= rules.senders; ++i)
        open(
            "watchsender-" + std::to_string(i),
            std::make_unique<model::WatchSender>(watch_, office_, static_cast<std::size_t>(i - 1)));
    open("schooloffice-1", std::make_unique<model::SchoolOffice>(watch_));
}

}  // namespace app
