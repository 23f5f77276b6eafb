// SPDX-License-Identifier: Apache-2.0
#include "sim/app/run_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <utility>

#include "sim/app/city_builder.h"
#include "sim/app/result_file.h"
#include "sim/app/run_words.h"
#include "sim/kernel/pacer.h"
#include "sim/kernel/run.h"
#include "sim/record/interrupt.h"
#include "sim/report/annotations.h"
#include "sim/report/junit.h"
#include "sim/report/result_json.h"
#include "sim/report/summary.h"
#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"
#include "sim/verify/judge.h"

namespace app
{

namespace
{

constexpr fw::Nanos slice{60'000'000'000};

// What the run itself measured about the bench's speed; wall time, never part of a result.
struct Speed {
    double build_seconds = 0;
    double sim_seconds = 0;     // from the first event to the last, recording beside it
    double finish_seconds = 0;  // until the file is whole: last rows, indices, aggregates
    double judge_seconds = 0;
};

void write_report(const std::string& file, const std::string& text, std::ostream& out)
{
    if (file.empty()) return;
    if (file == "-") {
        out << text << '\n';
        return;
    }
    std::ofstream stream(file);
    if (!(stream << text << '\n')) throw sim::ScenarioError(file, "cannot be written");
}

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

sim::Outcome simulate(CityBuilder& city, const std::string& repeat, sim::Recorder& recorder,
                      Progress progress, Speed& speed)
{
    const sim::Stopwatch sim_time;
    recorder.city(city.rows());
    recorder.note({0, "command", "", repeat});  // `tapbench explain` adds its tap to it
    city.elaborate(recorder);
    const bool to_the_end = sim::run_to_end(slice, [&](fw::Nanos now) {
        progress.at(now);
        return !sim::interrupted() && !recorder.error();
    });
    progress.done();
    speed.sim_seconds = sim_time.seconds();
    const sim::Stopwatch finish_time;
    city.close_day(recorder);
    const auto outcome = recorder.error() ? sim::Outcome::error
                         : to_the_end     ? sim::Outcome::complete
                                          : sim::Outcome::aborted;
    recorder.finish(outcome);
    speed.finish_seconds = finish_time.seconds();
    return recorder.error() ? sim::Outcome::error : outcome;
}

sim::Judgement judge_or_say_why_not(const std::string& file, const sim::Scenario& scenario,
                                    sim::Recorder& recorder, sim::Outcome outcome)
{
    sim::Judgement judgement;
    if (!file.empty() && outcome != sim::Outcome::error) {
        judgement = sim::judge(file, scenario);
    } else {
        judgement.scenario = scenario.name;
        judgement.scenario_file = scenario.file;
        judgement.seed = std::to_string(scenario.seed);
        judgement.digest = recorder.digest();
        judgement.status = outcome == sim::Outcome::complete ? "complete" : "aborted";
    }
    if (const auto error = recorder.error()) judgement.raise_error(*error);
    return judgement;
}

std::map<std::string, double> figures(const CityBuilder& city, const Speed& speed)
{
    return {{"buses", static_cast<double>(city.buses())},
            {"riders", static_cast<double>(city.riders())},
            {"build_seconds", speed.build_seconds},
            {"sim_seconds", speed.sim_seconds},
            {"finish_seconds", speed.finish_seconds},
            {"judge_seconds", speed.judge_seconds}};
}

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
    if (judgement.verdict == sim::Verdict::error) {  // there is nothing to tell of the city
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
    write_report(options.junit, sim::junit_xml(judgement), out);
    annotate(judgement, log);
    const bool stdout_taken = options.json == "-" || options.junit == "-";
    tell(judgement, repeat, stdout_taken ? log : out, log);
}

void tell_defects(const CityBuilder& city, std::ostream& log)
{
    for (const sim::Defect& defect : city.feed_defects())
        fmt::print(log, "{}:{}: {}\n", defect.file, defect.line, defect.text);
}

}  // namespace

int run_command(const RunOptions& options, std::ostream& out, std::ostream& log)
{
    sim::catch_interrupts();
    Speed speed;
    sim::Stopwatch build_time;
    const Trace trace = trace_of(options.trace);
    const sim::Scenario scenario =
        sim::load_scenario(options.scenario, settings_of(options, trace));
    const std::string file = result_file(options, scenario);
    CityBuilder city(scenario);
    if (!options.quiet) tell_defects(city, log);
    auto recorder = recorder_for(file, trace.taps);
    speed.build_seconds = build_time.seconds();

    const std::string repeat = repeat_command(options, scenario);
    const sim::Outcome outcome =
        simulate(city, repeat, *recorder, Progress(scenario, !options.quiet, log), speed);

    sim::Stopwatch judge_time;
    const sim::Judgement judgement = judge_or_say_why_not(file, scenario, *recorder, outcome);
    speed.judge_seconds = judge_time.seconds();
    recorder.reset();
    put_to_rest(file);

    write_report(options.json, sim::result_json(judgement, repeat, figures(city, speed)), out);
    report(options, judgement, repeat, out, log);
    return judgement.exit_code();
}

}  // namespace app
