// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "sim/scenario/scenario.h"

// A scenario from a seed: how many ride and when, where discounts are decided, what the lists do,
// what the tariff caps, who holds passes, and one to six things that go wrong or are changed. A
// power loss comes as 100 to 300 short ones, a reset after unconfirmed taps with cards that are
// torn. Ranges are *assumed*: wide enough to meet every situation, and what cuts off a network or a
// cloud ends again.
namespace app
{

// The words for faults, then those for changes ("change/tariff"). A seed is given the word number
// seed % count for certain, so that as many seeds in a row draw each at least once.
std::vector<std::string> hunt_words();

sim::Scenario drawn_scenario(const sim::Scenario& base, std::uint64_t seed);

// The words a scenario uses, as in hunt_words().
std::set<std::string> words_in(const sim::Scenario& scenario);

// The scenario as one file that can lie and be run anywhere on this machine.
std::string scenario_text(sim::Scenario scenario);

}  // namespace app
