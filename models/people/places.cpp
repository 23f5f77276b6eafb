// SPDX-License-Identifier: Apache-2.0
#include "models/people/places.h"

#include <algorithm>

#include "sim/scenario/scenario_error.h"

namespace model
{

bool concerns(const std::string& where, const sim::Scenario& scenario,
              const sim::Timetable& timetable, const DayPlan& plan, const Bus& bus)
{
    if (where == "all" || where == bus.name) return true;
    if (where == "operator/" + scenario.city.tariff.operators[bus.operator_index].id) return true;
    return std::any_of(bus.trips.begin(), bus.trips.end(), [&](std::uint32_t trip) {
        const auto route = timetable.patterns[plan.trips[trip].pattern].route;
        return where == "route/" + timetable.routes[route].id;
    });
}

std::vector<std::uint32_t> faults_of_bus(const sim::Scenario& scenario,
                                         const sim::Timetable& timetable, const DayPlan& plan,
                                         const Bus& bus)
{
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < scenario.faults.size(); ++i)
        if (concerns(scenario.faults[i].where, scenario, timetable, plan, bus))
            positions.push_back(i);
    return positions;
}

void check_places(const sim::Scenario& scenario, const sim::Timetable& timetable,
                  const DayPlan& plan)
{
    std::vector<std::string> desks;
    if (scenario.taxi) desks = sim::places_of(*scenario.taxi);
    const auto exists = [&](const std::string& where) {
        // An operator was checked against the tariff; it may have no bus in this window.
        if (where == "all" || where.starts_with("operator/")) return true;
        if (std::find(desks.begin(), desks.end(), where) != desks.end()) return true;
        const auto named = [&](const Bus& bus) { return bus.name == where; };
        const auto driven = [&](const sim::FeedRoute& route) {
            return "route/" + route.id == where;
        };
        return std::any_of(plan.buses.begin(), plan.buses.end(), named) ||
               std::any_of(timetable.routes.begin(), timetable.routes.end(), driven);
    };
    const auto check = [&](const std::string& where, int line) {
        if (exists(where)) return;
        throw sim::ScenarioError(scenario.file, line, 0,
                                 "this city has no \"" + where + "\": it has bus-1 to bus-" +
                                     std::to_string(plan.buses.size()) +
                                     " and the routes of its feeds");
    };
    for (const sim::Fault& fault : scenario.faults) check(fault.where, fault.line);
    for (const sim::Change& change : scenario.changes) check(change.where, change.line);
}

}  // namespace model
