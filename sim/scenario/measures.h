// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/scenario/scenario.h"

// What a scenario may expect something of: each measure's name, unit and how it is asked for.
namespace sim
{

// Of access classes: a total or statistics for each.
enum class Shape : std::uint8_t { total, statistics, hops, flows, properties, classes };

struct Measure {
    const char* name;
    Expectation::Unit unit;
    Shape shape;
    const char* meaning;
};

std::span<const Measure> measures();

}  // namespace sim
