// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/app/run_command.h"

namespace CLI
{
class App;
}

namespace app
{

// The words of `tapbench run` that make some of its fare boxes real.
void add_bench_words(CLI::App& run, RunOptions& options);

}  // namespace app
