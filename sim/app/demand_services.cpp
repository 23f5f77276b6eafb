// SPDX-License-Identifier: Apache-2.0
#include "sim/app/demand_services.h"

#include <algorithm>

#include "models/demand/ride_dispatch.h"
#include "sim/scenario/tariff_day.h"

namespace app
{

namespace
{

const sim::OperatorDay& operator_of(const sim::TariffDay& day, const sim::DemandTaxi& demand)
{
    return *std::find_if(day.operators.begin(), day.operators.end(),
                         [&](const auto& one) { return one.id == demand.operator_id; });
}

// A rider's fare by area and discount class; 0: no class.
model::DispatchOffice::Fares fares_of(const sim::Scenario& scenario)
{
    const sim::DemandTaxi& demand = *scenario.demand;
    const sim::TariffDay day = sim::tariff_on(scenario.city.tariff, scenario.tariff_date);
    const sim::OperatorDay& one = operator_of(day, demand);
    int classes = 0;
    for (const sim::Discount& discount : scenario.city.tariff.discounts)
        classes = std::max(classes, discount.number);
    model::DispatchOffice::Fares fares;
    for (const sim::DemandArea& area : demand.areas) {
        const std::int64_t full = area.fare.count;
        std::vector<std::int64_t> by_class(static_cast<std::size_t>(classes) + 1, full);
        for (const sim::DiscountInForce& discount : one.discounts)
            if (discount.rule->counts_on(demand.route))
                by_class[static_cast<std::size_t>(discount.number)] = std::max<std::int64_t>(
                    0, one.ic.reduced(full, discount.percent_ppm) - discount.amount.count);
        fares.push_back(std::move(by_class));
    }
    return fares;
}

std::optional<std::size_t> area_of(const sim::DemandTaxi& demand, std::int64_t place)
{
    const std::string district = model::district_of_place(demand, place);
    for (std::size_t i = 0; i < demand.areas.size(); ++i) {
        const auto& all = demand.areas[i].districts;
        if (std::find(all.begin(), all.end(), district) != all.end()) return i;
    }
    return std::nullopt;
}

std::vector<sim::DemandRideRow> rows_of(const sim::DemandTaxi& demand,
                                        const std::vector<model::PlannedRequest>& plan)
{
    const model::DemandGrid grid{demand.columns, demand.rows, demand.step};
    std::vector<sim::DemandRideRow> rows;
    for (const model::PlannedRequest& one : plan) {
        sim::DemandRideRow row;
        row.ride = one.ride;
        row.resident = one.resident;
        row.card = one.card;
        row.hitch = model::word_of(one.hitch);
        row.wanted = one.wanted.count;
        row.from_district = model::district_of_place(demand, one.from);
        row.to_district = model::district_of_place(demand, one.to);
        row.riders = one.riders;
        if (grid.holds(one.to)) row.direct = grid.way(one.from, one.to).count;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

DemandServices::DemandServices(const ServiceGround& ground,
                               const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
    : ground_(ground),
      demand_{ground.scenario,
              model::draw_requests(ground.scenario, ground.residents, ground.attempts),
              {},
              ground.cards,
              model::profile_of(ground.scenario.city.devices.fare_box.card_system,
                                *model::parse_pmm(ground.scenario.city.devices.cards.front().pmm),
                                nullptr),
              sim::RngStream(ground.scenario.seed, "demand touch")},
      office_(
          ground.scenario, fares_of(ground.scenario),
          [&rules = *ground.scenario.demand](std::int64_t place) { return area_of(rules, place); },
          ground.recorder)
{
    const sim::DemandTaxi& rules = demand_.rules();
    demand_.rides = rows_of(rules, demand_.plan);
    record_rules();
    network.add_back_end("dispatch", office_, parameters.back_end);
    const auto open = [&](const char* kind, std::int32_t number, auto program) {
        programs_.push_back(std::move(program));
        network.add_desk(kind + std::to_string(number), *programs_.back(), parameters.mobile);
    };
    for (std::int32_t i = 1; i <= rules.callers; ++i)
        open("caller-", i, std::make_unique<model::CallerProgram>(demand_, i));
    for (std::int32_t i = 1; i <= rules.vehicles; ++i)
        open("van-", i, std::make_unique<model::VanProgram>(demand_, i));
}

void DemandServices::record_rules() const
{
    const sim::DemandTaxi& rules = demand_.rules();
    const auto rule = [&](const char* name, const std::string& value) {
        ground_.recorder.service(sim::DemandRuleRow{name, value});
    };
    rule("operator", rules.operator_id);
    rule("route", rules.route);
    rule("seats", std::to_string(rules.seats));
    rule("opens", std::to_string(rules.opens.count));
    rule("closes", std::to_string(rules.closes.count));
    for (const sim::DemandArea& area : rules.areas)
        for (const std::string& district : area.districts)
            ground_.recorder.service(
                sim::DemandAreaRow{area.id, district, area.fare.count, area.source.text,
                                   area.source.assumed ? "assumed" : "published"});
}

// A promise that nobody kept stays without an outcome, and the judge objects.
void DemandServices::close_day()
{
    for (const sim::DemandRideRow& row : demand_.rides) ground_.recorder.service(row);
}

}  // namespace app
