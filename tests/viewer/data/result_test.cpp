// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/result.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/sim/record/small_run.h"
#include "tests/viewer/data/real_run.h"
#include "viewer/data/checks.h"
#include "viewer/data/latency.h"
#include "viewer/data/money.h"
#include "viewer/data/ridership.h"
#include "viewer/data/taps.h"

namespace view
{

using sim::Database;
using sim::test::scratch_file;
using sim::test::SmallRun;

namespace
{

std::string refusal(const std::string& file)
{
    try {
        const Result opened(file);
    } catch (const ResultError& error) {
        return error.what();
    }
    return "opened";
}

std::string content(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

// As a run leaves its file when it is killed: rows, no sums, no index, no word at the end.
std::string killed(const std::string& run)
{
    const std::string file = scratch_file("killed");
    std::filesystem::copy_file(run, file);
    Database database(file, Database::Mode::read_write);
    database.exec("UPDATE run SET digest = NULL, status = 'aborted', verdict = NULL");
    for (const std::string table : {"latency_histogram", "latency_device", "slow_tap",
                                    "ridership_tap", "ridership_class", "money_flow"})
        database.exec("DELETE FROM " + table);
    database.exec("DROP INDEX tap_key");
    return file;
}

// Numbers of all kinds on one line each.
std::string numbers(const Result& result)
{
    const City city = read_city(result);
    const Day day = read_day(result, city);
    std::ostringstream out;
    for (const StopRiders& one : riders_by_stop(day, city, {}))
        out << one.stop << ' ' << one.boarded << ' ' << one.alighted << '\n';
    for (const ClassRides& one : rides_by_class(result, city, {}))
        out << one.discount_class << ' ' << one.rides << ' ' << one.fare << '\n';
    for (const LatencyBin& bin : latency(result, {}).bins)
        out << bin.from << ' ' << bin.taps << '\n';
    for (const DeviceLatency& one : latency_by_device(result))
        out << one.device << ' ' << one.p99 << '\n';
    for (const SlowTap& one : slowest(result, Length::read))
        out << one.sequence << ' ' << one.ns << '\n';
    for (const Flow& one : flows(result))
        out << one.kind << ' ' << one.from << ' ' << one.yen << '\n';
    for (const TapLine& one : taps_of_bus(result, city, 0, 0, 100))
        out << one.t0 << ' ' << one.fare << '\n';
    return out.str();
}

// A run of two rides, 290 and 400 yen, whose recorder is still at work.
struct Writing {
    Writing()
    {
        run.ride(1, 0, 2, 290);
        run.ride(2, 0, 3, 400);
        recorder->city(run.city());
    }
    // Writes up to so many taps.
    void write(std::size_t taps)
    {
        for (; written < taps; ++written)
            recorder->tap(run.taps[written]), recorder->cloud(run.clouds[written]);
        recorder->flush();
    }
    void write_until_seen(std::size_t taps, Result& result)
    {
        write(taps);
        while (result.head().taps < static_cast<std::int64_t>(taps)) result.refresh();
    }

    SmallRun run;
    std::string file = scratch_file("live");
    std::unique_ptr<sim::Recorder> recorder = sim::make_recorder(file, {});
    std::size_t written = 0;
};

}  // namespace

TEST(Result, SaysWhatTheRunWas)
{
    const Result result(test::real_run("rush_hour/smoke", "--seed 7"));
    EXPECT_EQ(result.head().scenario, "rush_hour/smoke");
    EXPECT_EQ(result.head().seed, "7");
    EXPECT_EQ(result.head().status, "complete");
    EXPECT_EQ(result.head().verdict, "pass");
    EXPECT_EQ(result.head().timetable_date, "2026-06-10");
    EXPECT_EQ(result.head().digest.size(), 64U);
    EXPECT_EQ(result.head().taps, result.database().integer("SELECT count(*) FROM tap"));
    EXPECT_TRUE(result.head().command.starts_with("tapbench run "));
    EXPECT_TRUE(result.head().summed);
}

TEST(Result, RefusesWhatIsNoResultInOneLineThatNamesTheFile)
{
    EXPECT_EQ(refusal("/nowhere.db"), "/nowhere.db: no such file");
    const std::string text = scratch_file("text"), other = scratch_file("other");
    std::ofstream(text) << "scenario: small\n";
    Database(other, Database::Mode::create).exec("CREATE TABLE run (a)");
    EXPECT_EQ(refusal(text), text + ": expected a result file of tapbench run");
    EXPECT_EQ(refusal(other), other + ": expected a result file of tapbench run");
}

TEST(Result, RefusesAnotherVersion)
{
    const std::string file = SmallRun().write("version");
    Database(file, Database::Mode::read_write).exec("PRAGMA user_version = 1");
    EXPECT_TRUE(refusal(file).starts_with(file + ": is a result of version 1, expected version 3"));
}

TEST(Result, OfARunWithoutTapsHasNothingToShow)
{
    const Result result(SmallRun().write("empty"));
    const City city = read_city(result);
    const Day day = read_day(result, city);
    EXPECT_EQ(result.head().taps, 0);
    EXPECT_TRUE(day.visits.empty());
    EXPECT_TRUE(buses_at(day, city, 0).empty());
    EXPECT_TRUE(riders_by_route(day, city, {}).empty());
    EXPECT_TRUE(riders_by_segment(day, city, {}).empty());
    EXPECT_TRUE(load_profile(day, city, 0, 0, {}).rows.empty());
    EXPECT_TRUE(boardings_by_quarter(day, city, {}).empty());
    EXPECT_TRUE(rides_by_class(result, city, {}).empty());
    EXPECT_EQ(latency(result, {}).taps, 0);
    EXPECT_EQ(latency(result, {}).quantile(990), 0);
    EXPECT_TRUE(flows(result).empty());
    EXPECT_TRUE(checkpoints(result).empty());
}

TEST(Result, OfAKilledRunShowsTheSameNumbersAndIsNotWrittenTo)
{
    const std::string whole = test::real_run("fault/card");
    const std::string file = killed(whole);
    const std::string before = content(file);
    const Result result(file);
    EXPECT_FALSE(result.head().summed);
    EXPECT_EQ(result.head().status, "aborted");
    EXPECT_EQ(numbers(result), numbers(Result(whole)));
    EXPECT_TRUE(find_tap(result, read_city(result), {1, 1}));
    EXPECT_EQ(content(file), before);
}

TEST(Result, OfAnInterruptedRunHasItsSums)
{
    SmallRun run;
    run.ride(1, 0, 2, 290);
    const Result result(run.write("interrupted", sim::Outcome::aborted));
    EXPECT_EQ(result.head().status, "aborted");
    EXPECT_TRUE(result.head().summed);
    EXPECT_EQ(latency(result, {}).taps, 2);
}

TEST(Result, FollowsARunThatIsBeingWritten)
{
    Writing run;
    Result result(run.file);
    EXPECT_EQ(result.head().taps, 0);
    EXPECT_FALSE(result.refresh());

    run.write_until_seen(2, result);
    EXPECT_EQ(latency(result, {}).taps, 2);
    run.write_until_seen(4, result);
    EXPECT_EQ(latency(result, {}).taps, 4);
    EXPECT_EQ(rides_by_class(result, read_city(result), {}).at(0).fare, 690);
}

TEST(Result, TakesTheFilesOwnSumsWhenTheRunHasEnded)
{
    Writing run;
    Result result(run.file);
    run.write_until_seen(2, result);
    run.write(4);
    run.recorder->finish(sim::Outcome::complete);
    EXPECT_TRUE(result.refresh());
    EXPECT_TRUE(result.head().summed);
    EXPECT_EQ(latency(result, {}).taps, 4);
    EXPECT_FALSE(result.refresh());
}

}  // namespace view
