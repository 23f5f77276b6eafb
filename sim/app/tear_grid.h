// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/app/tear_cell.h"

// The instants at which a card leaves: both sides of every frame boundary of a tap that nobody
// disturbs, and a time grid between them, inside the frames and while card or box work.
namespace app
{

struct TearStep {
    std::string name;  // "write: answer on air"
    fw::Nanos from{};  // since the card came into the field
    fw::Nanos to{};
    std::vector<fw::Nanos> points;
};

struct TearGrid {
    TornTap tap = TornTap::flat;
    std::vector<TearStep> steps;

    std::size_t points() const;
};

// At least `points` instants, evenly over the steps, two a step at least. No steps: this firmware
// does not know the tap.
TearGrid tear_grid(const TearLine& line, TornTap tap, std::size_t points);

}  // namespace app
