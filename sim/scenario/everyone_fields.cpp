// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/service_tries.h"
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

// What tries whose names begin so are made with.
struct Needed {
    const char* services;
    const char* key;
    bool (*there)(const Scenario&);
};

using S = const Scenario&;
constexpr Needed needed[] = {
    {"shop", "shops", [](S s) { return s.shops.has_value(); }},
    {"link_", "linking", [](S s) { return s.linking.has_value(); }},
    {"link_counter", "linking.counters", [](S s) { return s.linking && s.linking->counters > 0; }},
    {"link_phone", "linking.phones", [](S s) { return s.linking && s.linking->phones > 0; }},
    {"unlink", "linking.counters", [](S s) { return s.linking && s.linking->counters > 0; }},
    {"taxi", "taxi", [](S s) { return s.taxi.has_value(); }},
    {"voucher", "taxi", [](S s) { return s.taxi.has_value(); }},
    {"auto_bus", "face_boarding", [](S s) { return s.face_boarding.has_value(); }},
    {"pass", "pass_sales", [](S s) { return s.pass_sales.has_value(); }},
    {"card_sale", "card_sales", [](S s) { return s.card_sales.has_value(); }},
    {"demand", "demand", [](S s) { return s.demand.has_value(); }},
    {"ticket", "tourism", [](S s) { return s.tourism.has_value(); }},
    {"city_id", "city_id.counters", [](S s) { return s.city_id && s.city_id->counters > 0; }},
    {"id_", "city_id", [](S s) { return s.city_id.has_value(); }},
    {"data_use", "data_use", [](S s) { return s.data_use.has_value(); }},
    {"lecture", "lectures", [](S s) { return s.lectures.has_value(); }},
    {"school", "school_watch", [](S s) { return s.school_watch.has_value(); }},
    {"ambulance", "emergency", [](S s) { return s.emergency.has_value(); }},
    {"shelter", "shelters", [](S s) { return s.shelters.has_value(); }},
    {"clinic", "clinics", [](S s) { return s.clinics.has_value(); }},
    {"online_clinic", "online_clinic", [](S s) { return s.online_clinic.has_value(); }},
    {"mother_child", "mother_child.counters",
     [](S s) { return s.mother_child && s.mother_child->counters > 0; }},
    {"mileage", "health", [](S s) { return s.health.has_value(); }},
    {"support", "support_counter", [](S s) { return s.support_counter.has_value(); }},
    {"first_aid", "first_aid", [](S s) { return s.first_aid.has_value(); }},
    {"way", "shelter_ways", [](S s) { return s.shelter_ways.has_value(); }},
    {"notice", "portal.notices", [](S s) { return s.portal && !s.portal->notices.empty(); }},
};

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
    for (const std::string& service : scenario.everyone->services)
        for (const Needed& one : needed)
            v.require(!service.starts_with(one.services) || one.there(scenario),
                      "everyone.services", fmt::format("\"{}\" needs \"{}\"", service, one.key));
    if (!scenario.residents) return;
    Names places{""};
    for (const District& district : scenario.residents->population.districts)
        places.push_back(district.municipality);
    for (std::size_t i = 0; i < scenario.everyone->kinds.size(); ++i)
        require_known(v, places, scenario.everyone->kinds[i].municipality,
                      fmt::format("everyone.kinds.{}.municipality", i), "municipality");
}

}  // namespace sim
