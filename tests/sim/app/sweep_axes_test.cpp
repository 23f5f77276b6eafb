// SPDX-License-Identifier: Apache-2.0
#include "sim/app/sweep_axes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sim/app/sweep_measures.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

std::vector<std::string> labels(const Axis& axis)
{
    std::vector<std::string> names;
    for (const AxisPoint& point : axis.points) names.push_back(point.label);
    return names;
}

using Words = std::vector<std::string>;

std::string refusal(const std::string& words)
{
    try {
        axis_of(words);
    } catch (const sim::ScenarioError& error) {
        return error.what();
    }
    return "accepted";
}

struct AxisFile {
    explicit AxisFile(const std::string& text)
        : path(std::filesystem::temp_directory_path() /
               ("tapbench-axis-" + std::to_string(getpid()) + ".yaml"))
    {
        std::ofstream(path) << text;
    }
    ~AxisFile() { std::filesystem::remove(path); }
    std::string path;
};

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST(SweepAxes, SplitAKeyFromItsValues)
{
    const Axis axis = axis_of("decision.placement=cloud, cached,post");
    EXPECT_EQ(axis.name, "decision.placement");
    EXPECT_EQ(labels(axis), (Words{"cloud", "cached", "post"}));
    EXPECT_EQ(axis.points[1].settings, Words{"decision.placement=cached"});
}

TEST(SweepAxes, LeaveCommasInsideBracketsAndQuotesAlone)
{
    EXPECT_EQ(labels(axis_of("up={ median: 5 ms, sigma: 0.5 },7 ms,\"a,b\"")),
              (Words{"{ median: 5 ms, sigma: 0.5 }", "7 ms", "\"a,b\""}));
    EXPECT_EQ(labels(axis_of("expect.tap_time.p99=<= 1 s,<= 2 s")), (Words{"<= 1 s", "<= 2 s"}));
}

TEST(SweepAxes, RefuseWordsThatMeanNothing)
{
    EXPECT_TRUE(has(refusal("placement"), "expected key=value,value or @FILE"));
    EXPECT_TRUE(has(refusal("=a"), "expected key=value,value or @FILE"));
    EXPECT_TRUE(has(refusal("seed=1,,2"), "a value between two commas is missing"));
    EXPECT_TRUE(has(refusal("seed=1,2,1"), "\"1\" is there twice"));
}

TEST(SweepAxes, ReadNamedPointsFromAFile)
{
    const AxisFile file(
        "axis: link\npoints:\n  good: [\"a.b=1 ms\", \"a.c=2\"]\n"
        "  bad: [\"a.b=9 ms\"]\n");
    const Axis axis = axis_of("@" + file.path);
    EXPECT_EQ(axis.name, "link");
    EXPECT_EQ(labels(axis), (Words{"good", "bad"}));
    EXPECT_EQ(axis.points[0].settings, (Words{"a.b=1 ms", "a.c=2"}));
}

TEST(SweepAxes, PointAtTheLineOfAWrongFile)
{
    const AxisFile no_list("axis: link\npoints:\n  good: fast\n");
    EXPECT_TRUE(has(refusal("@" + no_list.path), ":3:"));
    const AxisFile no_key("axis: link\npoints:\n  good: [fast]\n");
    EXPECT_TRUE(has(refusal("@" + no_key.path), "expected \"key=value\""));
    const AxisFile unknown("axis: link\npoint:\n  good: [\"a=1\"]\n");
    EXPECT_TRUE(has(refusal("@" + unknown.path), "found \"point\""));
    const AxisFile empty("axis: link\n");
    EXPECT_TRUE(has(refusal("@" + empty.path), "expected `points:`"));
    EXPECT_NE(refusal("@/nowhere/at/all.yaml"), "accepted");
}

TEST(SweepAxes, RunEveryCombinationTheLastAxisFastest)
{
    using Points = std::vector<std::vector<std::size_t>>;
    EXPECT_EQ(combinations({axis_of("a=x,y"), axis_of("b=1,2,3")}),
              (Points{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}}));
    EXPECT_EQ(combinations({axis_of("a=x")}), (Points{{0}}));
}

TEST(SweepExitCode, IsTheWorstOfAllRuns)
{
    EXPECT_EQ(worse_exit_code(0, 3), 3);
    EXPECT_EQ(worse_exit_code(2, 3), 2);
    EXPECT_EQ(worse_exit_code(2, 1), 1);
    EXPECT_EQ(worse_exit_code(130, 1), 130);
    EXPECT_EQ(worse_exit_code(70, 130), 70);
    EXPECT_EQ(worse_exit_code(0, 0), 0);
}

}  // namespace app
