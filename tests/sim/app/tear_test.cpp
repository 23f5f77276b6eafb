// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/app/tear_report.h"
#include "sim/scenario/load.h"

namespace
{

using app::Afterwards;
using app::TearGrid;
using app::TearLine;
using app::TearOutcome;
using app::TearSweep;
using app::TornTap;

sim::Scenario city()
{
    return sim::load_scenario(TAPBENCH_SOURCE_DIR "/scenarios/fault/city.yaml");
}

bool knows(const TearSweep& sweep, TornTap tap)
{
    return std::any_of(sweep.grids.begin(), sweep.grids.end(),
                       [tap](const TearGrid& grid) { return grid.tap == tap; });
}

// A box that loses its journal with its RAM.
void forget_all(const TearLine& line, std::unique_ptr<model::TouchUnit>& box,
                model::CloudLine& cloud)
{
    box = std::make_unique<model::TouchUnit>(line.box(box->device()), line.stream(), line.cipher(),
                                             cloud);
}

TEST(TearGrid, HoldsBothSidesOfEveryFrameBoundary)
{
    const TearLine line(city());

    const TearGrid grid = app::tear_grid(line, TornTap::alight, 300);

    EXPECT_EQ(grid.points(), 300U);
    for (std::size_t i = 0; i < grid.steps.size(); ++i) {
        EXPECT_EQ(grid.steps[i].points.front(), grid.steps[i].from) << grid.steps[i].name;
        EXPECT_EQ(grid.steps[i].points.back(), grid.steps[i].to - fw::Nanos{1});
        EXPECT_EQ(grid.steps[i].from, i > 0 ? grid.steps[i - 1].to : fw::Nanos{});
    }
}

TEST(TearGrid, NamesTheStepsOfATapByItsCommands)
{
    const TearLine line(city());

    const TearGrid grid = app::tear_grid(line, TornTap::flat, 0);

    ASSERT_GE(grid.steps.size(), 25U);
    EXPECT_EQ(grid.steps[0].name, "field");
    EXPECT_EQ(grid.steps[1].name, "poll: command on air");
    EXPECT_EQ(grid.steps.back().name, "write: box works");
}

TEST(TearSweep, FindsNoWrongBookWhereverTheCardLeaves)
{
    const TearLine line(city());
    TearSweep sweep = app::planned_sweep(line, 1500);

    ASSERT_TRUE(app::run_sweep(sweep, line, 2));

    EXPECT_EQ(sweep.failed(), 0U) << app::tear_table(sweep);
    EXPECT_GE(sweep.cells.size(), 1500U);
    for (const TornTap tap : {TornTap::board, TornTap::alight, TornTap::flat, TornTap::top_up}) {
        EXPECT_TRUE(knows(sweep, tap)) << app::text_of(tap);
        EXPECT_GT(sweep.count(tap, Afterwards::retouch, TearOutcome::untouched), 0U);
        EXPECT_GT(sweep.count(tap, Afterwards::retouch, TearOutcome::written), 0U);
        EXPECT_GT(sweep.count(tap, Afterwards::retouch, TearOutcome::served), 0U);
    }
}

TEST(TearSweep, FindsABoxThatLosesItsJournal)
{
    const TearLine line(city());
    TearSweep sweep = app::planned_sweep(line, 600);

    ASSERT_TRUE(app::run_sweep(sweep, line, 1,
                               [&line](auto& box, auto& cloud) { forget_all(line, box, cloud); }));

    EXPECT_EQ(sweep.count(TornTap::flat, Afterwards::retouch, TearOutcome::failed), 0U);
    EXPECT_GT(sweep.count(TornTap::flat, Afterwards::driver_reset, TearOutcome::failed), 0U);
    EXPECT_GT(sweep.count(TornTap::alight, Afterwards::power_loss, TearOutcome::failed), 0U);
}

TEST(TearSweep, SaysTheSameInOneProcessAndInThree)
{
    const TearLine line(city());
    TearSweep one = app::planned_sweep(line, 1200), three = app::planned_sweep(line, 1200);

    app::run_sweep(one, line, 1);
    app::run_sweep(three, line, 3);

    EXPECT_EQ(app::tear_json(one, {"s", "r", 1}), app::tear_json(three, {"s", "r", 1}));
}

TEST(TearReport, DrawsAMapForEveryTapAndTellsWhatIsWrong)
{
    const TearLine line(city());
    TearSweep sweep = app::planned_sweep(line, 300);
    app::run_sweep(sweep, line, 1);
    sweep.cells[0].result = {TearOutcome::failed, "a yen is <missing>"};

    const std::string page = app::tear_page(sweep, {"fault/city", "tapbench tear", 1});

    std::size_t maps = 0;
    for (std::size_t at = page.find("<svg"); at != std::string::npos;
         at = page.find("<svg", at + 1))
        ++maps;
    EXPECT_EQ(maps, sweep.grids.size());
    EXPECT_NE(page.find("a yen is &lt;missing&gt;"), std::string::npos);
    EXPECT_NE(app::tear_table(sweep).find("a yen is <missing>"), std::string::npos);
}

}  // namespace
