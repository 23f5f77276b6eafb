// SPDX-License-Identifier: Apache-2.0
#include "sim/app/run_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <utility>

#include "sim/app/chosen_frames.h"
#include "sim/app/city_builder.h"
#include "sim/app/run_words.h"
#include "sim/kernel/pacer.h"
#include "sim/kernel/run.h"
#include "sim/record/database.h"
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
    double sim_seconds = 0;
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
        : scenario_(scenario), shown_(shown), log_(log)
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
                      Progress progress)
{
    recorder.city(city.rows());
    recorder.note({0, "command", "", repeat});  // `tapbench explain` adds its tap to it
    city.elaborate(recorder);
    const bool to_the_end = sim::run_to_end(slice, [&](fw::Nanos now) {
        progress.at(now);
        return !sim::interrupted() && !recorder.error();
    });
    progress.done();
    city.close_day(recorder);
    const auto outcome = recorder.error() ? sim::Outcome::error
                         : to_the_end     ? sim::Outcome::complete
                                          : sim::Outcome::aborted;
    recorder.finish(outcome);
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
            {"judge_seconds", speed.judge_seconds}};
}

void annotate(const sim::Judgement& judgement, std::ostream& out)
{
    if (std::getenv("GITHUB_ACTIONS") == nullptr) return;
    out << sim::github_annotations(judgement);
    if (const char* summary = std::getenv("GITHUB_STEP_SUMMARY"))
        std::ofstream(summary, std::ios::app) << sim::github_step_summary(judgement);
}

// One plain file at rest: whoever reads it leaves nothing beside it, and a read-only disk will do.
void put_to_rest(const std::string& file)
{
    if (file.empty()) return;
    try {
        sim::Database(file, sim::Database::Mode::read_write).text("PRAGMA journal_mode = DELETE");
    } catch (const sim::DatabaseError&) {  // somebody reads it already: two parts are as good
    }
}

std::unique_ptr<sim::Recorder> recorder_for(const std::string& file, const Trace& trace)
{
    auto recorder = sim::make_recorder(file, {TAPBENCH_BUILD, "virtual"});
    if (trace.taps.empty()) return recorder;
    return std::make_unique<ChosenFrames>(std::move(recorder), trace.taps);
}

void tell(const sim::Judgement& judgement, const std::string& repeat, std::ostream& out,
          std::ostream& log)
{
    annotate(judgement, log);
    if (judgement.verdict == sim::Verdict::error) {  // there is nothing to tell of the city
        fmt::print(log, "tapbench: {}\n", judgement.error);
        fmt::print(out, "ERROR (exit {})  {}\n", judgement.exit_code(), repeat);
        return;
    }
    const bool colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    out << sim::summary(judgement, repeat, {.colour = colour});
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
    require_outputs(options, file);
    CityBuilder city(scenario);
    for (const sim::Defect& defect : city.feed_defects()) {
        if (!options.quiet) fmt::print(log, "{}:{}: {}\n", defect.file, defect.line, defect.text);
    }
    auto recorder = recorder_for(file, trace);
    speed.build_seconds = build_time.seconds();

    sim::Stopwatch sim_time;
    const std::string repeat = repeat_command(options, scenario);
    const bool terminal = isatty(STDERR_FILENO) != 0 && !options.quiet;
    const sim::Outcome outcome =
        simulate(city, repeat, *recorder, Progress(scenario, terminal, log));
    speed.sim_seconds = sim_time.seconds();

    sim::Stopwatch judge_time;
    const sim::Judgement judgement = judge_or_say_why_not(file, scenario, *recorder, outcome);
    speed.judge_seconds = judge_time.seconds();
    recorder.reset();
    put_to_rest(file);

    write_report(options.junit, sim::junit_xml(judgement), out);
    write_report(options.json, sim::result_json(judgement, repeat, figures(city, speed)), out);
    const bool stdout_taken = options.json == "-" || options.junit == "-";
    tell(judgement, repeat, stdout_taken ? log : out, log);
    return judgement.exit_code();
}

}  // namespace app
