// SPDX-License-Identifier: Apache-2.0
#include "sim/app/one_run.h"

#include <filesystem>
#include <memory>

#include "sim/app/bench_desk.h"
#include "sim/app/city_builder.h"
#include "sim/app/result_file.h"
#include "sim/export/export.h"
#include "sim/kernel/pacer.h"
#include "sim/kernel/run.h"
#include "sim/record/database.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/scenario_error.h"
#include "sim/verify/judge.h"

namespace app
{

namespace
{

constexpr fw::Nanos slice{60'000'000'000};

// What the scenario asks for is not in this city: no file is left that looks like a run.
void elaborate(CityBuilder& city, const std::string& file, sim::Recorder& recorder)
{
    try {
        city.elaborate(recorder);
    } catch (const sim::ScenarioError&) {
        recorder.finish(sim::Outcome::error);
        for (const char* const part : {"", "-wal", "-shm"})
            if (!file.empty()) std::filesystem::remove(file + part);
        throw;
    }
}

// From the first event to the last; then the rest of the file: last rows, indices, aggregates.
sim::Outcome simulate(CityBuilder& city, BenchDesk* bench, const OneRun& options,
                      sim::Recorder& recorder, std::map<std::string, double>& figures)
{
    const sim::Stopwatch sim_time;
    recorder.city(city.rows());
    recorder.note({0, "command", "", options.repeat});  // `tapbench explain` adds its tap to it
    elaborate(city, options.result_file, recorder);
    if (bench) bench->attach();
    const auto go_on = [&](fw::Nanos now) {
        if (options.at) options.at(now);
        return !sim::interrupted() && !recorder.error();
    };
    const bool to_the_end = bench ? bench->run(slice, go_on) : sim::run_to_end(slice, go_on);
    if (bench) bench->report(recorder);
    figures["sim_seconds"] = sim_time.seconds();
    const sim::Stopwatch finish_time;
    city.close_day(recorder);
    const auto outcome = recorder.error() ? sim::Outcome::error
                         : to_the_end     ? sim::Outcome::complete
                                          : sim::Outcome::aborted;
    recorder.finish(outcome);
    figures["finish_seconds"] = finish_time.seconds();
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

// What planners would be given of this run, into the file, where the judge finds it.
void keep_export(const std::string& file, const sim::Scenario& scenario, sim::Outcome outcome)
{
    if (!scenario.planning || file.empty() || outcome != sim::Outcome::complete) return;
    const sim::Planning& planning = *scenario.planning;
    const auto texts = sim::export_texts({.run = file,
                                          .folder = "",
                                          .format = sim::ExportFormat::ebpm,
                                          .k = planning.k,
                                          .views = {}});
    sim::Database database(file, sim::Database::Mode::read_write);
    sim::Query insert = database.query("INSERT INTO exported VALUES (?, ?, ?)");
    for (const auto& [name, content] : texts) insert.insert(name, planning.k, content);
}

// Into the file, where the judge finds it.
void tell_of_bench(const BenchDesk& bench, const std::string& file, sim::Outcome outcome,
                   RunResult& result)
{
    result.bench = bench.summary();
    if (!file.empty() && outcome != sim::Outcome::error) sim::write_bench(file, bench.rows());
}

}  // namespace

RunResult run_once(const sim::Scenario& scenario, const OneRun& options)
{
    RunResult result;
    const sim::Stopwatch build_time;
    CityBuilder city(scenario);
    if (options.defects) options.defects(city.feed_defects());
    std::optional<BenchDesk> bench;
    if (options.bench) bench.emplace(*options.bench, scenario, city);
    const char* const mode = text_of(bench ? bench->mode() : Mode::virtual_time);
    auto recorder = recorder_for(options.result_file, options.taps, mode);
    result.figures["build_seconds"] = build_time.seconds();
    result.figures["buses"] = static_cast<double>(city.buses());
    result.figures["riders"] = static_cast<double>(city.riders());

    const sim::Outcome outcome =
        simulate(city, bench ? &*bench : nullptr, options, *recorder, result.figures);
    if (bench) tell_of_bench(*bench, options.result_file, outcome, result);
    keep_export(options.result_file, scenario, outcome);
    const sim::Stopwatch judge_time;
    result.judgement = judge_or_say_why_not(options.result_file, scenario, *recorder, outcome);
    result.judgement.mode = mode;
    result.figures["judge_seconds"] = judge_time.seconds();
    if (bench && !bench->rows().error.empty()) result.judgement.raise_error(bench->rows().error);
    recorder.reset();
    put_to_rest(options.result_file);
    return result;
}

}  // namespace app
