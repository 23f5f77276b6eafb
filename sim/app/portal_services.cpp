// SPDX-License-Identifier: Apache-2.0
#include "sim/app/portal_services.h"

#include "models/portal/publisher_desk.h"

namespace app
{

PortalServices::PortalServices(const ServiceGround& ground,
                               const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
    : ground_(ground),
      portal_{ground.scenario, ground.recorder,
              model::draw_portal(ground.scenario, ground.residents)},
      board_(ground.scenario, portal_.plan.members, *ground.coupons, ground.recorder)
{
    tell_members();
    network.add_back_end("villageportal", board_, parameters.back_end);
    const auto open = [&](const std::string& name, auto program) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), parameters.mobile);
    };
    open("publisher-1", std::make_unique<model::PublisherDesk>(portal_));
    for (std::int32_t i = 1; i <= portal_.rules().phones; ++i)
        open("appuser-" + std::to_string(i),
             std::make_unique<model::VillagerPhone>(portal_, static_cast<std::size_t>(i - 1)));
    for (std::size_t i = 0; i < ground.shops.shops.size(); ++i)
        open("coupontill-" + std::to_string(i + 1),
             std::make_unique<model::CouponTill>(portal_, ground.shops, i));
}

void PortalServices::tell_members() const
{
    for (const model::PortalMember& member : portal_.plan.members)
        ground_.recorder.service(sim::PortalMemberRow{member.name, member.resident});
    ground_.recorder.service(sim::PortalRuleRow{"least", portal_.rules().least});
    ground_.recorder.service(sim::PortalRuleRow{"day", ground_.scenario.tariff_date.days});
}

void PortalServices::close_day(fw::Nanos now) const
{
    ground_.recorder.service(sim::PortalRuleRow{"closed", now.count});
    for (const sim::CouponEndRow& row : ground_.coupons->ends(now)) ground_.recorder.service(row);
    for (const sim::CouponStatementRow& row : ground_.coupons->statements(now))
        ground_.recorder.service(row);
}

}  // namespace app
