// SPDX-License-Identifier: Apache-2.0
// The sums at the end of a run are what a query over its rows says, whatever the rows are.
#include "sim/record/aggregates.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "sim/record/recount.h"
#include "sim/record/schema.h"
#include "tests/sim/record/random_run.h"

namespace sim
{

using test::ms;
using test::random_run;
using test::scratch_file;
using test::SmallRun;

namespace
{

constexpr const char* tables[] = {"latency_histogram", "latency_device",  "slow_tap",
                                  "ridership_tap",     "ridership_class", "money_flow"};

std::string file_text(const std::string& file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

using Rows = std::multiset<std::string>;

// The rows of a table as text, in an order that does not depend on how they came.
Rows dump(const Database& database, const std::string& table)
{
    Rows dump;
    Query rows = database.query("SELECT * FROM " + table);
    while (rows.step()) {
        std::string row;
        for (int column = 0; column < rows.columns(); ++column) row += rows.text(column) + " ";
        dump.insert(row);
    }
    return dump;
}

// The tables of sums as text, and the same counted from the file's rows.
struct Counted {
    explicit Counted(const std::string& file)
        : recorded(file, Database::Mode::read_only), again(":memory:", Database::Mode::create)
    {
        Recount recount;
        recount.advance(recorded);
        again.exec(schema_text);
        recount.sums().write(again);
    }
    Database recorded, again;
};

}  // namespace

RC_GTEST_PROP(Aggregates, AreWhatAQueryOverTheRowsSays, ())
{
    Database file((*random_run()).write("sums"), Database::Mode::read_only);
    file.exec(file_text(TAPBENCH_SOURCE_DIR "/tests/support/sums.sql"));

    for (const std::string table : tables)
        RC_ASSERT(dump(file, table) == dump(file, "expected_" + table));
}

RC_GTEST_PROP(Recount, OfARunsRowsIsWhatTheRecorderCounted, ())
{
    const Counted run((*random_run()).write("recount"));

    for (const char* const table : tables)
        RC_ASSERT(dump(run.again, table) == dump(run.recorded, table));
}

TEST(Recount, OfARunThatWasKilledSaysWhatIsThere)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::string file = run.write("killed");
    Database(file, Database::Mode::read_write)
        .exec("DELETE FROM ridership_tap; UPDATE run SET status = 'aborted', digest = NULL");

    const Counted killed(file);

    EXPECT_EQ(dump(killed.again, "ridership_tap"), (Rows{"1 0 1 0 ", "1 2 0 1 "}));
}

TEST(Recount, CountsOnlyTheRowsThatHaveCome)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    Database file(run.write("growing"), Database::Mode::read_write);
    Recount recount;

    EXPECT_TRUE(recount.advance(file));
    EXPECT_FALSE(recount.advance(file));
    file.exec("INSERT INTO tap SELECT * FROM tap");
    EXPECT_TRUE(recount.advance(file));

    ASSERT_EQ(recount.sums().rides().classes().size(), 1U);
    EXPECT_EQ(recount.sums().rides().classes()[0].rides, 2);
    EXPECT_EQ(recount.sums().rides().classes()[0].fare, 580);
    EXPECT_EQ(recount.sums().money().flows()[0].yen, 290);
}

TEST(Aggregates, CountACorrectedRideOnce)
{
    SmallRun run;
    TapRow& wrong = run.taps[run.ride(0, 0, 2, 290)];
    wrong.event.riders = 2;
    const fw::Yen charged = wrong.event.fare;  // `wrong` ends with the next tap
    run.tap(0, fw::TapKind::cancel, 0, 2).event.fare = charged;
    TapRow& right = run.tap(0, fw::TapKind::alight, 0, 2);
    right.event.fare = {150};
    right.event.half = fw::Half::child;
    const Database file(run.write("corrected"), Database::Mode::read_only);

    EXPECT_EQ(dump(file, "ridership_tap"), (Rows{"1 0 1 0 ", "1 2 0 1 "}));
    EXPECT_EQ(file.text("SELECT half || ' ' || rides || ' ' || fare FROM ridership_class"
                        " WHERE rides <> 0"),
              "1 1 150");
}

TEST(Aggregates, DoNotCountATouchThatWasRepeated)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    run.tap(0, fw::TapKind::alight, 0, 2).event.verdict = fw::TapVerdict::repeated;
    run.deliver(run.taps[1]);
    const Database file(run.write("repeated"), Database::Mode::read_only);

    EXPECT_EQ(dump(file, "ridership_tap"), (Rows{"1 0 1 0 ", "1 2 0 1 "}));
}

TEST(Aggregates, KeepAHundredTapsOfEachLength)
{
    SmallRun run;
    for (std::uint32_t card = 0; card < 130; ++card) run.ride(card, 0, 2, 290);
    run.taps.back().t[6] += 5 * ms;
    const Database file(run.write("hundred"), Database::Mode::read_only);

    EXPECT_EQ(file.integer("SELECT count(*) FROM slow_tap WHERE hop = 10"), 100);
    EXPECT_EQ(file.integer("SELECT device || sequence FROM slow_tap WHERE hop = 10 AND rank = 1"),
              2130);
}

}  // namespace sim
