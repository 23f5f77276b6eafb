// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/people/sales.h"

// Where in the city a fault or a change takes place: `all`, `bus-12`, `operator/ID`, `route/ID`,
// `shops`, `shop-3`.
namespace model
{

// A bus is concerned by its own name, its operator, or a route it drives at any time of the day.
bool concerns(const std::string& where, const sim::Scenario& scenario,
              const sim::Timetable& timetable, const DayPlan& plan, const Bus& bus);

// A shop is concerned by its own name, with all shops, or by the operator they are paid under.
bool concerns(const std::string& where, const sim::Scenario& scenario, const Shop& shop);

// Positions in the scenario of the faults that concern a bus or a shop.
std::vector<std::uint32_t> faults_of_bus(const sim::Scenario& scenario,
                                         const sim::Timetable& timetable, const DayPlan& plan,
                                         const Bus& bus);
std::vector<std::uint32_t> faults_of_shop(const sim::Scenario& scenario, const Shop& shop);

// Every place the scenario names must exist on the day: ScenarioError with the line of the fault
// or change whose place does not.
void check_places(const sim::Scenario& scenario, const sim::Timetable& timetable,
                  const DayPlan& plan);

}  // namespace model
