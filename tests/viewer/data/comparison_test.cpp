// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/comparison.h"

#include <gtest/gtest.h>

#include "tests/viewer/data/real_run.h"

namespace view
{

using test::real_run;

namespace
{

std::int64_t total(const Comparison& comparison, std::int64_t StopDifference::*when)
{
    std::int64_t sum = 0;
    for (const StopDifference& stop : comparison.stops) sum += stop.*when;
    return sum;
}

std::int64_t all_riders(const Result& run)
{
    return run.database().integer("SELECT sum(boarded + alighted) FROM ridership_tap");
}

}  // namespace

TEST(Comparison, OfARunWithItselfShowsNoDifference)
{
    const Result run(real_run("rush_hour/smoke"));
    const Comparison same = compare(run, run);
    EXPECT_TRUE(same.runs.same());
    EXPECT_GT(same.segments.size(), 0U);
    for (const StopDifference& stop : same.stops) EXPECT_EQ(stop.before, stop.after);
    for (const SegmentDifference& one : same.segments) EXPECT_EQ(one.segment.riders, one.after);
}

TEST(Comparison, SetsTheRidersOfBothRunsSideBySide)
{
    const Result before(real_run("rush_hour/smoke")),
        after(real_run("rush_hour/smoke", "--seed 5"));
    const Comparison two = compare(before, after);
    EXPECT_FALSE(two.runs.same());
    EXPECT_EQ(total(two, &StopDifference::before), all_riders(before));
    EXPECT_EQ(total(two, &StopDifference::after), all_riders(after));
}

TEST(Comparison, KnowsStopsByTheirIdAlsoWhenTheirNumbersDiffer)
{
    const std::string file = real_run("rush_hour/smoke"),
                      other = real_run("rush_hour/smoke", "--quiet");
    sim::Database(other, sim::Database::Mode::read_write)
        .exec(
            "UPDATE stop SET stop = 5000 - stop;"
            "UPDATE pattern_stop SET stop = 5000 - stop");
    const Comparison same = compare(Result(file), Result(other));
    EXPECT_GT(total(same, &StopDifference::before), 0);
    for (const StopDifference& stop : same.stops) EXPECT_EQ(stop.before, stop.after);
    for (const SegmentDifference& one : same.segments) EXPECT_EQ(one.segment.riders, one.after);
}

}  // namespace view
