// SPDX-License-Identifier: Apache-2.0
#include "sim/app/pass_services.h"

namespace app
{

namespace
{

// A phone's request waits for the portal, which waits for the store, which asks three times.
fw::Nanos inner_deadline(const sim::PassSales& sales)
{
    return {sales.deadline.count / 4};
}

}  // namespace

PassServices::PassServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                           LinkServices& links, model::ServiceNetworkModule& network)
    : credit_(
          ground.scenario.seed, ground.scenario.pass_sales->credit_refused_ppm,
          [&book = ground.recorder](fw::Nanos at, const std::string& request, std::int64_t yen) {
              book.service(sim::PassRow(sim::PassChargeRow{at.count, request, yen}));
          }),
      store_(ground.scenario.city.tariff, inner_deadline(*ground.scenario.pass_sales),
             ground.recorder,
             {[&links](const std::string& request) { return links.linkage().pass_bound(request); },
              [this](const std::string& request) { return credit_.charged(request); },
              [this](const std::string& request, fw::Nanos at) { credit_.refund(request, at); }}),
      perks_(links.consent(), links.linkage(), ground.recorder),
      queue_(
          model::draw_pass_plan(ground.scenario, ground.people, ground.residents, ground.attempts))
{
    network.add_back_end("tickets", store_, parameters.back_end);
    network.add_back_end("credit", credit_, parameters.back_end);
    for (int i = 1; i <= ground.scenario.pass_sales->phones; ++i) {
        phones_.push_back(std::make_unique<model::PassPhone>(
            ground.scenario, queue_, ground.recorder,
            [&links](std::uint32_t resident) { return links.serial_of(resident); }));
        network.add_desk("member-" + std::to_string(i), *phones_.back(), parameters.mobile);
    }
    ground.linkage.passes().perks_need_consent();
    const bool ends = ground.scenario.pass_sales->after_unlink == sim::AfterUnlink::pass_ends;
    ground.recorder.service(sim::PassRow(
        sim::PassRuleRow{"after_unlink", ends ? "pass_ends" : "pass_stays", "assumed"}));
    ground.recorder.service(sim::PassRow(sim::PassRuleRow{"perks", "by_consent", "published"}));
}

}  // namespace app
