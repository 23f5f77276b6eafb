// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

void check_dead_ends(Visitor& v, const Everyone& everyone, const Names& kinds)
{
    std::set<std::string> told;
    for (std::size_t i = 0; i < everyone.dead_ends.size(); ++i) {
        const DeadEnd& end = everyone.dead_ends[i];
        const std::string path = fmt::format("dead_ends.{}", i);
        for (const std::string& service : end.services)
            require_known(v, everyone.services, service, path + ".services", "service");
        for (const std::string& kind : end.kinds) {
            require_known(v, kinds, kind, path + ".kinds", "kind");
            for (const std::string& service : end.services)
                v.require(told.insert(kind + " " + service).second, path + ".kinds",
                          fmt::format("{} at {} is told twice", kind, service));
        }
    }
}

}  // namespace

void fields(Visitor& v, ResidentKind& kind)
{
    v.place(&kind.line, nullptr);
    v.field({"id", "name of the kind", Need::required}, Text(kind.id));
    v.field({"age", "years, birthday half a year ago"}, Count(kind.age, 0, 120));
    v.field({"municipality", "where they live; left out: the population's own"},
            Text(kind.municipality));
    v.field({"transit_card", "holds one"}, Flag(kind.transit_card));
    v.field({"my_number_card", "holds one"}, Flag(kind.my_number_card));
    v.field({"signature", "with a signature certificate on it"}, Flag(kind.signature));
    v.field({"smartphone", "has one"}, Flag(kind.smartphone));
    v.field({"licence", "to drive: none, holds or returned"}, Text(kind.licence));
    v.field({"condition", "disabled, care, illness or pregnant"}, Text(kind.condition));
    require_known(v, {"none", "holds", "returned"}, kind.licence, "licence", "licence");
    if (!kind.condition.empty())
        require_known(v, {"disabled", "care", "illness", "pregnant"}, kind.condition, "condition",
                      "condition");
    v.require(kind.age >= 15 || !kind.my_number_card || !kind.signature, "age",
              "below 15 a My Number Card has no signature certificate: \"signature: false\"");
    v.require(kind.my_number_card || !kind.signature, "signature",
              "needs a My Number Card: \"signature: false\"");
}

void fields(Visitor& v, DeadEnd& end)
{
    v.place(&end.line, nullptr);
    v.field({"kinds", "of residents", Need::required}, List<std::string, Text>(end.kinds, 1));
    v.field({"services", "they try", Need::required}, List<std::string, Text>(end.services, 1));
    v.field({"reason", "the try ends with", Need::required}, Text(end.reason));
    v.field({"because", "in words", Need::required}, Text(end.because));
}

void fields(Visitor& v, Everyone& everyone)
{
    v.field({"kinds", "of residents", Need::required}, List(everyone.kinds, 1, &ResidentKind::id));
    v.field({"services", "that each of them tries once", Need::required},
            List<std::string, Text>(everyone.services, 1));
    v.field({"dead_ends", "tries that do not come to their end, and why"},
            List(everyone.dead_ends));
    for (std::size_t i = 0; i < everyone.services.size(); ++i)
        require_known(v, services_to_try(), everyone.services[i], fmt::format("services.{}", i),
                      "service");
    Names kinds;
    for (const ResidentKind& kind : everyone.kinds) kinds.push_back(kind.id);
    check_dead_ends(v, everyone, kinds);
}

// What is tried is there, and the people live where the population does.
void require_everyone(Visitor& v, const Scenario& scenario)
{
    if (!scenario.everyone) return;
    v.require(scenario.residents.has_value(), "everyone", "\"everyone\" needs \"residents\"");
    const auto needs = [&](const char* services, bool there, const char* key) {
        for (const std::string& service : scenario.everyone->services)
            v.require(there || !service.starts_with(services), "everyone.services",
                      fmt::format("\"{}\" needs \"{}\"", service, key));
    };
    needs("shop", scenario.shops.has_value(), "shops");
    needs("link_", scenario.linking.has_value(), "linking");
    needs("link_counter", scenario.linking && scenario.linking->counters > 0, "linking.counters");
    needs("link_phone", scenario.linking && scenario.linking->phones > 0, "linking.phones");
    needs("taxi", scenario.taxi.has_value(), "taxi");
    needs("auto_bus", scenario.face_boarding.has_value(), "face_boarding");
    needs("pass", scenario.pass_sales.has_value(), "pass_sales");
    needs("card_sale", scenario.card_sales.has_value(), "card_sales");
    needs("demand", scenario.demand.has_value(), "demand");
    needs("ticket", scenario.tourism.has_value(), "tourism");
    needs("city_id", scenario.city_id && scenario.city_id->counters > 0, "city_id.counters");
    needs("data_use", scenario.data_use.has_value(), "data_use");
    needs("ambulance", scenario.emergency.has_value(), "emergency");
    needs("shelter", scenario.shelters.has_value(), "shelters");
    needs("clinic", scenario.clinics.has_value(), "clinics");
    needs("mother_child", scenario.mother_child && scenario.mother_child->counters > 0,
          "mother_child.counters");
    needs("mileage", scenario.health.has_value(), "health");
    needs("support", scenario.support_counter.has_value(), "support_counter");
    needs("first_aid", scenario.first_aid.has_value(), "first_aid");
    needs("way", scenario.shelter_ways.has_value(), "shelter_ways");
    if (!scenario.residents) return;
    Names places{""};
    for (const District& district : scenario.residents->population.districts)
        places.push_back(district.municipality);
    for (std::size_t i = 0; i < scenario.everyone->kinds.size(); ++i)
        require_known(v, places, scenario.everyone->kinds[i].municipality,
                      fmt::format("everyone.kinds.{}.municipality", i), "municipality");
}

}  // namespace sim
