// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/feed/timetable.h"
#include "sim/scenario/tariff.h"

// Two rules of a tariff that price the same ride of the feeds on one day: an od fare for every
// route beside a flat fare, or two od fares that call one stop by different names (its id, zone,
// station, or a zone of the tariff). An od fare of the route itself goes before one for every
// route, so these two do not clash. Throws ScenarioError at the later rule.
namespace app
{

void check_double_prices(const sim::Tariff& tariff, const sim::Timetable& timetable);

}  // namespace app
