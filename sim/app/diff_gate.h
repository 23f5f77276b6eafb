// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/compare/runs.h"

// Is the new run worse than the baseline? Money and properties by an exact rule, time by a
// statistical test with a stated rate of error; nothing is ever worse for being better or faster.
namespace app
{

struct GateOptions {
    std::int64_t tolerance_ppm = 50000;  // of the baseline's p99
    double alpha = 0.001;                // for all tests of time together
};

// One length (sim/report/tap_lengths.h): are more of the new ones above the baseline's p99 and
// tolerance than chance allows?
struct TimeTest {
    std::string name;
    std::int64_t baseline_taps = 0, taps = 0;
    std::int64_t p99_before = 0, p99_after = 0, threshold = 0;  // ns
    std::int64_t over = 0;                                      // new taps above the threshold
    double p_value = 1;
    bool tested = false;  // enough taps in both
    bool worse = false;
};

struct GateResult {
    std::vector<std::string> wrong;     // exact rules that were broken, one line each
    std::vector<std::string> late;      // a time budget newly broken, one line each
    std::vector<std::string> untested;  // what could not be compared, one line each
    std::vector<TimeTest> times;
    double alpha = 0, alpha_each = 0;
    // 1 money, property or verdict worse; 2 only time; 3 the tap time was not tested; 0.
    int exit_code() const;
};

// Every kind of length that the baseline has. Reorders the lengths.
std::vector<TimeTest> test_times(sim::TapLengths& before, sim::TapLengths& after,
                                 const GateOptions& options);
// A run that was paced by the wall's clock took the times of this machine's real readers, and may
// not gate: ScenarioError. Virtual and replayed runs may.
GateResult gate(sim::Compared& runs, const GateOptions& options);

}  // namespace app
