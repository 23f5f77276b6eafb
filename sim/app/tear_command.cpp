// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <thread>

#include "sim/app/result_file.h"
#include "sim/app/tear_report.h"
#include "sim/kernel/pacer.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/load.h"

namespace app
{

namespace
{

constexpr int passed = 0, wrong = 1, aborted = 130;

}  // namespace

int jobs_of(int wanted)
{
    return wanted > 0 ? wanted
                      : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

int tear_command(const TearOptions& options, std::ostream& out, std::ostream& log)
{
    sim::catch_interrupts();
    const sim::Scenario scenario = sim::load_scenario(options.scenario, options.set);
    const TearLine line(scenario);
    const TearTitle title{
        scenario.name, fmt::format("tapbench tear {} --cells {}", options.scenario, options.cells),
        scenario.seed};
    const sim::Stopwatch time;
    TearSweep sweep = planned_sweep(line, options.cells);
    if (!run_sweep(sweep, line, jobs_of(options.jobs))) return aborted;
    const double seconds = time.seconds();

    write_text(options.out, tear_json(sweep, title), out);
    write_text(options.html, tear_page(sweep, title), out);
    out << (options.json ? tear_json(sweep, title) + "\n" : tear_table(sweep));
    const bool good = sweep.failed() == 0;
    fmt::print(options.json ? log : out, "{} (exit {})  {} cells, {} wrong, {:.0f} cells/s  {}\n",
               good ? "PASS" : "FAIL", good ? passed : wrong, sweep.cells.size(), sweep.failed(),
               static_cast<double>(sweep.cells.size()) / seconds, title.repeat);
    return good ? passed : wrong;
}

}  // namespace app
