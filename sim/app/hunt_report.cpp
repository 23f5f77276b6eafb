// SPDX-License-Identifier: Apache-2.0
#include "sim/app/hunt_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/app/hunt_draw.h"

namespace app
{

namespace
{

using nlohmann::json;

std::size_t riders(const sim::Scenario& scenario)
{
    std::size_t sum = 0;
    for (const sim::Group& group : scenario.people) sum += static_cast<std::size_t>(group.count);
    return sum;
}

std::string bug_text(const HuntBug& bug)
{
    const sim::Scenario& small = bug.scenario;
    std::string out = fmt::format(
        "  {}\n      found after {} seeds, in seed {}{}; small after {} runs: {} riders, {} "
        "min,{}\n",
        bug.finding.text, bug.after, bug.seed, bug.repeats ? "" : ", AND IT DOES NOT REPEAT",
        bug.tries, riders(small), (small.to - small.from).count / 60'000'000'000,
        small.faults.empty() && small.changes.empty() ? " no faults" : "");
    out.pop_back();
    for (const std::string& word : words_in(small)) out += " " + word;
    return out + fmt::format("\n      tapbench run {}\n", bug.file);
}

}  // namespace

std::vector<std::string> blind_spots(const HuntSum& sum)
{
    std::vector<std::string> spots;
    for (const auto& [word, count] : sum.words)
        if (count < least_draws) spots.push_back(fmt::format("{} was drawn {} times", word, count));
    for (const auto& [name, seeds] : sum.situations)
        if (seeds == 0) spots.push_back(fmt::format("{} was never reached", name));
    return spots;
}

std::string hunt_text(const HuntSum& sum)
{
    std::string out = "Drawn                       times\n";
    for (const auto& [word, count] : sum.words) out += fmt::format("  {:<24} {:>6}\n", word, count);
    out += "Reached                     seeds\n";
    for (const auto& [name, seeds] : sum.situations)
        out += fmt::format("  {:<24} {:>6}\n", name, seeds);
    out += "Held                    occasions\n";
    for (const auto& [name, count] : sum.checked)
        out += fmt::format("  {:<20} {:>10}\n", name, count);
    for (const std::string& spot : blind_spots(sum)) out += fmt::format("Not hunted: {}\n", spot);
    out +=
        fmt::format("Torn taps                cells\n  {:<20} {:>10}\n", "wrong", sum.torn_wrong);
    if (!sum.bugs.empty() || sum.torn_wrong > 0)
        out += fmt::format("Findings, in {} seeds\n", sum.failing);
    if (sum.torn_wrong > 0)
        out += fmt::format(
            "  torn_tap: {} of {} cells are wrong; `tapbench tear` shows them\n"
            "      found after 0 seeds\n",
            sum.torn_wrong, sum.torn);
    for (const HuntBug& bug : sum.bugs) out += bug_text(bug);
    return out;
}

std::string hunt_json(const HuntSum& sum, const std::string& repeat)
{
    const auto rate = [&](double count) { return sum.seconds > 0 ? count / sum.seconds : 0; };
    json bugs = json::array();
    for (const HuntBug& bug : sum.bugs)
        bugs.push_back({{"signature", bug.finding.signature},
                        {"text", bug.finding.text},
                        {"seed", bug.seed},
                        {"after_seeds", bug.after},
                        {"repeats", bug.repeats},
                        {"tries", bug.tries},
                        {"riders", riders(bug.scenario)},
                        {"faults", bug.scenario.faults.size()},
                        {"changes", bug.scenario.changes.size()},
                        {"scenario", bug.file},
                        {"command", "tapbench run " + bug.file}});
    return json{{"repeat", repeat},
                {"seeds", sum.seeds},
                {"failing_seeds", sum.failing},
                {"taps", sum.taps},
                {"taps_per_s", rate(static_cast<double>(sum.taps))},
                {"seeds_per_s", rate(static_cast<double>(sum.seeds))},
                {"torn_cells", sum.torn},
                {"torn_cells_wrong", sum.torn_wrong},
                {"drawn", sum.words},
                {"reached", sum.situations},
                {"checked", sum.checked},
                {"not_hunted", blind_spots(sum)},
                {"findings", bugs}}
        .dump(1);
}

}  // namespace app
