// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "sim/app/run_command.h"
#include "sim/scenario/scenario.h"

// What the words behind `tapbench run` mean (cli.md); a wrong one is a ScenarioError.
namespace app
{

// `--trace failed|all|none|N%|KEY[,KEY]`
struct Trace {
    std::vector<std::string> settings;  // key=value of the scenario
    std::vector<fw::TapKey> taps;       // the only ones whose frames are kept; empty: no choice
};

Trace trace_of(const std::string& words);
// A capture is of all taps unless it was said which.
Trace trace_of(const RunOptions& options);

// Everything that changes the scenario.
std::vector<std::string> settings_of(const RunOptions& options, const Trace& trace);

// A word as a shell reads it back.
std::string shell_quoted(const std::string& word);

// The command that runs the same again, quoted for a shell; without `--trace` and output files.
std::string repeat_command(const RunOptions& options, const sim::Scenario& scenario);

}  // namespace app
