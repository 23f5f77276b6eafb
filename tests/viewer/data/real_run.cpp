// SPDX-License-Identifier: Apache-2.0
#include "tests/viewer/data/real_run.h"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "tests/sim/record/small_run.h"

namespace view::test
{

std::string real_run(const std::string& scenario, const std::string& words)
{
    static std::map<std::string, std::string> known;
    const std::string question = scenario + ".yaml " + words;
    const auto [at, added] = known.try_emplace(question);
    if (!added) return at->second;
    at->second = sim::test::scratch_file("real" + std::to_string(known.size()));
    const std::string command =
        std::string(TAPBENCH_BINARY_DIR "/tapbench run " TAPBENCH_SOURCE_DIR "/scenarios/") +
        question + " --quiet -o " + at->second + " >/dev/null 2>&1";
    const int ended = std::system(command.c_str());  // its verdict does not matter
    if (ended != -1 && std::filesystem::exists(at->second)) return at->second;
    throw std::runtime_error("no result of: " + command);
}

}  // namespace view::test
