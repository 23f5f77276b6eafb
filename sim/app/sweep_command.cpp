// SPDX-License-Identifier: Apache-2.0
#include "sim/app/sweep_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <filesystem>
#include <optional>
#include <thread>

#include "sim/app/child_runs.h"
#include "sim/app/one_run.h"
#include "sim/app/result_file.h"
#include "sim/app/run_words.h"
#include "sim/app/scratch_folder.h"
#include "sim/app/sweep_axes.h"
#include "sim/app/sweep_measures.h"
#include "sim/record/interrupt.h"
#include "sim/report/sweep_table.h"
#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

constexpr int bench_failed = 70;
constexpr int interrupted_by_hand = 130;

struct Plan {
    sim::SweepTable table;
    std::vector<sim::Scenario> scenarios;  // of each row
};

// Everything that can be wrong is found here, before anything runs.
Plan plan_of(const SweepOptions& options)
{
    std::vector<Axis> axes;
    for (const std::string& words : options.over) axes.push_back(axis_of(words));
    Plan plan;
    plan.table.build = TAPBENCH_BUILD;
    for (const Axis& axis : axes) {
        sim::SweepAxis& shown = plan.table.axes.emplace_back(sim::SweepAxis{axis.name, {}});
        for (const AxisPoint& point : axis.points) shown.labels.push_back(point.label);
    }
    for (const auto& points : combinations(axes)) {
        sim::SweepRow& row = plan.table.rows.emplace_back();
        row.points = points;
        for (std::size_t axis = 0; axis < axes.size(); ++axis)
            for (const std::string& setting : axes[axis].points[points[axis]].settings)
                row.settings.push_back(setting);
        std::vector<std::string> all = options.set;
        all.insert(all.end(), row.settings.begin(), row.settings.end());
        plan.scenarios.push_back(sim::load_scenario(options.scenario, all));
        RunOptions alone;
        alone.scenario = options.scenario;
        alone.set = all;
        row.repeat = repeat_command(alone, plan.scenarios.back());
    }
    plan.table.scenario = plan.scenarios.at(0).name;
    return plan;
}

// In a child: one run from its scenario to its line of the table.
std::string run_one(const sim::Scenario& scenario, sim::SweepRow row, const std::string& file,
                    bool keep)
{
    OneRun run;
    run.result_file = file;
    run.repeat = row.repeat;
    const RunResult result = run_once(scenario, run);
    measure_run(sim::Database(file, sim::Database::Mode::read_only), result.judgement, row);
    if (!keep) fs::remove(file);
    return told(row);
}

void hear_child(const ChildResult& child, sim::SweepRow& row)
{
    if (!child.died) return hear(child.text, row);
    row.verdict = sim::text_of(sim::Verdict::error);
    row.exit_code = bench_failed;
    row.error = child.text;
}

std::string repeat_of(const SweepOptions& options)
{
    std::string words = "tapbench sweep " + shell_quoted(options.scenario);
    for (const std::string& over : options.over) words += " --over " + shell_quoted(over);
    for (const std::string& setting : options.set) words += " --set " + shell_quoted(setting);
    return words;
}

std::string outputs_checked(const SweepOptions& options)
{
    const std::string stem = fs::path(options.scenario).stem().string();
    const std::string file = options.out.empty() ? stem + "-sweep.db" : options.out;
    require_writable({options.json, options.csv, options.html});
    require_result_file(file);
    if (!options.keep.empty() && !fs::is_directory(options.keep))
        throw sim::ScenarioError(options.keep, "expected a folder that is there");
    return file;
}

// Rows that were never run (Ctrl-C) leave the table.
int run_all(const SweepOptions& options, Plan& plan, std::ostream& log)
{
    const ScratchFolder scratch;
    const std::string folder = options.keep.empty() ? scratch / "" : options.keep;
    const int processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    std::size_t done = 0;
    int code = 0;
    run_children(
        plan.scenarios.size(), options.jobs > 0 ? options.jobs : processors,
        [&](std::size_t number) {
            const std::string file = fs::path(folder) / fmt::format("run-{}.db", number + 1);
            return run_one(plan.scenarios[number], plan.table.rows[number], file,
                           !options.keep.empty());
        },
        [&](const ChildResult& child) {
            sim::SweepRow& row = plan.table.rows[child.number];
            hear_child(child, row);
            code = worse_exit_code(code, row.exit_code);
            ++done;
            if (!row.error.empty()) fmt::print(log, "{}: {}\n", row.repeat, row.error);
            if (!options.quiet)
                fmt::print(log, "{} of {}: {}\n", done, plan.scenarios.size(), row.verdict);
            return row.exit_code != interrupted_by_hand && !sim::interrupted();
        });
    plan.table.rows.resize(done);
    return code;
}

}  // namespace

int sweep_command(const SweepOptions& options, std::ostream& out, std::ostream& log)
{
    sim::catch_interrupts();
    const std::string file = outputs_checked(options);
    Plan plan = plan_of(options);
    const int code = run_all(options, plan, log);
    sim::write_sweep(file, plan.table);
    write_text(options.json, sim::sweep_json(plan.table), out);
    write_text(options.csv, sim::sweep_csv(plan.table), out);
    const std::string repeat = repeat_of(options);
    write_text(options.html, sim::sweep_html(plan.table, repeat), out);
    const bool taken = options.json == "-" || options.csv == "-" || options.html == "-";
    fmt::print(taken ? log : out, "{}(exit {})  {}\n", sim::sweep_text(plan.table), code, repeat);
    return code;
}

}  // namespace app
