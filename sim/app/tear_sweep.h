// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/app/tear_grid.h"

// A tear sweep: every tap, every way to go on, every instant of the grid; one cell each.
namespace app
{

struct TearCell {
    TearPlan plan;
    std::size_t step = 0;  // of the tap's grid
    TearResult result;
};

struct TearSweep {
    std::vector<TearGrid> grids;  // of the taps this firmware knows
    std::vector<TearCell> cells;  // by tap, way to go on, instant

    std::size_t count(TornTap tap, Afterwards after, TearOutcome outcome) const;
    std::size_t failed() const;
};

// At least `cells` cells.
TearSweep planned_sweep(const TearLine& line, std::size_t cells);

// Runs all cells in `jobs` processes at a time. False: interrupted, and some have not been run.
// Throws std::runtime_error when a process died.
bool run_sweep(TearSweep& sweep, const TearLine& line, int jobs,
               const TearRide::Restart& restart = {});

}  // namespace app
