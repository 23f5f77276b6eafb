// SPDX-License-Identifier: Apache-2.0
#include "sim/export/recorded_run.h"

#include <gtest/gtest.h>

#include "sim/scenario/scenario_error.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

namespace
{

using test::scratch_file;
using test::SmallRun;

std::string refusal(const std::string& file)
{
    try {
        open_run(file);
    } catch (const ScenarioError& error) {
        return std::string(error.what()).substr(file.size() + 2);
    }
    return "accepted";
}

}  // namespace

TEST(RecordedRun, KnowsItsServiceDay)
{
    SmallRun run;
    run.ride(0, 0, 1, 180);
    const RecordedRun opened = open_run(run.write("opened"));
    EXPECT_EQ(opened.status, "complete");
    EXPECT_EQ(to_string(opened.service_date), "2026-04-01");
}

TEST(RecordedRun, OfADayWithoutRidersIsFine)
{
    EXPECT_EQ(open_run(SmallRun().write("nobody")).status, "complete");
}

TEST(RecordedRun, RefusesWhatIsNoResult)
{
    EXPECT_EQ(refusal(scratch_file("nowhere")), "no such file");
    EXPECT_EQ(refusal("."), "expected a result file of tapbench run");
}

TEST(RecordedRun, OfAnAbortedRunNeedsSomethingToTell)
{
    SmallRun run;
    EXPECT_EQ(refusal(run.write("aborted_early", Outcome::aborted)),
              "its run ended before anything happened: nothing to export");
    run.ride(0, 0, 1, 180);
    EXPECT_EQ(open_run(run.write("aborted_late", Outcome::aborted)).status, "aborted");
}

}  // namespace sim
