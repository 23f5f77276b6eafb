// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "sim/app/hunt_run.h"

// A hunt over many seeds: each drawn, run in a process of its own and judged; one bug for each
// signature, run again for determinism and made as small as it still fails.
namespace app
{

struct HuntBug {
    std::uint64_t seed = 0;
    std::uint64_t after = 0;  // seeds, this one included
    HuntFinding finding;
    bool died = false;
    bool repeats = false;    // the same seed gave the same digest again
    std::size_t tries = 0;   // runs it took to make it small
    sim::Scenario scenario;  // the smallest that fails alike
    std::string file;        // where it lies
};

struct HuntSum {
    std::uint64_t seeds = 0;  // that were run
    std::int64_t taps = 0;
    std::uint64_t failing = 0;                        // seeds
    std::map<std::string, std::uint64_t> words;       // faults and changes drawn
    std::map<std::string, std::uint64_t> situations;  // `sometimes` properties: seeds that met them
    std::map<std::string, std::int64_t> checked;      // `always` properties: occasions
    std::vector<HuntBug> bugs;
    std::size_t torn = 0, torn_wrong = 0;  // cells of the tear sweep before the first seed
    bool interrupted = false;
    double seconds = 0;  // of the host, for drawing, running and judging the seeds
};

struct HuntPlan {
    std::uint64_t first = 1, seeds = 200;
    int jobs = 1;
    std::string folder;          // for the files of runs; they are removed
    std::string keep;            // folder for the scenarios of bugs
    bool keep_runs = false;      // the bugs' result files too
    bool only_first = false;     // stop when something has been found
    std::size_t patience = 150;  // runs to make one bug small
    std::function<void(std::uint64_t done, std::size_t bugs)> progress;  // may be empty
};

HuntSum hunt(const sim::Scenario& base, const HuntPlan& plan);

}  // namespace app
