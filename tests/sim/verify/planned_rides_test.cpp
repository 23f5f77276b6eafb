// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/record/database.h"
#include "tests/sim/verify/judged.h"

namespace sim::test
{

namespace
{

constexpr const char* titles =
    "service_date,hour_begins,agency_id,route_id,boarding_stop_id,alighting_stop_id,class,rides\n";

// Three cards from A to C and two from B to C, in the hour from 07:30 on.
struct Morning {
    Morning()
    {
        for (const std::uint32_t card : {0U, 1U, 2U}) run.ride(card, 0, 2, 290);
        for (const std::uint32_t card : {3U, 4U}) run.ride(card, 1, 2, 180);
        for (TapRow& tap : run.taps)
            tap.event.closed_at = {8 * hour + tap.event.closed_at.count % hour};
        run.scenario.planning = Planning{.k = 2};
    }
    // What is said against a file with these rows.
    std::string objections(const std::string& rows, std::int64_t k = 2)
    {
        const std::string file = run.write("planned");
        {
            Database database(file, Database::Mode::read_write);
            database.query("INSERT INTO exported VALUES ('rides_by_class.csv', ?, ?)")
                .insert(k, titles + rows);
        }
        return all_findings(judge(file, run.scenario));
    }
    static std::string row(const char* from, const char* rides, const char* to = "C")
    {
        return std::string("2026-04-01,08:00:00,kanetsu,R1,") + from + "," + to + ",none," + rides +
               "\n";
    }

    static constexpr std::int64_t hour = 3'600'000'000'000;
    SmallRun run;
};

TEST(PlannedRides, RowsThatAreTheSumsOfTheTapsAreHeld)
{
    Morning morning;
    EXPECT_EQ(morning.objections(Morning::row("A", "4") + Morning::row("B", "2")), "");
    EXPECT_EQ(morning.objections(Morning::row("A", "3"), 3), "");
}

TEST(PlannedRides, AWrongAMissingAndADoubledRowAreNamed)
{
    Morning morning;
    EXPECT_EQ(morning.objections(Morning::row("A", "6") + Morning::row("B", "2")),
              "export_right: row 2026-04-01,08:00:00,kanetsu,R1,A,C,none: shows 6 rides, the taps "
              "give 4\n");
    EXPECT_EQ(
        morning.objections(Morning::row("A", "4")),
        "export_right: row 2026-04-01,08:00:00,kanetsu,R1,B,C,none: is missing, the taps give "
        "2\n");
    EXPECT_EQ(morning.objections(Morning::row("A", "4") + Morning::row("A", "4") +
                                 Morning::row("B", "2")),
              "export_right: row 2026-04-01,08:00:00,kanetsu,R1,A,C,none: is there twice\n");
}

TEST(PlannedRides, AGroupSmallerThanKIsNeverShown)
{
    Morning morning;
    EXPECT_EQ(morning.objections(Morning::row("A", "3") + Morning::row("B", "3"), 3),
              "export_right: row 2026-04-01,08:00:00,kanetsu,R1,B,C,none: P6: is shown, 2 cards "
              "rode, fewer than 3\n");
    EXPECT_EQ(morning.objections(Morning::row("A", "3") + Morning::row("D", "3"), 3),
              "export_right: row 2026-04-01,08:00:00,kanetsu,R1,D,C,none: P6: is shown, 0 cards "
              "rode, fewer than 3\n");
}

TEST(PlannedRides, ARowIsReadWithItsQuotesAndABrokenOneIsNone)
{
    Morning morning;
    EXPECT_EQ(morning.objections("\"2026-04-01\",08:00:00,\"kanetsu\",R1,A,C,none,4\n" +
                                 Morning::row("B", "2")),
              "");
    EXPECT_EQ(morning.objections("a,b\n" + Morning::row("A", "4") + Morning::row("B", "2")),
              "export_right: row ,,,,,,: is no row of this file\n");
}

TEST(PlannedRides, WithoutAFileNothingIsTested)
{
    Morning morning;
    EXPECT_EQ(property(judged(morning.run), "export_right").state,
              PropertyResult::State::not_tested);
}

}  // namespace

}  // namespace sim::test
