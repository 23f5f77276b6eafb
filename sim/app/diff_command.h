// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

// `tapbench diff A.db B.db`: exit code 0 when the runs are the same, 1 when they differ. With
// `gate`: 0 B is no worse than A, 1 money, a property or the verdict is worse, 2 only time is, 3
// too little could be compared (sim/app/diff_gate.h). A file that is no result, or that may not
// gate, is a ScenarioError.
namespace app
{

struct DiffOptions {
    std::string before, after;
    bool gate = false;
    std::int64_t tolerance_ppm = 50000;
    double alpha = 0.001;
    bool json = false;
};

// "5%" or "0.5 %"; anything else is a ScenarioError.
std::int64_t tolerance_of(const std::string& words);

int diff_command(const DiffOptions& options, std::ostream& out);

}  // namespace app
