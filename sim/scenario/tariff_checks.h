// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/field.h"
#include "sim/scenario/tariff.h"

// What no tariff may say, whatever the feeds: names of things that are not in it, two rules that
// both win on some day, days left out between two rules of one route or pair. Every refusal has the
// place of the later rule. What only a feed can show is found by `tapbench lint` of a city.
namespace sim
{

void check_tariff(Visitor& v, const Tariff& tariff);

}  // namespace sim
