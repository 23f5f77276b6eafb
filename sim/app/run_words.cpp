// SPDX-License-Identifier: Apache-2.0
#include "sim/app/run_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/scenario_error.h"
#include "sim/verify/judgement.h"

namespace app
{

namespace
{

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

Trace trace_of(const RunOptions& options)
{
    return trace_of(options.trace.empty() && !options.pcapng.empty() ? "all" : options.trace);
}

std::vector<std::string> settings_of(const RunOptions& options, const Trace& trace)
{
    std::vector<std::string> settings = options.set;
    settings.insert(settings.end(), trace.settings.begin(), trace.settings.end());
    return settings;
}

std::string shell_quoted(const std::string& word)
{
    constexpr char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./:,@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

std::string repeat_command(const RunOptions& options, const sim::Scenario& scenario)
{
    std::string command = "tapbench run " + shell_quoted(options.scenario);
    for (const std::string& setting : options.set)
        if (!setting.starts_with("seed=")) command += " --set " + shell_quoted(setting);
    command += fmt::format(" --seed {}", scenario.seed);
    for (const auto& [word, value] : {std::pair{" --bench ", options.bench},
                                      {" --mode ", options.mode},
                                      {" --tape ", options.tape}})
        if (!value.empty()) command += word + shell_quoted(value);
    return command;
}

}  // namespace app
