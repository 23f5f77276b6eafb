// SPDX-License-Identifier: Apache-2.0
#include "sim/app/bench_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

std::vector<std::string> doors_of(const sim::BusRow& bus)
{
    if (bus.readers == 1) return {"only"};
    return {"rear", "front"};
}

void refuse_without_bench(const RunOptions& options)
{
    if (options.mode == "paced" || options.mode == "replay")
        throw sim::ScenarioError("--mode",
                                 options.mode + " needs a bench file: --bench BENCH.yaml");
    if (!options.tape.empty())
        throw sim::ScenarioError("--tape",
                                 "nothing is recorded or played without --bench BENCH.yaml");
}

void play_from(const std::string& folder, sim::BenchFile& bench)
{
    for (sim::BenchDevice& device : bench.devices) {
        if (device.is_tape()) continue;
        if (folder.empty())
            throw sim::ScenarioError(bench.file, device.line, device.column,
                                     "to replay it, name the folder of its tape: --tape DIR");
        device.use = "tape:" + tape_file(folder, device);
    }
}

}  // namespace

const char* text_of(Mode mode)
{
    if (mode == Mode::virtual_time) return "virtual";
    return mode == Mode::paced ? "paced" : "replay";
}

std::optional<BenchPlan> bench_plan(const RunOptions& options)
{
    if (options.bench.empty()) {
        refuse_without_bench(options);
        return std::nullopt;
    }
    BenchPlan plan;
    plan.bench = sim::load_bench(options.bench);
    const auto is_tape = [](const sim::BenchDevice& device) { return device.is_tape(); };
    const auto& devices = plan.bench.devices;
    if (devices.empty())
        throw sim::ScenarioError(options.bench, "a run needs a fare box on its bench: devices");
    const bool all_tapes = std::all_of(devices.begin(), devices.end(), is_tape);
    if (options.mode == "virtual") return plan;
    if (options.mode == "paced" && all_tapes)
        throw sim::ScenarioError("--mode", "nothing on this bench is real: tapes are replayed");
    plan.mode = options.mode == "replay" || all_tapes ? Mode::replay : Mode::paced;
    if (plan.mode == Mode::replay) {
        play_from(options.tape, plan.bench);
    } else if (!options.tape.empty()) {
        std::error_code error;
        fs::create_directories(options.tape, error);
        if (!fs::is_directory(options.tape))
            throw sim::ScenarioError(options.tape, "is no folder and cannot be made one");
        plan.record_to = options.tape;
    }
    return plan;
}

std::string tape_file(const std::string& folder, const sim::BenchDevice& device)
{
    std::string name = device.name;
    std::replace(name.begin(), name.end(), '/', '-');
    return (fs::path(folder) / (name + ".tape")).string();
}

FareBoxPlace place_of(const sim::BenchDevice& device, const std::string& file,
                      const std::vector<sim::BusRow>& buses)
{
    const auto fail = [&](const std::string& text) {
        throw sim::ScenarioError(file, device.line, device.column, text);
    };
    std::vector<std::string> names;
    for (const sim::BusRow& bus : buses) names.push_back(bus.name);
    const auto found = std::find(names.begin(), names.end(), device.bus);
    if (found == names.end())
        fail(fmt::format("the scenario has no bus \"{}\"{}", device.bus,
                         sim::did_you_mean(device.bus, names)));
    const auto& bus = buses[static_cast<std::size_t>(found - names.begin())];
    const std::vector<std::string> doors = doors_of(bus);
    const auto door = std::find(doors.begin(), doors.end(), device.door);
    if (door == doors.end())
        fail(fmt::format("bus \"{}\" has no door \"{}\"; its readers are at: {}", device.bus,
                         device.door, fmt::join(doors, ", ")));
    const auto number = static_cast<std::size_t>(door - doors.begin());
    return {bus.bus, number, bus.first_device + static_cast<std::uint32_t>(number)};
}

}  // namespace app
