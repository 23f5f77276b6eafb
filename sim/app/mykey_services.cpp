// SPDX-License-Identifier: Apache-2.0
#include "sim/app/mykey_services.h"

#include "sim/link/mobile_link.h"

namespace app
{

MyKeyServices::MyKeyServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                             model::ServiceNetworkModule& network)
    : points_{ground.scenario,
              ground.recorder,
              model::draw_mykey(ground.scenario, ground.residents, ground.shops),
              {},
              sim::quantiles_of(ground.scenario.mykey->typing),
              sim::quantiles_of(ground.scenario.mykey->showing),
              sim::RngStream(ground.scenario.seed, "mykey hands")},
      // A phone waits for the office, which waits for the platform.
      office_(points_.plan.members, *ground.points, {points_.rules().deadline.count / 2},
              ground.recorder),
      platform_(points_.plan.members, ground.scenario.seed, points_.rules().ticket_life,
                ground.recorder)
{
    points_.screens.resize(points_.plan.purchases.size());
    for (const model::PointMember& one : points_.plan.members)
        ground.recorder.service(
            sim::MyKeyMemberRow{one.resident, one.card, one.member, one.account});
    network.add_back_end("pointoffice", office_, parameters.back_end);
    network.add_back_end("mykey", platform_, parameters.back_end);
    network.join("pointoffice", "mykey", "mykeyline", parameters.office);
    const auto open = [&](const std::string& name, auto program, const auto& link) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), link);
    };
    open("pointsettler-1", std::make_unique<model::PointSettler>(ground.scenario),
         parameters.office);
    for (std::int32_t i = 1; i <= points_.rules().phones; ++i)
        open("mykeyphone-" + std::to_string(i),
             std::make_unique<model::MyKeyPhone>(points_, static_cast<std::size_t>(i - 1)),
             parameters.mobile);
    for (std::int32_t i = 1; i <= points_.rules().shops; ++i)
        open("mykeytill-" + std::to_string(i), std::make_unique<model::MyKeyTill>(points_, i),
             parameters.mobile);
}

}  // namespace app
