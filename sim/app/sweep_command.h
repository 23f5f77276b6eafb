// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

// `tapbench sweep`: one run for each combination of values, side by side in processes of their own,
// one table of what they found.
namespace app
{

struct SweepOptions {
    std::string scenario;
    std::vector<std::string> over;  // key=a,b,c or @FILE (sim/app/sweep_axes.h)
    std::vector<std::string> set;   // for all runs
    int jobs = 0;                   // 0: as many as there are processors
    std::string out;                // result file; empty: NAME-sweep.db in this folder
    std::string json, csv, html;    // file names; empty = not wanted, "-" = stdout
    std::string keep;               // folder for the result file of each run; empty: not kept
    bool quiet = false;
};

// Returns the worst exit code of all runs. Wrong keys and values are a ScenarioError before
// anything runs.
int sweep_command(const SweepOptions& options, std::ostream& out, std::ostream& log);

}  // namespace app
