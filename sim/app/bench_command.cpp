// SPDX-License-Identifier: Apache-2.0
#include "sim/app/bench_command.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "sim/app/floor.h"
#include "sim/app/scratch_folder.h"

extern char** environ;

namespace sim
{

namespace
{

using Json = nlohmann::ordered_json;
using namespace nlohmann::literals;

constexpr int only_a_budget_failed = 2;
constexpr int bench_failed = 70;

struct Spent {
    int code = bench_failed;
    double seconds = 0;
    double cpu_seconds = 0;
    double peak_bytes = 0;
};

double seconds_of(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// Runs the program with its standard output in `out`; the error stream is shared.
Spent run_child(const std::vector<std::string>& words, const std::string& out)
{
    std::vector<char*> argv;
    for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    const int refused = posix_spawn(&child, argv[0], &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    int status = 0;
    rusage usage{};
    if (refused != 0 || wait4(child, &status, 0, &usage) != child) return {};
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : bench_failed, wall.count(),
            seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) * 1024};
}

Json read_json(const std::string& file)
{
    std::ifstream stream(file);
    const Json json = Json::parse(stream, nullptr, false);
    return json.is_object() ? json : Json::object();
}

struct Floored {
    double seconds = 0;
    double cpu_seconds = 0;
    double taps = 0;
};

Floored run_floors(const BenchOptions& options, const app::ScratchFolder& scratch)
{
    const std::string out = scratch / "floor.json";
    const Spent spent = run_child({options.program, "floor", std::to_string(options.riders)}, out);
    const Json told = read_json(out);
    if (spent.code != 0 || !told.contains("taps"))
        throw std::runtime_error("the floor did not run");
    return {spent.seconds, spent.cpu_seconds, told["taps"].get<double>()};
}

Json figures(const BenchOptions& options, const Spent& run, double sim_seconds, double taps,
             const Floored& floor)
{
    const double rate = taps / run.seconds, floor_rate = floor.taps / floor.seconds;
    const double cpu = run.cpu_seconds / taps, floor_cpu = floor.cpu_seconds / floor.taps;
    return {{"riders", options.riders},
            {"taps", static_cast<std::int64_t>(taps)},
            {"taps_per_s", rate},
            {"floor_taps_per_s", floor_rate},
            {"ratio", rate / floor_rate},
            {"sim_taps_per_s", taps / sim_seconds},
            {"sim_ratio", taps / sim_seconds / floor_rate},
            {"rss_mb", run.peak_bytes / 1e6},
            {"bytes_per_rider", run.peak_bytes / static_cast<double>(options.riders)},
            {"cpu_us_per_tap", cpu * 1e6},
            {"floor_cpu_us_per_tap", floor_cpu * 1e6},
            {"cpu_ratio", floor_cpu / cpu}};
}

void print(const Json& figures, bool json, std::ostream& out)
{
    if (json) {
        out << figures.dump(2) << '\n';
        return;
    }
    for (const auto& [name, value] : figures.items())
        out << fmt::format(
            "{:<22}{:>14}\n", name,
            value.is_number_float() ? fmt::format("{:.3f}", value.get<double>()) : value.dump());
}

int measure(const BenchOptions& options, std::ostream& out, std::ostream& log)
{
    const app::ScratchFolder scratch;
    const std::string result = scratch / "bench.db", told = scratch / "bench.json";
    const Floored before = run_floors(options, scratch);
    const Spent run =
        run_child({options.program, "run", options.scenario, "--set",
                   fmt::format("people.0.count={}", options.riders), "-o", result, "--json", told},
                  scratch / "run.txt");
    if (run.code != 0)
        log << fmt::format("bench: the run of {} ended with exit code {}\n", options.scenario,
                           run.code);
    if (run.code != 0 && run.code != only_a_budget_failed) return run.code;
    const Floored after = run_floors(options, scratch);
    const Json summary = read_json(told);
    const auto taps = static_cast<double>(options.count_taps(result));
    const double sim_seconds = summary.value("/measured/sim_seconds"_json_pointer, 0.0);
    if (sim_seconds <= 0 || taps <= 0)
        throw std::runtime_error("the run told no measured.sim_seconds or made no tap");
    const Floored floor{before.seconds + after.seconds, before.cpu_seconds + after.cpu_seconds,
                        before.taps + after.taps};
    print(figures(options, run, sim_seconds, taps, floor), options.json, out);
    return run.code;
}

}  // namespace

int bench_command(const BenchOptions& options, std::ostream& out, std::ostream& log)
{
    try {
        return measure(options, out, log);
    } catch (const std::exception& problem) {
        log << "bench: " << problem.what() << '\n';
        return bench_failed;
    }
}

int floor_command(std::uint64_t riders, std::ostream& out)
{
    const FloorResult floor = run_floor(riders);
    const Json told = {{"taps", floor.taps},
                       {"events", floor.events},
                       {"fare_yen", floor.fare_yen},
                       {"latency_ns", floor.latency_sum.count},
                       {"cloud_ns", floor.cloud_sum.count}};
    out << told.dump() << '\n';
    return out ? 0 : bench_failed;
}

}  // namespace sim
