// SPDX-License-Identifier: Apache-2.0
#include "sim/app/run_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <utility>

#include "sim/app/one_run.h"
#include "sim/app/pcapng_file.h"
#include "sim/app/result_file.h"
#include "sim/app/run_words.h"
#include "sim/record/database.h"
#include "sim/record/interrupt.h"
#include "sim/report/annotations.h"
#include "sim/report/junit.h"
#include "sim/report/result_json.h"
#include "sim/report/run_html.h"
#include "sim/report/summary.h"
#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

class Progress
{
public:
    Progress(const sim::Scenario& scenario, bool shown, std::ostream& log)
        : scenario_(scenario), shown_(shown && isatty(STDERR_FILENO) != 0), log_(log)
    {
    }
    void at(fw::Nanos now)
    {
        if (!shown_) return;
        const auto seconds = static_cast<std::int32_t>(now.count / 1'000'000'000);
        fmt::print(log_, "\r{}  {}", scenario_.name, sim::service_time_text(seconds));
        log_.flush();
    }
    void done()
    {
        if (shown_) fmt::print(log_, "\r\033[K");
    }

private:
    const sim::Scenario& scenario_;
    bool shown_;
    std::ostream& log_;
};

void annotate(const sim::Judgement& judgement, std::ostream& out)
{
    if (std::getenv("GITHUB_ACTIONS") == nullptr) return;
    out << sim::github_annotations(judgement);
    if (const char* summary = std::getenv("GITHUB_STEP_SUMMARY"))
        std::ofstream(summary, std::ios::app) << sim::github_step_summary(judgement);
}

void tell(const sim::Judgement& judgement, const std::string& repeat, std::ostream& out,
          std::ostream& log)
{
    const bool broken = judgement.verdict == sim::Verdict::error;
    if (broken && judgement.status != "complete") {  // there is nothing to tell of the city
        fmt::print(log, "tapbench: {}\n", judgement.error);
        fmt::print(out, "ERROR (exit {})  {}\n", judgement.exit_code(), repeat);
        return;
    }
    const bool colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    out << sim::summary(judgement, repeat, {.colour = colour});
}

void report(const RunOptions& options, const sim::Judgement& judgement, const std::string& repeat,
            std::ostream& out, std::ostream& log)
{
    write_text(options.junit, sim::junit_xml(judgement), out);
    annotate(judgement, log);
    const bool stdout_taken =
        options.json == "-" || options.junit == "-" || options.html == "-" || options.pcapng == "-";
    tell(judgement, repeat, stdout_taken ? log : out, log);
}

void write_page(const RunOptions& options, const sim::Scenario& scenario,
                const sim::Judgement& judgement, const OneRun& run, std::ostream& out)
{
    const sim::Database database(run.result_file, sim::Database::Mode::read_only);
    write_text(options.html, sim::run_html({database, judgement, scenario, run.repeat}), out);
}

void tell_defects(const std::vector<sim::Defect>& defects, std::ostream& log)
{
    for (const sim::Defect& defect : defects)
        fmt::print(log, "{}:{}: {}\n", defect.file, defect.line, defect.text);
}

}  // namespace

int run_command(const RunOptions& options, std::ostream& out, std::ostream& log)
{
    sim::catch_interrupts();
    const Trace trace = trace_of(options);
    const sim::Scenario scenario =
        sim::load_scenario(options.scenario, settings_of(options, trace));
    const std::string repeat = repeat_command(options, scenario);
    Progress progress(scenario, !options.quiet, log);
    OneRun run{result_file(options, scenario), repeat, trace.taps, {}, {}, bench_plan(options)};
    run.at = [&](fw::Nanos now) { progress.at(now); };
    if (!options.quiet) run.defects = [&](const auto& defects) { tell_defects(defects, log); };
    const RunResult result = run_once(scenario, run);
    progress.done();

    if (!options.html.empty() && result.judgement.status != "error")
        write_page(options, scenario, result.judgement, run, out);
    if (result.judgement.status != "error")
        write_capture(options.pcapng, run.result_file, scenario, out);
    write_text(options.json, sim::result_json(result.judgement, repeat, result.figures), out);
    log << result.bench;
    report(options, result.judgement, repeat, out, log);
    return result.judgement.exit_code();
}

}  // namespace app
