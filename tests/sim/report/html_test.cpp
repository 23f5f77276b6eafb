// SPDX-License-Identifier: Apache-2.0
#include "sim/report/html.h"

#include <gtest/gtest.h>

#include "sim/record/bench_rows.h"
#include "sim/report/run_html.h"
#include "sim/report/svg.h"
#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

namespace
{

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++times;
    return times;
}

Expectation budget(const char* measure, const char* hop, std::int64_t limit)
{
    Expectation e;
    e.measure = measure;
    e.hop = hop;
    e.statistic = "p99";
    e.op = "<=";
    e.limit = limit;
    e.unit = Expectation::Unit::nanos;
    e.line = 11;
    return e;
}

test::SmallRun two_rides()
{
    test::SmallRun run;
    run.ride(1, 0, 2, 290);
    run.ride(2, 0, 3, 400);
    run.scenario.to = {32'400'000 * test::ms};
    run.scenario.expect = {budget("tap_time", "", 200 * test::ms)};
    return run;
}

std::string page_of(const test::SmallRun& run)
{
    const std::string file = run.write("page");
    const Judgement judgement = judge(file, run.scenario);
    const Database database(file, Database::Mode::read_only);
    return run_html({database, judgement, run.scenario, "tapbench run small.yaml --seed 7"});
}

}  // namespace

TEST(Html, ShowsTextNeverAsMarkup)
{
    EXPECT_EQ(html_escaped("<b a='1'>\"&\x01"), "&lt;b a=&#39;1&#39;&gt;&quot;&amp; ");
    EXPECT_EQ(html_escaped("前橋駅"), "前橋駅");
}

TEST(Html, GroupsDigits)
{
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(-1000), "-1,000");
    EXPECT_EQ(grouped(1234567), "1,234,567");
}

TEST(Svg, StepsAreRoundAndFew)
{
    EXPECT_DOUBLE_EQ(round_step(320), 50);
    EXPECT_DOUBLE_EQ(round_step(7), 1);
    EXPECT_DOUBLE_EQ(round_step(0.3), 0.05);
    for (double most = 0.01; most < 1e7; most *= 1.7) {
        EXPECT_LE(most / round_step(most), 8.0001) << most;
        EXPECT_GE(most / round_step(most), 1.9) << most;
    }
}

TEST(RunPage, NeedsNoNetworkAndNoScript)
{
    const std::string page = page_of(two_rides());
    EXPECT_FALSE(has(page, "<script"));
    EXPECT_FALSE(has(page, "src="));
    EXPECT_FALSE(has(page, "href="));
    EXPECT_FALSE(has(page, "@import"));
    EXPECT_FALSE(has(page, "url("));
    EXPECT_TRUE(has(page, "<meta charset=\"utf-8\">"));
}

TEST(RunPage, ClosesEveryElementItOpens)
{
    const std::string page = page_of(two_rides());
    for (const char* const name : {"section", "table", "tr", "td", "th", "svg", "details", "div"})
        EXPECT_EQ(
            count(page, std::string("<") + name + ">") + count(page, std::string("<") + name + " "),
            count(page, std::string("</") + name + ">"))
            << name;
}

TEST(RunPage, TellsVerdictSeedAndHowToRepeat)
{
    const std::string page = page_of(two_rides());
    EXPECT_TRUE(has(page, "Every expectation holds and no property is violated."));
    EXPECT_TRUE(has(page, "tapbench run small.yaml --seed 7"));
    EXPECT_TRUE(has(page, "<dt>seed</dt><dd>7</dd>"));
    EXPECT_TRUE(has(page, "test build"));
    EXPECT_TRUE(has(page, "tap_time.p99"));
}

TEST(RunPage, MarksABrokenBudget)
{
    test::SmallRun run = two_rides();
    run.scenario.expect[0].limit = 100 * test::ms;
    const std::string page = page_of(run);
    EXPECT_TRUE(has(page, "A time budget is broken; every yen is right."));
    EXPECT_TRUE(has(page, "&#10007; tap_time.p99 &lt;= 100 ms"));
    EXPECT_TRUE(has(page, colour::vermilion));
}

TEST(RunPage, TellsWhatRealReadersTookOnlyWhereThereWereAny)
{
    const test::SmallRun run = two_rides();
    EXPECT_FALSE(has(page_of(run), "Real readers"));

    const std::string file = run.write("bench_page");
    write_bench(file, {"", {{2, "select_card", 511, 1'670'000, 1'701'400, 12'000'000}}});
    Judgement judgement = judge(file, run.scenario);
    judgement.mode = "paced";
    const Database database(file, Database::Mode::read_only);
    const std::string page = run_html({database, judgement, run.scenario, "again"});

    EXPECT_TRUE(has(page, "<h2>Real readers</h2>"));
    EXPECT_TRUE(has(page, "/front</td>"));
    EXPECT_TRUE(has(page, "select, without the link"));
    EXPECT_TRUE(has(page, ">511<"));
    EXPECT_TRUE(has(page, ">1.670 ms<") && has(page, ">1.701 ms<") && has(page, ">12.000 ms<"));
    EXPECT_TRUE(has(page, "Mode paced"));
}

TEST(RunPage, ListsFindingsAndMoney)
{
    test::SmallRun run = two_rides();
    run.cards[1].purse_after = {1};
    const std::string page = page_of(run);
    EXPECT_TRUE(has(page, "The system under test was wrong."));
    EXPECT_TRUE(has(page, "<td>money_conserved</td>"));
    EXPECT_TRUE(has(page, "<td>kanetsu</td><td class=\"n\">690</td>"));
}

TEST(RunPage, SaysWhatWasNotRecordedOrAsked)
{
    test::SmallRun run = two_rides();
    run.scenario.expect.clear();
    const std::string page = page_of(run);
    EXPECT_TRUE(has(page, "The scenario has none."));
    EXPECT_TRUE(has(page, "Checkpoints of the four books were not recorded by this run."));
    EXPECT_TRUE(has(page, "The scenario has no faults and no changes."));
}

TEST(RunPage, DrawsFaultsWhereAndWhenTheyAre)
{
    test::SmallRun run = two_rides();
    Fault fault;
    fault.at = {27'900'000 * test::ms};
    fault.lasts = {600'000 * test::ms};
    run.scenario.faults = {fault};
    run.scenario.resolved =
        "scenario: small\nfaults:\n  - { kind: uplink_down, where: bus-1, at: \"07:45:00\" }\n";
    const std::string page = page_of(run);
    EXPECT_TRUE(has(page, "uplink_down bus-1"));
    EXPECT_TRUE(has(page, "kind uplink_down, where bus-1, at 07:45:00"));
}

TEST(RunPage, EscapesHostileNames)
{
    test::SmallRun run = two_rides();
    const std::string hostile = "<script>alert('x')</script>\"&";
    run.scenario.name = hostile;
    run.scenario.city.name = hostile;
    run.timetable.routes[0].name = hostile;
    run.scenario.city.tariff.operators[0].source.text = hostile;
    const std::string page = page_of(run);
    EXPECT_FALSE(has(page, "<script"));
    EXPECT_TRUE(has(page, "&lt;script&gt;"));
}

}  // namespace sim
