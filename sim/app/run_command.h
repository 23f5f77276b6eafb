// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

// `tapbench run`: simulates a scenario, records it, judges it.
namespace app
{

struct RunOptions {
    std::string scenario;
    std::string out;  // result file; empty: beside nothing, NAME.db in this folder
    bool record = true;
    std::vector<std::string> set;
    std::string junit;  // file names; empty = not wanted, "-" = stdout
    std::string json;
    std::string html;
    std::string pcapng;
    std::string bench;  // bench file; empty: everything is simulated
    std::string mode;   // virtual | paced | replay; empty: as the bench file says
    std::string tape;   // folder of tapes
    std::string trace;  // failed | all | none | N% | KEY[,KEY]
    bool quiet = false;
};

// Returns the exit code of the command line.
int run_command(const RunOptions& options, std::ostream& out, std::ostream& log);

}  // namespace app
