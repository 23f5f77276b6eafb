// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidcheck.h>

#include "tests/sim/record/small_run.h"

// A small run of rows that need not make sense: taps and postings of any kind, with any points
// reached, some of them never delivered.
namespace sim::test
{

rc::Gen<SmallRun> random_run();

}  // namespace sim::test
