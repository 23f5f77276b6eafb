// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/compare/runs.h"
#include "viewer/data/ridership.h"

// Two runs side by side: what the second changed. Stops and segments are matched by name of feed
// and id, so that runs of two editions of a city compare as well.
namespace view
{

struct StopDifference {
    std::uint32_t stop = 0;              // of the first run's city
    std::int64_t before = 0, after = 0;  // boarded and alighted
};
struct SegmentDifference {
    SegmentRiders segment;   // of the first run
    std::int64_t after = 0;  // riders in the second
};
struct Comparison {
    sim::RunDiff runs;  // facts, budgets, properties, money, changed fares, first diverging tap
    std::vector<StopDifference> stops;
    std::vector<SegmentDifference> segments;
};

Comparison compare(const Result& before, const Result& after);

}  // namespace view
