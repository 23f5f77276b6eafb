// SPDX-License-Identifier: Apache-2.0
#include "sim/app/bench_command.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace
{

// A shell script stands in for the program: `floor N` and `run ... -o FILE --json FILE`.
class BenchCommand : public testing::Test
{
protected:
    int bench(const std::string& run, std::int64_t taps = 1000)
    {
        sim::BenchOptions options;
        options.program = testing::TempDir() +
                          testing::UnitTest::GetInstance()->current_test_info()->name() + ".sh";
        options.scenario = "bench.yaml";
        options.riders = 500;
        options.json = true;
        options.count_taps = [taps](const std::string&) { return taps; };
        std::ofstream(options.program) << "#!/bin/sh\n"
                                       << "[ $1 = floor ] && echo '{\"taps\": 1000}' && exit 0\n"
                                       << run << "\n";
        chmod(options.program.c_str(), 0700);
        return sim::bench_command(options, out_, log_);
    }
    nlohmann::json told() const { return nlohmann::json::parse(out_.str()); }

    std::ostringstream out_, log_;
};

constexpr const char* good_run = "echo '{\"measured\": {\"sim_seconds\": 0.5}}' > $8; exit 0";

TEST_F(BenchCommand, TellsEveryFigureOfARunThatPassed)
{
    ASSERT_EQ(bench(good_run), 0) << log_.str();

    EXPECT_EQ(told()["taps"], 1000);
    EXPECT_EQ(told()["sim_taps_per_s"], 2000.0);
    for (const char* name : {"taps_per_s", "floor_taps_per_s", "ratio", "sim_ratio", "rss_mb",
                             "bytes_per_rider", "cpu_us_per_tap"})
        EXPECT_GT(told()[name].get<double>(), 0) << name;
}

TEST_F(BenchCommand, GivesTheRidersToTheFirstGroupOfTheScenario)
{
    EXPECT_EQ(bench("[ \"$2 $3 $4\" = 'bench.yaml --set people.0.count=500' ] || exit 4\n" +
                    std::string(good_run)),
              0);
}

TEST_F(BenchCommand, PassesOnTheExitCodeOfARunThatFailed)
{
    EXPECT_EQ(bench("exit 1"), 1);
    EXPECT_EQ(out_.str(), "");
    EXPECT_NE(log_.str().find("exit code 1"), std::string::npos);
}

TEST_F(BenchCommand, StillTellsTheFiguresWhenOnlyALatencyBudgetFailed)
{
    EXPECT_EQ(bench("echo '{\"measured\": {\"sim_seconds\": 0.5}}' > $8; exit 2"), 2);
    EXPECT_EQ(told()["taps"], 1000);
}

TEST_F(BenchCommand, FailsAsABenchWhenTheRunDiedOrToldNothing)
{
    EXPECT_EQ(bench("kill -9 $$"), 70);
    EXPECT_EQ(bench("exit 0"), 70);
    EXPECT_EQ(bench(good_run, 0), 70);
}

TEST(FloorCommand, PrintsWhatTheFloorCounted)
{
    std::ostringstream out;

    EXPECT_EQ(sim::floor_command(100, out), 0);

    EXPECT_EQ(nlohmann::json::parse(out.str())["taps"], 200);
}

}  // namespace
