// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>

#include "sim/app/fare_command.h"

// `tapbench fare --city CITY.yaml`: single rides priced with a city's tariff. A price between two
// stops goes before a flat fare of the route, and that before the rows of the feed. --rider is
// adult, child, disabled or a discount of the tariff, or one of each joined by + (`child+youth`);
// half and discount come in the operator's order, rounded after each step as on the day --on.
namespace app
{

// The rule of a price reads "FEED:FARE_ID senior-10% half round ROUNDING_ID", or TARIFF:RULE_ID in
// front. Throws ScenarioError: files that cannot be used, an unknown rider class, a discount asked
// for in cash, and no --on where the answer depends on the day. Feed defects go to `log`.
std::unique_ptr<sim::RidePricer> city_pricer(const sim::FareCommand& options, std::ostream& log);

}  // namespace app
