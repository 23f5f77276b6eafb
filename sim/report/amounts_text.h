// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/verify/judgement.h"

// How reports name an expectation and spell an amount with its unit.
namespace sim
{

std::string amount_text(std::int64_t amount, Expectation::Unit unit);  // "187.402 ms", "0 yen"
std::string name_of(const Expectation& expectation);                   // "hop_time.read.p99"
std::string limit_text(const Expectation& expectation);                // "<= 200 ms"

}  // namespace sim
