// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/people/day_plan.h"

// Where in the city a fault or a change takes place: `all`, `bus-12`, `operator/ID`, `route/ID`.
namespace model
{

// A bus is concerned by its own name, its operator, or a route it drives at any time of the day.
bool concerns(const std::string& where, const sim::Scenario& scenario,
              const sim::Timetable& timetable, const DayPlan& plan, const Bus& bus);

// Positions in the scenario of the faults that concern a bus.
std::vector<std::uint32_t> faults_of_bus(const sim::Scenario& scenario,
                                         const sim::Timetable& timetable, const DayPlan& plan,
                                         const Bus& bus);

// Every place the scenario names must exist on the day: ScenarioError with the line of the fault
// or change whose place does not.
void check_places(const sim::Scenario& scenario, const sim::Timetable& timetable,
                  const DayPlan& plan);

}  // namespace model
