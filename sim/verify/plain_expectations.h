// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/verify/service_facts.h"

// Expectations that are no budgets of taps or flows: counts and sums, lengths of time that a
// service measured, and how often a property was put to the test. Each is inconclusive where there
// was nothing to check.
namespace sim
{

ExpectationResult judge_count(const Expectation& wanted,
                              const std::map<std::string, Counted>& values);
// Of a measure with groups, of the distance between them.
ExpectationResult judge_length(const Expectation& wanted, const ServiceFacts& services);
// A property that does not hold fails by itself.
ExpectationResult judge_checked(const Expectation& wanted,
                                const std::vector<PropertyResult>& properties);

}  // namespace sim
