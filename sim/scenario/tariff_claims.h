// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/field.h"
#include "sim/scenario/tariff.h"

// Rules claim routes (flat fares) and pairs of places on a route (od fares) for a stretch of days.
// On a claimed route or pair no two rules may hold on one day, and no day may lie between two of
// them: on such a day the feed's price would come back without a word.
namespace sim
{

void require_one_price_each_day(Visitor& v, const Tariff& tariff);

}  // namespace sim
