// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/verify/judgement.h"

// The judgement as JUnit XML for CI: the scenario is a test suite, every expectation and every
// property a test case; what was not evaluated is `skipped`, a broken bench is an `error`.
namespace sim
{

std::string junit_xml(const Judgement& judgement);

}  // namespace sim
