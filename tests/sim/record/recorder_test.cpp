// SPDX-License-Identifier: Apache-2.0
#include "sim/record/recorder.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "sim/record/database.h"
#include "sim/record/interrupt.h"
#include "sim/record/sqlite_recorder.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using test::ms;
using test::scratch_file;
using test::SmallRun;

TEST(Recorder, WritesATapWithTheCloudsHalfOfItsRow)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);

    Database file(run.write("merge"), Database::Mode::read_only);
    Query row = file.query(
        "SELECT t0, t5, t8, cloud_due, true_board, alight, operator, bus, trip_id, verdict, kind"
        " FROM v_tap WHERE tap = '2-1'");

    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer(0), run.taps[1].t[0]);
    EXPECT_EQ(row.integer(1), run.taps[1].t[5]);
    EXPECT_EQ(row.integer(2), run.clouds[1].t8);
    EXPECT_EQ(row.integer(3), 290);
    EXPECT_EQ(row.text(4), "Stop A");
    EXPECT_EQ(row.text(5), "Stop C");
    EXPECT_EQ(row.text(6), "kanetsu");
    EXPECT_EQ(row.text(7), "bus-1");
    EXPECT_EQ(row.text(8), "R1-0730");
    EXPECT_EQ(row.text(9), "accepted");
    EXPECT_EQ(row.text(10), "alight");
}

TEST(Recorder, WritesNullForPointsATapNeverReached)
{
    SmallRun run;
    TapRow& torn = run.tap(0, fw::TapKind::board, 0, 2);
    torn.event.verdict = fw::TapVerdict::torn;
    torn.t[4] = torn.t[5] = -1;

    Database file(run.write("never"), Database::Mode::read_only);

    EXPECT_EQ(file.integer("SELECT count(*) FROM tap WHERE d3 NOT NULL AND d4 IS NULL"
                           " AND d5 IS NULL AND d8 IS NULL AND cloud_due IS NULL"),
              1);
    EXPECT_EQ(file.text("SELECT group_concat(name) FROM v_hop"), "poll,select,read,journal");
}

TEST(Recorder, KeepsASecondDeliveryApart)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.clouds.push_back(run.clouds[1]);
    run.clouds.push_back({{77, 1}, 5, 6, {}});

    Database file(run.write("duplicate"), Database::Mode::read_only);

    EXPECT_EQ(file.integer("SELECT count(*) FROM tap"), 2);
    EXPECT_EQ(file.integer("SELECT count(*) FROM duplicate_delivery WHERE known"), 1);
    EXPECT_EQ(file.integer("SELECT device FROM duplicate_delivery WHERE NOT known"), 77);
}

TEST(Recorder, KeepsTheOrderOfTheCloudThenOfTheTaps)
{
    SmallRun run;
    for (int i = 0; i < 3; ++i) run.tap(0, fw::TapKind::board, 0, 2);
    run.deliver(run.taps[2]);

    Database file(run.write("order"), Database::Mode::read_only);

    EXPECT_EQ(file.text("SELECT group_concat(sequence) FROM (SELECT sequence FROM tap"
                        " ORDER BY rowid)"),
              "3,1,2");
}

TEST(Recorder, KeepsASecondTapUnderTheSameNumberAndSaysSo)
{
    SmallRun run;
    run.tap(0, fw::TapKind::board, 0, 2);
    run.taps.push_back(run.taps[0]);
    const Database file(run.write("twice"), Database::Mode::read_only);
    EXPECT_EQ(file.integer("SELECT count(*) FROM tap"), 2);
    EXPECT_EQ(file.text("SELECT place FROM note WHERE kind = 'number_reused'"),
              std::to_string(run.taps[0].event.key.device) + "-1");
}

TEST(Recorder, AcceptsTheNumberOfATapThatWasLostWithThePower)
{
    SmallRun run;
    run.tap(0, fw::TapKind::board, 0, 2).event.verdict = fw::TapVerdict::device_off;
    run.taps.push_back(run.taps[0]);
    run.taps[1].event.verdict = fw::TapVerdict::accepted;
    run.deliver(run.taps[1]);

    Database file(run.write("reused"), Database::Mode::read_only);

    EXPECT_EQ(file.integer("SELECT count(*) FROM tap WHERE sequence = 1"), 2);
    EXPECT_EQ(file.integer("SELECT count(*) FROM duplicate_delivery"), 0);
}

TEST(Recorder, CountsLatenciesWhileRowsPass)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);

    Database file(run.write("histogram"), Database::Mode::read_only);

    EXPECT_EQ(file.integer("SELECT sum(taps) FROM latency_histogram WHERE hop = 3"), 2);
    EXPECT_EQ(file.integer("SELECT count(*) FROM latency_histogram WHERE hop = 3"
                           " AND from_ns <= 40000000 AND to_ns > 40000000"
                           " AND to_ns - from_ns <= from_ns / 16"),
              1);
}

TEST(Recorder, CountsWhoWaitsForABusEveryFiveMinutes)
{
    const std::string file_name = scratch_file("waiting");
    const auto recorder = make_recorder(file_name, {});
    recorder->city(SmallRun().city());
    StopVisitRow visit;
    visit.trip = 1;
    visit.stop = 3;
    visit.departure = 27'300'000 * ms;  // at the mark 91: nobody waits any more
    visit.waited = {{26'399, 1}, {26'400, 2}, {26'701, 1}, {26'999, 4}, {27'100, 8}};
    recorder->stop_visit(visit);
    visit.departure += 1;
    recorder->stop_visit(visit);
    recorder->finish(Outcome::complete);

    Database file(file_name, Database::Mode::read_only);

    EXPECT_EQ(file.text("SELECT group_concat(stop || ' ' || five_minutes || ' ' || riders)"
                        " FROM waiting"),
              "3 88 3,3 89 3,3 90 8,3 88 3,3 89 3,3 90 8,3 91 16");
}

TEST(Recorder, StopsAtAFullDiskAndLeavesAReadableAbortedFile)
{
    SmallRun run;
    for (std::uint32_t card = 0; card < 3000; ++card) run.ride(card, 0, 2, 290);
    const std::string file_name = scratch_file("full");
    SqliteRecorder::Options options;
    options.max_pages = 260;  // a page a table, and some for rows
    SqliteRecorder recorder(file_name, {}, options);

    run.hand_to(recorder);

    ASSERT_TRUE(recorder.error());
    EXPECT_NE(recorder.error()->find("full"), std::string::npos);
    Database file(file_name, Database::Mode::read_only);
    EXPECT_EQ(file.text("SELECT status FROM run"), "aborted");
    EXPECT_LT(file.integer("SELECT count(*) FROM tap"), 6000);
    EXPECT_EQ(file.text("PRAGMA integrity_check"), "ok");
}

TEST(Recorder, LeavesAReadableAbortedFileWhenTheProcessIsKilled)
{
    const std::string file_name = scratch_file("killed");
    const pid_t child = fork();
    if (child == 0) {
        SmallRun run;
        for (std::uint32_t card = 0; card < 2000; ++card) run.ride(card, 0, 2, 290);
        SqliteRecorder recorder(file_name, {});
        recorder.city(run.city());
        for (const TapRow& row : run.taps) recorder.tap(row);
        for (const CloudRow& row : run.clouds) recorder.cloud(row);
        recorder.flush();
        for (std::int64_t seen = 0; seen == 0;)
            seen =
                Database(file_name, Database::Mode::read_only).integer("SELECT count(*) FROM tap");
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));

    Database file(file_name, Database::Mode::read_write);

    EXPECT_EQ(file.text("SELECT status FROM run"), "aborted");
    EXPECT_GT(file.integer("SELECT count(*) FROM tap"), 0);
    EXPECT_EQ(file.text("PRAGMA integrity_check"), "ok");
}

TEST(Recorder, CanBeReadWhileItIsWritten)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::string file_name = scratch_file("live");
    const auto recorder = make_recorder(file_name, {});
    recorder->city(run.city());
    for (const TapRow& row : run.taps) recorder->tap(row);
    for (const CloudRow& row : run.clouds) recorder->cloud(row);

    recorder->flush();

    Database file(file_name, Database::Mode::read_only);
    std::int64_t seen = 0;
    while (seen == 0) seen = file.integer("SELECT count(*) FROM tap");
    EXPECT_EQ(seen, 2);
    recorder->finish(Outcome::complete);
    EXPECT_EQ(file.text("SELECT status FROM run"), "complete");
}

TEST(Recorder, MarksAnInterruptedRunAborted)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    Database file(run.write("interrupted", Outcome::aborted), Database::Mode::read_only);
    EXPECT_EQ(file.text("SELECT status FROM run"), "aborted");
    EXPECT_EQ(file.integer("SELECT count(*) FROM tap"), 2);
}

TEST(Recorder, StoresNoCardIdentifier)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::string name = scratch_file("no-idm");
    run.taps[1].event.card.bytes = {0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6, 0x17, 0x28};

    Database file(run.write("no-idm"), Database::Mode::read_only);

    Query columns = file.query("SELECT name FROM pragma_table_info('tap')");
    while (columns.step()) EXPECT_EQ(columns.text(0).find("idm"), std::string::npos);
    Query tap = file.query("SELECT * FROM tap WHERE device = 2");
    ASSERT_TRUE(tap.step());
    for (int i = 0; i < tap.columns(); ++i) {
        EXPECT_NE(tap.integer(i), 0xA1B2C3D4);
        EXPECT_NE(static_cast<std::uint64_t>(tap.integer(i)), 0xA1B2C3D4E5F61728ULL);
    }
}

TEST(Recorder, KeepsFramesAndNotes)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::string file_name = scratch_file("frames");
    const auto recorder = make_recorder(file_name, {});
    recorder->city(run.city());
    recorder->frame({{2, 1}, 0, false, false, 10, 20, {6, 0, 0, 3, 0, 0}});
    recorder->note({5, "fault", "bus-1", "driver reset"});
    recorder->finish(Outcome::complete);

    Database file(file_name, Database::Mode::read_only);

    EXPECT_EQ(file.integer("SELECT length(bytes) FROM frame WHERE device = 2"), 6);
    EXPECT_EQ(file.text("SELECT place FROM note"), "bus-1");
}

TEST(Interrupt, SetsAFlagInsteadOfEndingTheProcess)
{
    catch_interrupts();
    EXPECT_FALSE(interrupted());
    std::raise(SIGINT);
    EXPECT_TRUE(interrupted());
}

}  // namespace sim
