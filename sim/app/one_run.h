// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "sim/app/bench_plan.h"
#include "sim/feed/timetable.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/judgement.h"

// One scenario from its file's text to its judgement: build the city, simulate, record, judge. At
// most once per process: SystemC builds one city and no second one.
namespace app
{

struct OneRun {
    std::string result_file;            // empty: simulate only, nothing is proven
    std::string repeat;                 // the command that repeats it, for the record
    std::vector<fw::TapKey> taps;       // the only ones whose frames are kept; empty: no choice
    std::function<void(fw::Nanos)> at;  // progress, may be empty
    std::function<void(const std::vector<sim::Defect>&)> defects;  // of the feeds, may be empty
    std::optional<BenchPlan> bench;  // real readers or tapes; none: everything is simulated
};

struct RunResult {
    sim::Judgement judgement;
    // What the run measured about the bench itself, wall times included; never part of a result.
    std::map<std::string, double> figures;
    std::string bench;  // of a run with a bench file: its lines for people
};

RunResult run_once(const sim::Scenario& scenario, const OneRun& options);

}  // namespace app
