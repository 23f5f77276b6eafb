// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/report/sweep_table.h"
#include "sim/verify/judgement.h"

// What a sweep wants to know of one judged run.
namespace app
{

void measure_run(const sim::Database& run, const sim::Judgement& judgement, sim::SweepRow& row);

// A row as one line of text and back: it comes from a child process.
std::string told(const sim::SweepRow& row);
void hear(const std::string& text, sim::SweepRow& row);

// The exit code of many runs: the worst wins (cli.md).
int worse_exit_code(int one, int other);

}  // namespace app
