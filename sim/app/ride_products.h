// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/app/fare_command.h"
#include "sim/feed/timetable.h"
#include "sim/scenario/tariff.h"

// What a rider buys beforehand, in `tapbench fare`: a pass on the card (--pass) takes its part off
// each ride, a commuter pass (--product) is priced for each ride's section instead.
namespace app
{

struct CardPass {
    const sim::Pass* product = nullptr;  // none: no pass on the card
    fw::Yen amount{};                    // of each ride that an amount pass covers
};

// ScenarioError for an unknown pass, an amount that is missing or has no place, and for cash.
CardPass card_pass(const sim::FareCommand& options, const sim::Tariff& tariff);
// None when no product is asked for; ScenarioError for an unknown one.
const sim::CommuterPass* commuter_pass(const sim::FareCommand& options, const sim::Tariff& tariff);

struct RideEnds {
    const sim::FeedStop& from;
    const sim::FeedStop& to;
};

// What the pass leaves of a price; the rule then ends in "pass ID".
sim::RidePrice covered(const CardPass& pass, const sim::RidePrice& price,
                       const sim::FeedRoute& route, const RideEnds& ends,
                       const sim::Tariff& tariff);

}  // namespace app
