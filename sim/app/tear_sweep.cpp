// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "sim/app/child_runs.h"
#include "sim/record/interrupt.h"

namespace app
{

namespace
{

constexpr std::size_t cells_a_child = 500;

// A letter for each cell, then a line for each failed one.
std::string run_cells(const TearSweep& sweep, const TearLine& line, std::size_t from,
                      const TearRide::Restart& restart)
{
    std::string letters, complaints;
    const std::size_t to = std::min(from + cells_a_child, sweep.cells.size());
    for (std::size_t i = from; i < to; ++i) {
        const TearResult result = run_cell(line, sweep.cells[i].plan, restart);
        letters += static_cast<char>('0' + static_cast<int>(result.outcome));
        if (result.outcome == TearOutcome::failed) complaints += result.complaint + "\n";
    }
    return letters + "\n" + complaints;
}

void take(const std::string& text, TearSweep& sweep, std::size_t from)
{
    std::istringstream lines(text);
    std::string letters;
    std::getline(lines, letters);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        TearResult& result = sweep.cells.at(from + i).result;
        result.outcome = static_cast<TearOutcome>(letters[i] - '0');
        if (result.outcome == TearOutcome::failed) std::getline(lines, result.complaint);
    }
}

}  // namespace

std::size_t TearSweep::count(TornTap tap, Afterwards after, TearOutcome outcome) const
{
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [&](const TearCell& cell) {
            return cell.plan.tap == tap && cell.plan.after == after &&
                   cell.result.outcome == outcome;
        }));
}

std::size_t TearSweep::failed() const
{
    return static_cast<std::size_t>(std::count_if(
        cells.begin(), cells.end(),
        [](const TearCell& cell) { return cell.result.outcome == TearOutcome::failed; }));
}

TearSweep planned_sweep(const TearLine& line, std::size_t cells)
{
    TearSweep sweep;
    for (const TornTap tap : torn_taps) {
        TearGrid grid = tear_grid(line, tap, 0);
        if (!grid.steps.empty()) sweep.grids.push_back(std::move(grid));
    }
    const std::size_t maps = sweep.grids.size() * afterwards.size();
    for (TearGrid& grid : sweep.grids) {
        grid = tear_grid(line, grid.tap, (cells + maps - 1) / maps);
        for (const Afterwards after : afterwards)
            for (std::size_t step = 0; step < grid.steps.size(); ++step)
                for (const fw::Nanos point : grid.steps[step].points) {
                    const bool eager = sweep.cells.size() % 2 == 1;
                    sweep.cells.push_back({{grid.tap, after, point, eager}, step, {}});
                }
    }
    return sweep;
}

bool run_sweep(TearSweep& sweep, const TearLine& line, int jobs, const TearRide::Restart& restart)
{
    const std::size_t children = (sweep.cells.size() + cells_a_child - 1) / cells_a_child;
    std::size_t done = 0;
    run_children(
        children, jobs,
        [&](std::size_t child) { return run_cells(sweep, line, child * cells_a_child, restart); },
        [&](const ChildResult& child) {
            if (child.died)
                throw std::runtime_error(fmt::format("cells {} and on: the process {}",
                                                     child.number * cells_a_child, child.text));
            take(child.text, sweep, child.number * cells_a_child);
            ++done;
            return !sim::interrupted();
        });
    return done == children;
}

}  // namespace app
