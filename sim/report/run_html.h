// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/judgement.h"

// One run as a page for people: `tapbench run --html`. Everything on it comes from the result file,
// the judgement and the scenario; nothing is measured here.
namespace sim
{

struct RunPage {
    const Database& database;
    const Judgement& judgement;
    const Scenario& scenario;
    std::string repeat;  // the command that repeats the run
};

std::string run_html(const RunPage& page);

}  // namespace sim
