// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

// `tapbench hunt SCENARIO --seeds N`: looks for a scenario that breaks an invariant.
namespace app
{

struct HuntOptions {
    std::string scenario;
    std::vector<std::string> set;
    std::uint64_t seeds = 200;
    std::uint64_t from = 1;
    bool first = false;       // stop at the first finding
    std::size_t tries = 150;  // runs spent on making a finding small
    int jobs = 0;             // 0: as many as there are processors
    std::string out;          // folder for failing scenarios and their result files
    bool json = false;
    bool quiet = false;
};

// 0: nothing found; 1: something; 3: nothing, but in 200 seeds or more some word was drawn too
// seldom or some situation never met; 70: the bench failed in a run; 130: interrupted.
int hunt_command(const HuntOptions& options, std::ostream& out, std::ostream& log);

}  // namespace app
