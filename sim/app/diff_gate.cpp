// SPDX-License-Identifier: Apache-2.0
#include "sim/app/diff_gate.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/app/exceedance.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

std::int64_t count_above(const std::vector<std::int64_t>& lengths, std::int64_t limit)
{
    return std::count_if(lengths.begin(), lengths.end(),
                         [limit](std::int64_t length) { return length > limit; });
}

TimeTest test_one(std::size_t kind, std::vector<std::int64_t>& before,
                  std::vector<std::int64_t>& after, const GateOptions& options, double alpha)
{
    TimeTest test;
    test.name = sim::length_name(kind);
    test.baseline_taps = std::ssize(before);
    test.taps = std::ssize(after);
    if (!before.empty()) test.p99_before = sim::percentile(before, 990);
    if (!after.empty()) test.p99_after = sim::percentile(after, 990);
    test.threshold = test.p99_before + test.p99_before / 1'000'000 * options.tolerance_ppm +
                     test.p99_before % 1'000'000 * options.tolerance_ppm / 1'000'000;
    test.tested = test.baseline_taps >= least_sample && test.taps >= least_sample;
    if (!test.tested) return test;
    test.over = count_above(after, test.threshold);
    test.p_value =
        chance_of({test.over, test.taps, count_above(before, test.p99_before), test.baseline_taps});
    test.worse = test.p_value <= alpha;
    return test;
}

void refuse_paced(const std::string& file, const std::string& mode)
{
    if (mode == "paced")
        throw sim::ScenarioError(
            file, "was paced by the wall's clock; expected a virtual or replayed run for --gate");
}

void judge_fares(const sim::RunDiff& diff, GateResult& result)
{
    if (!diff.same_people) {
        result.untested.emplace_back(
            "fares: the runs have other people (scenario, seed, day or groups differ), so no ride "
            "is the same in both");
        return;
    }
    const sim::FareChanges& fares = diff.fares;
    if (fares.count > 0)
        result.wrong.push_back(fmt::format("fares: {} of {} rides changed, {:+} yen in sum",
                                           fares.count, fares.rides, fares.sum));
}

void judge_words(const sim::RunDiff& diff, GateResult& result)
{
    for (const sim::PropertyPair& p : diff.properties)
        if (p.violations_after > p.violations_before)
            result.wrong.push_back(fmt::format("property {}: {} violations, {} in the baseline",
                                               p.name, p.violations_after, p.violations_before));
    const sim::Named& verdict = diff.fact("verdict");
    if (sim::rank_of_verdict(verdict.after) <= sim::rank_of_verdict(verdict.before)) return;
    const bool only_time =
        verdict.after == "fail" &&
        std::none_of(diff.budgets.begin(), diff.budgets.end(),
                     [](const sim::BudgetPair& pair) {
                         return pair.unit != "ns" && pair.verdict_after == "fail";
                     }) &&
        std::none_of(diff.properties.begin(), diff.properties.end(),
                     [](const sim::PropertyPair& pair) { return pair.violations_after > 0; });
    (only_time ? result.late : result.wrong)
        .push_back(fmt::format("verdict: {}, {} in the baseline{}", verdict.after, verdict.before,
                               only_time ? " (a time budget)" : ""));
}

}  // namespace

std::vector<TimeTest> test_times(sim::TapLengths& before, sim::TapLengths& after,
                                 const GateOptions& options)
{
    const auto tests = std::count_if(before.of.begin(), before.of.end(),
                                     [](const auto& lengths) { return !lengths.empty(); });
    const double alpha = options.alpha / static_cast<double>(std::max<std::ptrdiff_t>(tests, 1));
    std::vector<TimeTest> results;
    for (std::size_t kind = 0; kind < sim::length_kinds; ++kind)
        if (!before.of[kind].empty())
            results.push_back(test_one(kind, before.of[kind], after.of[kind], options, alpha));
    return results;
}

GateResult gate(sim::Compared& runs, const GateOptions& options)
{
    const sim::Named& mode = runs.diff.fact("mode");
    refuse_paced(runs.diff.file_before, mode.before);
    refuse_paced(runs.diff.file_after, mode.after);
    GateResult result;
    judge_fares(runs.diff, result);
    judge_words(runs.diff, result);
    result.times = test_times(runs.before.lengths, runs.after.lengths, options);
    result.alpha = options.alpha;
    result.alpha_each =
        options.alpha / static_cast<double>(std::max<std::size_t>(result.times.size(), 1));
    return result;
}

int GateResult::exit_code() const
{
    if (!wrong.empty()) return 1;
    bool worse = !late.empty(), tap_time_tested = false;
    for (const TimeTest& test : times) {
        worse |= test.worse;
        tap_time_tested |= test.tested && test.name == sim::length_name(sim::tap_time_kind);
    }
    if (worse) return 2;
    return tap_time_tested && untested.empty() ? 0 : 3;
}

}  // namespace app
