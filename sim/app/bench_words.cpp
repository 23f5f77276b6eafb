// SPDX-License-Identifier: Apache-2.0
#include "sim/app/bench_words.h"

#include <CLI/CLI.hpp>

namespace app
{

void add_bench_words(CLI::App& run, RunOptions& options)
{
    run.add_option("--bench", options.bench, "bench file: fare boxes that have a real reader");
    run.add_option("--mode", options.mode,
                   "virtual, paced (real readers, the wall's time) or replay (their tapes)")
        ->check(CLI::IsMember({"virtual", "paced", "replay"}));
    run.add_option("--tape", options.tape,
                   "folder: a paced run records its readers there, a replay plays them");
}

}  // namespace app
