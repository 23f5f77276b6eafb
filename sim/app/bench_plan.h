// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/app/run_command.h"
#include "sim/record/city_rows.h"
#include "sim/scenario/bench_file.h"

// `run --bench B [--mode M] [--tape DIR]`: which fare boxes have a real reader or a tape, and in
// which mode of time the run is.
namespace app
{

enum class Mode : std::uint8_t { virtual_time, paced, replay };
const char* text_of(Mode mode);

struct BenchPlan {
    Mode mode = Mode::virtual_time;
    sim::BenchFile bench;
    std::string record_to;  // folder of new tapes; empty: none are recorded
};

// None without a bench file. Words that contradict each other throw ScenarioError.
std::optional<BenchPlan> bench_plan(const RunOptions& options);

// Where a tape of this device lies in a folder.
std::string tape_file(const std::string& folder, const sim::BenchDevice& device);

// A fare box of the city by its bus and door.
struct FareBoxPlace {
    std::uint32_t bus = 0;  // dense number
    std::size_t door = 0;
    std::uint32_t device = 0;
};

// Unknown buses and doors throw ScenarioError at their place, with the nearest right name.
FareBoxPlace place_of(const sim::BenchDevice& device, const std::string& file,
                      const std::vector<sim::BusRow>& buses);

}  // namespace app
