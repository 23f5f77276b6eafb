// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

// `tapbench bench`: the speed of this build beside the bare event-heap floor (sim/app/floor.h).
// Both run as child processes of this program in one call, the floor before and after, because
// only ratios taken on one machine in one go can be compared. This is one of the few places that
// read the clock of the host.
namespace sim
{

struct BenchOptions {
    std::string program = "/proc/self/exe";  // knows `run` and the hidden `floor N`
    std::string scenario;                    // its first group of people is given `riders`
    std::uint64_t riders = 100'000;
    bool json = false;
    // Tap rows of a result file.
    std::function<std::int64_t(const std::string& result_file)> count_taps;
};

// Prints riders, taps, taps_per_s, floor_taps_per_s, ratio (whole process, with record and proof),
// sim_taps_per_s, sim_ratio (kernel alone, from the child's own measured.sim_seconds), rss_mb
// (peak, 10^6 bytes), bytes_per_rider, cpu_us_per_tap, floor_cpu_us_per_tap and cpu_ratio. Exit
// code: that of the measured run, which prints no figures unless it was right (0) or only too slow
// for its riders (2); 70 when a child could not run or said nothing.
int bench_command(const BenchOptions& options, std::ostream& out, std::ostream& log);

// `tapbench floor N`, not shown in the help: runs the floor and prints what it counted as JSON.
int floor_command(std::uint64_t riders, std::ostream& out);

}  // namespace sim
