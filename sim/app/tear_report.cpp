// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/heat_map.h"
#include "sim/report/html.h"
#include "sim/report/svg.h"

namespace app
{

namespace
{

using nlohmann::json;

constexpr std::array outcomes{TearOutcome::served, TearOutcome::untouched, TearOutcome::written,
                              TearOutcome::failed};
constexpr std::size_t failures_shown = 10;

const char* text_of(TearOutcome outcome)
{
    constexpr std::array words{"served", "untouched", "written", "failed"};
    return words[static_cast<std::size_t>(outcome)];
}

const TearGrid& grid_of(const TearSweep& sweep, TornTap tap)
{
    for (const TearGrid& grid : sweep.grids)
        if (grid.tap == tap) return grid;
    return sweep.grids.front();
}

std::string failure_text(const TearSweep& sweep, const TearCell& cell)
{
    const TearStep& step = grid_of(sweep, cell.plan.tap).steps[cell.step];
    return fmt::format("{}, {} us, {}, then {}: {}", text_of(cell.plan.tap),
                       cell.plan.leaves.count / 1000, step.name, text_of(cell.plan.after),
                       cell.result.complaint);
}

// What happened at the instants of each step, way by way.
sim::HeatMap map_of(const TearSweep& sweep, const TearGrid& grid)
{
    using namespace sim;
    HeatMap map{
        fmt::format("{}: what became of the card by the instant it left", text_of(grid.tap)),
        {},
        {{"tap was through", colour::pale},
         {"nothing written", colour::sky},
         {"written, box not told", colour::orange},
         {"a book is wrong", "#7a1f00"}},
        {}};
    for (const Afterwards after : afterwards) map.groups.emplace_back(text_of(after));
    for (const TearStep& step : grid.steps)
        map.rows.push_back(
            {step.name, fmt::format(" ({} to {} us)", step.from.count / 1000, step.to.count / 1000),
             std::vector<std::vector<std::uint8_t>>(afterwards.size())});
    for (const TearCell& cell : sweep.cells)
        if (cell.plan.tap == grid.tap)
            map.rows[cell.step].groups[static_cast<std::size_t>(cell.plan.after)].push_back(
                static_cast<std::uint8_t>(cell.result.outcome));
    return map;
}

json steps_json(const TearSweep& sweep, const TearGrid& grid)
{
    const sim::HeatMap map = map_of(sweep, grid);
    json steps = json::array();
    for (std::size_t i = 0; i < grid.steps.size(); ++i) {
        const TearStep& step = grid.steps[i];
        json points = json::array(), cells = json::object();
        for (const fw::Nanos point : step.points) points.push_back(point.count);
        for (const Afterwards after : afterwards)
            for (const std::uint8_t shade : map.rows[i].groups[static_cast<std::size_t>(after)])
                cells[text_of(after)].push_back(text_of(static_cast<TearOutcome>(shade)));
        steps.push_back({{"step", step.name},
                         {"from_ns", step.from.count},
                         {"to_ns", step.to.count},
                         {"leaves_ns", points},
                         {"outcomes", cells}});
    }
    return steps;
}

}  // namespace

std::string tear_table(const TearSweep& sweep)
{
    std::string out = fmt::format("{:<8} {:<13}", "tap", "then");
    for (const TearOutcome outcome : outcomes) out += fmt::format(" {:>10}", text_of(outcome));
    out += "\n";
    for (const TearGrid& grid : sweep.grids)
        for (const Afterwards after : afterwards) {
            out += fmt::format("{:<8} {:<13}", text_of(grid.tap), text_of(after));
            for (const TearOutcome outcome : outcomes)
                out += fmt::format(" {:>10}", sweep.count(grid.tap, after, outcome));
            out += "\n";
        }
    std::size_t told = 0;
    for (const TearCell& cell : sweep.cells)
        if (cell.result.outcome == TearOutcome::failed && told++ < failures_shown)
            out += failure_text(sweep, cell) + "\n";
    if (told > failures_shown) out += fmt::format("and {} more\n", told - failures_shown);
    return out;
}

std::string tear_json(const TearSweep& sweep, const TearTitle& title)
{
    json root{{"scenario", title.scenario},  {"seed", title.seed},       {"repeat", title.repeat},
              {"cells", sweep.cells.size()}, {"failed", sweep.failed()}, {"taps", json::array()},
              {"failures", json::array()}};
    for (const TearGrid& grid : sweep.grids)
        root["taps"].push_back({{"tap", text_of(grid.tap)}, {"steps", steps_json(sweep, grid)}});
    for (const TearCell& cell : sweep.cells)
        if (cell.result.outcome == TearOutcome::failed)
            root["failures"].push_back(
                {{"tap", text_of(cell.plan.tap)},
                 {"then", text_of(cell.plan.after)},
                 {"step", grid_of(sweep, cell.plan.tap).steps[cell.step].name},
                 {"leaves_ns", cell.plan.leaves.count},
                 {"text", cell.result.complaint}});
    return root.dump(1);
}

std::string tear_page(const TearSweep& sweep, const TearTitle& title)
{
    const bool good = sweep.failed() == 0;
    std::string body = sim::html_section(
        "Tear sweep: " + title.scenario,
        sim::chip(good ? sim::Tone::good : sim::Tone::bad, good ? "passed" : "failed") +
            sim::html_note(fmt::format(
                "The card leaves the field at {} instants of a tap and rider and driver go on in "
                "one of {} ways; {} of them left a book wrong. Repeat: {}",
                sweep.cells.size(), afterwards.size(), sweep.failed(), title.repeat)));
    for (const TearGrid& grid : sweep.grids)
        body += sim::html_section(
            text_of(grid.tap),
            sim::html_note("A row is a step of the tap, from its first instant at the left to its "
                           "last at the right; a column is what happens after the card left.") +
                sim::heat_map_svg(map_of(sweep, grid)));
    std::string failures;
    for (const TearCell& cell : sweep.cells)
        if (cell.result.outcome == TearOutcome::failed)
            failures += sim::html_note(failure_text(sweep, cell));
    if (!failures.empty()) body += sim::html_section("Wrong books", failures);
    return sim::html_page("Tear sweep: " + title.scenario, body);
}

}  // namespace app
