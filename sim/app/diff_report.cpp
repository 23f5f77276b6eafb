// SPDX-License-Identifier: Apache-2.0
#include "sim/app/diff_report.h"

#include <fmt/format.h>

#include "sim/app/exceedance.h"
#include "sim/base/date.h"
#include "sim/report/amounts_text.h"

namespace app
{

namespace
{

constexpr std::size_t settings_shown = 20;

sim::Expectation::Unit unit_of(const std::string& unit)
{
    if (unit == "ns") return sim::Expectation::Unit::nanos;
    return unit == "yen" ? sim::Expectation::Unit::yen : sim::Expectation::Unit::count;
}

std::string amount(const std::optional<std::int64_t>& value, const std::string& unit)
{
    return value ? sim::amount_text(*value, unit_of(unit)) : "-";
}

std::string clock(std::int64_t t)
{
    return sim::service_time_text(static_cast<std::int32_t>(t / 1'000'000'000));
}

void tell_facts(const sim::RunDiff& diff, std::string& out)
{
    out += fmt::format("A {}\nB {}\n", diff.file_before, diff.file_after);
    for (const sim::Named& fact : diff.facts) {
        const bool digest = fact.name == "digest";
        const std::size_t most = digest ? 16 : std::string::npos;
        out += fact.before == fact.after
                   ? fmt::format("  {:<16}{}\n", fact.name, fact.before.substr(0, most))
                   : fmt::format("* {:<16}{}  ->  {}\n", fact.name, fact.before.substr(0, most),
                                 fact.after.substr(0, most));
    }
    for (std::size_t i = 0; i < std::min(settings_shown, diff.settings.size()); ++i)
        out += fmt::format("* {}: {}  ->  {}\n", diff.settings[i].name, diff.settings[i].before,
                           diff.settings[i].after);
    if (diff.settings.size() > settings_shown)
        out += fmt::format("* and {} more settings\n", diff.settings.size() - settings_shown);
}

void tell_budgets(const sim::RunDiff& diff, std::string& out)
{
    if (!diff.budgets.empty()) out += "Expectations\n";
    for (const sim::BudgetPair& pair : diff.budgets) {
        const bool apart = pair.before != pair.after || pair.verdict_before != pair.verdict_after;
        out += fmt::format("{} {:<24}{:>18}  ->  {:<18}", apart ? "*" : " ", pair.name,
                           amount(pair.before, pair.unit), amount(pair.after, pair.unit));
        out += pair.verdict_before == pair.verdict_after
                   ? pair.verdict_after + "\n"
                   : fmt::format("{}  ->  {}\n",
                                 pair.verdict_before.empty() ? "-" : pair.verdict_before,
                                 pair.verdict_after.empty() ? "-" : pair.verdict_after);
    }
    for (const sim::PropertyPair& pair : diff.properties)
        if (pair.before != pair.after || pair.violations_before != pair.violations_after)
            out += fmt::format("* property {}: {} ({} violations)  ->  {} ({} violations)\n",
                               pair.name, pair.before.empty() ? "unknown" : pair.before,
                               pair.violations_before, pair.after.empty() ? "unknown" : pair.after,
                               pair.violations_after);
}

void tell_money(const sim::RunDiff& diff, std::string& out)
{
    out += "Money\n";
    for (const sim::PostingPair& pair : diff.postings)
        out += fmt::format(
            "{} {:<10}{:>9} postings {:>12} yen  ->  {:>9} postings {:>12} yen\n",
            pair.yen_before != pair.yen_after || pair.times_before != pair.times_after ? "*" : " ",
            pair.kind, pair.times_before, pair.yen_before, pair.times_after, pair.yen_after);
    if (!diff.same_people) {
        out += "  fares are not compared: the runs have other people\n";
        return;
    }
    const sim::FareChanges& fares = diff.fares;
    out += fmt::format("  {} of {} rides charged otherwise, {:+} yen in sum, {} without sign\n",
                       fares.count, fares.rides, fares.sum, fares.absolute);
    for (const sim::ChangedFare& ride : fares.first)
        out += fmt::format("* rider {} on trip {}: {} yen  ->  {} yen\n", ride.rider, ride.trip,
                           ride.before, ride.after);
    if (fares.count > std::ssize(fares.first))
        out += fmt::format("* and {} more rides\n", fares.count - std::ssize(fares.first));
}

void tell_taps(const sim::RunDiff& diff, std::string& out)
{
    out += fmt::format("Taps\n  {}  ->  {}\n", diff.taps_before, diff.taps_after);
    if (!diff.divergence) {
        out += "  every tap is the same\n";
        return;
    }
    const sim::Divergence& d = *diff.divergence;
    out += fmt::format("* {} differ, the first of them tap {} at {}: ", d.differing, d.tap,
                       clock(d.t));
    out += d.column.empty() ? fmt::format("only in {}\n", d.before == "none" ? "B" : "A")
                            : fmt::format("{} {}  ->  {}\n", d.column, d.before, d.after);
}

void tell_gate(const GateResult& gate, std::string& out)
{
    out += fmt::format(
        "Gate: exact for money; for time the exceedance test (exact, one-sided) of the\n"
        "      baseline's p99, alpha {} together, {:.3g} each (Bonferroni), {} taps at least\n",
        gate.alpha, gate.alpha_each, least_sample);
    for (const std::string& line : gate.wrong) out += "  WORSE       " + line + "\n";
    for (const std::string& line : gate.late) out += "  SLOWER      " + line + "\n";
    for (const std::string& line : gate.untested) out += "  not tested  " + line + "\n";
    for (const TimeTest& test : gate.times) {
        if (!test.tested) {
            out += fmt::format("  not tested  {}: {} and {} taps are too few\n", test.name,
                               test.baseline_taps, test.taps);
            continue;
        }
        out += fmt::format("  {:<12}{}: p99 {} -> {}; {} of {} above {}, p = {:.3g}\n",
                           test.worse ? "SLOWER" : "good", test.name,
                           sim::short_time(test.p99_before), sim::short_time(test.p99_after),
                           test.over, test.taps, sim::short_time(test.threshold), test.p_value);
    }
}

}  // namespace

std::string diff_text(const sim::RunDiff& diff, const std::optional<GateResult>& gate)
{
    std::string out;
    tell_facts(diff, out);
    tell_budgets(diff, out);
    tell_money(diff, out);
    tell_taps(diff, out);
    if (gate) tell_gate(*gate, out);
    return out;
}

}  // namespace app
