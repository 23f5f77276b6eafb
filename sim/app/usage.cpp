// SPDX-License-Identifier: Apache-2.0
#include "sim/app/usage.h"

#include <algorithm>
#include <filesystem>

#include "sim/scenario/nearest.h"

namespace app
{

const char* const exit_codes =
    "Exit codes: 0 passed, 1 correctness failed, 2 only a latency budget failed,\n"
    "3 inconclusive, 4 a file or the command line is invalid, 5 not deterministic,\n"
    "70 the bench failed, 77 hardware or a real feed is absent, 130 interrupted";

std::string usage_line(const WrongWords& words)
{
    if (words.chosen.empty() && !words.first.empty())
        return (words.first[0] == '-' ? "unknown option \"" : "unknown command \"") + words.first +
               "\"" + sim::did_you_mean(words.first, words.commands) + " (see tapbench --help)";
    std::string text = words.first.empty() ? "a command is needed" : words.problem;
    std::replace(text.begin(), text.end(), '\n', ' ');
    const std::string command = words.chosen.empty() ? "" : words.chosen + " ";
    return text + " (see tapbench " + command + "--help)";
}

std::string scenario_folder()
{
    namespace fs = std::filesystem;
    if (fs::is_directory("scenarios")) return "scenarios";
    return fs::path(TAPBENCH_BENCH_SCENARIO).parent_path().parent_path().string();
}

}  // namespace app
