// SPDX-License-Identifier: Apache-2.0
#include "sim/app/run_words.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sim/app/explain_command.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

std::vector<fw::TapKey> taps_of(const std::string& words)
{
    std::vector<fw::TapKey> taps;
    for (std::size_t from = 0; from <= words.size();) {
        const std::size_t end = std::min(words.find(',', from), words.size());
        const auto key = sim::tap_key_of(words.substr(from, end - from));
        if (!key)
            throw sim::ScenarioError(
                "--trace", fmt::format("expected failed, all, none, a share such as 10% or taps "
                                       "such as 12-345,12-346; found \"{}\"",
                                       words));
        taps.push_back(*key);
        from = end + 1;
    }
    return taps;
}

// As a shell reads it back.
std::string quoted(const std::string& word)
{
    constexpr char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./:,@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

void require_writable(const std::string& file)
{
    if (file.empty() || file == "-") return;
    const fs::path folder = fs::absolute(file).parent_path();
    if (fs::is_directory(file)) throw sim::ScenarioError(file, "expected a file, found a folder");
    if (!fs::is_directory(folder))
        throw sim::ScenarioError(file,
                                 fmt::format("there is no folder {} to write in", folder.string()));
    const std::string written = fs::exists(file) ? file : folder.string();
    if (access(written.c_str(), W_OK) != 0) throw sim::ScenarioError(file, "cannot be written");
}

bool is_database(const std::string& file)
{
    constexpr std::string_view magic = "SQLite format 3";
    std::string start(magic.size(), '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    return stream.gcount() == 0 || start == magic;
}

}  // namespace

Trace trace_of(const std::string& words)
{
    if (words.empty()) return {};
    if (words == "failed" || words == "all" || words == "none")
        return {{"record.frames=" + words}, {}};
    if (words.ends_with('%')) {
        const std::size_t digits = words.find_last_not_of(" %") + 1;
        return {{"record.frames=share", "record.share=" + words.substr(0, digits) + " %"}, {}};
    }
    return {{"record.frames=all"}, taps_of(words)};
}

std::vector<std::string> settings_of(const RunOptions& options, const Trace& trace)
{
    std::vector<std::string> settings = options.set;
    settings.insert(settings.end(), trace.settings.begin(), trace.settings.end());
    return settings;
}

std::string repeat_command(const RunOptions& options, const sim::Scenario& scenario)
{
    std::string command = "tapbench run " + quoted(options.scenario);
    for (const std::string& setting : options.set)
        if (!setting.starts_with("seed=")) command += " --set " + quoted(setting);
    return command + fmt::format(" --seed {}", scenario.seed);
}

std::string result_file(const RunOptions& options, const sim::Scenario& scenario)
{
    if (!options.record) return "";
    if (!options.out.empty()) return options.out;
    return fs::path(scenario.file).stem().string() + ".db";
}

void require_outputs(const RunOptions& options, const std::string& result)
{
    for (const std::string& file : {result, options.junit, options.json}) require_writable(file);
    if (!result.empty() && fs::exists(result) && !is_database(result))
        throw sim::ScenarioError(result, "is there and is no result file: it is not replaced");
}

}  // namespace app
