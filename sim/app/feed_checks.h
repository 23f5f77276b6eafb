// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/feed/timetable.h"
#include "sim/scenario/scenario.h"

// What is wrong with a tariff or a feed only when both are seen together: routes and places that no
// feed has, rules that price the same ride, a fare of the feed without any rule. The first one
// found throws ScenarioError at its place in the tariff or in the feed.
namespace app
{

// Opens the feeds of a city whose paths have been looked up.
sim::Timetable open_feeds(const sim::City& city);

void check_with_feeds(const sim::City& city, const sim::Timetable& timetable);

}  // namespace app
