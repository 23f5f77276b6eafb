// SPDX-License-Identifier: Apache-2.0
#include "sim/app/hunt_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "sim/app/hunt_report.h"
#include "sim/app/scratch_folder.h"
#include "sim/app/tear_command.h"
#include "sim/app/tear_sweep.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/load.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

constexpr int passed = 0, wrong = 1, not_shown = 3, bench_failed = 70, aborted = 130;
constexpr std::uint64_t wide_hunt = 200;

int exit_code_of(const HuntSum& sum)
{
    const bool died =
        std::any_of(sum.bugs.begin(), sum.bugs.end(), [](const HuntBug& bug) { return bug.died; });
    if (died) return bench_failed;
    if (sum.interrupted) return aborted;
    if (!sum.bugs.empty() || sum.torn_wrong > 0) return wrong;
    return sum.seeds >= wide_hunt && !blind_spots(sum).empty() ? not_shown : passed;
}

const char* word_of(int code)
{
    switch (code) {
        case passed:
            return "PASS";
        case wrong:
            return "FAIL";
        case not_shown:
            return "INCONCLUSIVE";
        case aborted:
            return "ABORTED";
        default:
            return "ERROR";
    }
}

double per_second(double count, double seconds)
{
    return seconds > 0 ? count / seconds : 0;
}

// A tap has instants of a few milliseconds that a drawn fault hardly ever meets: each is met here
// before the first seed.
void tear(const sim::Scenario& base, int jobs, HuntSum& sum)
{
    constexpr std::size_t cells = 2000;
    const TearLine line(base);
    TearSweep sweep = planned_sweep(line, cells);
    run_sweep(sweep, line, jobs);
    sum.torn = sweep.cells.size();
    sum.torn_wrong = sweep.failed();
}

HuntPlan plan_of(const HuntOptions& options, const std::string& folder, std::ostream& log)
{
    HuntPlan plan;
    plan.first = options.from;
    plan.seeds = options.seeds;
    plan.jobs = jobs_of(options.jobs);
    plan.only_first = options.first;
    plan.patience = options.tries;
    plan.folder = folder;
    plan.keep = options.out.empty() ? "." : options.out;
    plan.keep_runs = !options.out.empty();
    if (!options.quiet && isatty(STDERR_FILENO) != 0)
        plan.progress = [&log, &options](std::uint64_t done, std::size_t bugs) {
            fmt::print(log, "\r{} of {} seeds, {} findings ", done, options.seeds, bugs);
            log.flush();
        };
    return plan;
}

}  // namespace

int hunt_command(const HuntOptions& options, std::ostream& out, std::ostream& log)
{
    sim::catch_interrupts();
    const sim::Scenario base = sim::load_scenario(options.scenario, options.set);
    if (!options.out.empty()) fs::create_directories(options.out);
    const std::string repeat = fmt::format("tapbench hunt {} --seeds {} --from {}",
                                           options.scenario, options.seeds, options.from);
    const ScratchFolder folder;
    const HuntPlan plan = plan_of(options, folder / "", log);
    HuntSum torn;
    tear(base, plan.jobs, torn);
    HuntSum sum = torn.torn_wrong > 0 && options.first ? HuntSum{} : hunt(base, plan);
    sum.torn = torn.torn;
    sum.torn_wrong = torn.torn_wrong;
    if (plan.progress) fmt::print(log, "\r\033[K");

    out << (options.json ? hunt_json(sum, repeat) + "\n" : hunt_text(sum));
    const int code = exit_code_of(sum);
    fmt::print(options.json ? log : out,
               "{} (exit {})  {} seeds, {} findings, {:.1f} seeds/s, {:.0f} simulated taps/s  {}\n",
               word_of(code), code, sum.seeds, sum.bugs.size() + (sum.torn_wrong > 0 ? 1 : 0),
               per_second(static_cast<double>(sum.seeds), sum.seconds),
               per_second(static_cast<double>(sum.taps), sum.seconds), repeat);
    return code;
}

}  // namespace app
