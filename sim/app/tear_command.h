// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

// `tapbench tear SCENARIO`: a card torn out of the field at every instant of a tap.
namespace app
{

struct TearOptions {
    std::string scenario;
    std::vector<std::string> set;
    std::string out;   // JSON file
    std::string html;  // page with the maps
    std::size_t cells = 10'000;
    int jobs = 0;  // 0: as many as there are processors
    bool json = false;
};

// 0: every cell is right; 1: some book is wrong; 130: interrupted.
int tear_command(const TearOptions& options, std::ostream& out, std::ostream& log);

// As many as asked for, or as there are processors.
int jobs_of(int wanted);

}  // namespace app
