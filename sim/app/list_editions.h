// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/people/riders.h"
#include "sim/feed/timetable.h"

// When new editions of the lists are published beside the regular ones, and why.
namespace app
{

struct LostCard {
    fw::Nanos at{};
    std::uint32_t card = 0;
};

// Cards that the scenario's `listed_meanwhile` faults have reported lost while their riders are on
// board by the timetable. The list is published at the next whole minute, assumed.
std::vector<LostCard> lost_on_board(const sim::Scenario& scenario, const sim::Timetable& timetable,
                                    const model::DayPlan& plan, const model::People& people);

// Regular editions, those of cards lost on board and those of the scenario's changes, in order.
std::vector<fw::Nanos> edition_times(const sim::Scenario& scenario,
                                     const std::vector<LostCard>& lost_on_board);

}  // namespace app
