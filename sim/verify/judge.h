// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/scenario/scenario.h"
#include "sim/verify/judgement.h"

// Judges a recorded run from its result file alone and writes the verdict, the expectations, the
// properties and the findings into it; beside that it builds the file's indices. Nothing in here
// saw the run. Throws DatabaseError when the file cannot be read or written.
namespace sim
{

Judgement judge(const std::string& result_file, const Scenario& scenario);

}  // namespace sim
