// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_sale_services.h"

#include <algorithm>

#include "sim/base/text_key.h"
#include "sim/scenario/descriptions.h"

namespace app
{

namespace
{

model::CardSaleGround shared_by_tills(const ServiceGround& ground, const LinkServices& links,
                                      const sim::ServiceParameters& parameters)
{
    const sim::Linking& linking = *ground.scenario.linking;
    const auto card_of = [&ground, &links](std::uint32_t who) { return links.card_of(who); };
    const auto all = model::draw_card_sales(ground.scenario, ground.residents, ground.attempts);
    std::shared_ptr<const model::MyNumberProfile> other;
    if (!all.empty()) other = without_certificates(*card_of(all.front().resident).profile);
    return {ground.scenario,
            ground.recorder,
            all,
            card_of,
            other,
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(linking.handling),
            sim::quantiles_of(linking.pin_entry),
            sim::RngStream(ground.scenario.seed, "card sale")};
}

std::function<fw::Yen(const std::string&)> accounts(const sim::Scenario& scenario)
{
    return [&scenario](const std::string& serial) {
        const sim::CardSales& rules = *scenario.card_sales;
        const auto range =
            static_cast<std::uint64_t>(rules.account_to.count - rules.account_from.count) + 1;
        const sim::RngStream stream(scenario.seed, "account");
        return rules.account_from +
               fw::Yen{static_cast<std::int32_t>(stream.below(range, sim::key_of(serial)))};
    };
}

}  // namespace

CardSaleServices::CardSaleServices(const ServiceGround& ground, LinkServices& links,
                                   const sim::ServiceParameters& parameters,
                                   model::ServiceNetworkModule& network)
    : ground_(ground),
      sales_(shared_by_tills(ground, links, parameters)),
      office_(ground.scenario, accounts(ground.scenario), ground.recorder)
{
    const sim::CardSales& rules = *ground.scenario.card_sales;
    record_rules();
    links.close_authority(rules.closed_from, rules.closed_from + rules.closed_for);
    network.add_back_end("checkout", office_, parameters.back_end);
    for (std::int32_t till = 1; till <= rules.tills; ++till) {
        tills_.push_back(std::make_unique<model::CardSaleTill>(sales_, till));
        network.add_desk("till-" + std::to_string(till), *tills_.back(), parameters.mobile);
    }
}

void CardSaleServices::record_rules() const
{
    sim::CardSales rules = *ground_.scenario.card_sales;
    const sim::YamlNode written =
        sim::write_fields([&rules](sim::Visitor& v) { fields(v, rules); });
    for (const auto& [name, silence] : {std::pair{"pin", ""}, std::pair{"boundary", "A.10-6"},
                                        std::pair{"stronger", "A.10-7"}, std::pair{"offline", ""}})
        ground_.recorder.service(sim::CardSaleRuleRow{name, written.find(name)->text, silence});
    std::int64_t position = 0;
    for (const sim::MethodBand& band : rules.bands) {
        ++position;
        for (const std::string& method : band.methods)
            ground_.recorder.service(sim::MethodBandRow{
                position, band.id, band.from.count, band.to.count, method, band.source.text,
                band.source.assumed ? "assumed" : "published"});
    }
}

}  // namespace app
