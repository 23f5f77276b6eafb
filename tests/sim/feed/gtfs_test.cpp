// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/gtfs.h"

#include <gtest/gtest.h>

#include "sim/feed/day.h"
#include "sim/scenario/scenario_error.h"
#include "tests/sim/feed/tiny_feed.h"

namespace
{

const std::string times_header = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n";

std::vector<std::int32_t> arrivals(const sim::Timetable& timetable)
{
    std::vector<std::int32_t> seconds;
    for (const sim::StopTime& time : timetable.stop_times) seconds.push_back(time.arrival);
    return seconds;
}

std::string error_of(const TinyFeed& feed)
{
    try {
        feed.read();
    } catch (const sim::ScenarioError& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST(Gtfs, ReadsASoundFeedWithoutADefect)
{
    const sim::Timetable timetable = TinyFeed().read();
    EXPECT_TRUE(timetable.defects.empty());
    ASSERT_EQ(timetable.trips.size(), 1U);
    EXPECT_EQ(arrivals(timetable), (std::vector<std::int32_t>{28800, 29400, 30000}));
    EXPECT_EQ(timetable.routes[0].operator_id, "x");
    EXPECT_EQ(timetable.routes[0].name, "Line R");
}

TEST(Gtfs, ReadsColumnsInAnyOrderAndTakesMisspeltOnesForWhatTheyMean)
{
    TinyFeed feed;
    feed.files["stops.txt"] =
        "zone_id,stop_lon,stop_lat,stop_nmae,stop_id\nA,139.1,36.1,Alpha,A\n"
        "B,139.2,36.2,Beta,B\nC,139.3,36.3,Gamma,C\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.stops[1].name, "Beta");
    EXPECT_EQ(timetable.stops[1].lat, 36.2);
    EXPECT_TRUE(has_defect(timetable, "stops.txt", 1, "'stop_nmae' is read as 'stop_name'"));
}

TEST(Gtfs, LeavesUnknownColumnsAlone)
{
    TinyFeed feed;
    feed.files["routes.txt"] = "route_id,agency_id,route_long_name,colour_of_curtains\nr,x,L,red\n";
    EXPECT_TRUE(feed.read().defects.empty());
}

TEST(Gtfs, ReportsRowsThatAreTooShortOrTooLong)
{
    TinyFeed feed;
    feed.files["routes.txt"] = "route_id,agency_id,route_long_name\nr,x\nq,x,L,more\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.routes.size(), 2U);
    EXPECT_TRUE(has_defect(timetable, "routes.txt", 2, "shorter"));
    EXPECT_TRUE(has_defect(timetable, "routes.txt", 3, "longer"));
}

TEST(Gtfs, ReadsTimesPastMidnightAndSingleDigitHours)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] =
        times_header + "t,9:59:00,9:59:00,A,0\nt,24:00:00,24:00:00,B,7\nt,25:10:00,25:10:00,C,40";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(arrivals(timetable), (std::vector<std::int32_t>{35940, 86400, 90600}));
    EXPECT_EQ(timetable.trips[0].stop_sequence, (std::vector<std::int32_t>{0, 7, 40}));
    EXPECT_TRUE(timetable.defects.empty());
}

TEST(Gtfs, ReadsAClockSetBackAtMidnightAsTheNextDay)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] =
        times_header +
        "t,23:50:00,23:50:00,A,1\nt,23:59:00,00:00:00,B,2\nt,00:10:00,00:10:00,C,3\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.stop_times[1].departure, 86400);
    EXPECT_EQ(timetable.stop_times[2].arrival, 87000);
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 4, "midnight"));
}

TEST(Gtfs, MovesATimeThatRunsBackwardsForward)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] =
        times_header +
        "t,08:00:00,08:05:00,A,1\nt,08:04:00,08:04:00,B,2\nt,08:20:00,08:19:00,C,3\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(arrivals(timetable), (std::vector<std::int32_t>{28800, 29100, 30000}));
    EXPECT_EQ(timetable.stop_times[2].departure, 30000);
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 3, "backwards"));
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 4, "backwards"));
}

TEST(Gtfs, PutsStopsWithoutATimeEvenlyBetweenTheirNeighbours)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] = times_header +
                                   "t,08:00:00,08:00:00,A,1\nt,,,B,2\nt,,,C,3\nt,,,B,4\n"
                                   "t,08:10:00,,A,5\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(arrivals(timetable), (std::vector<std::int32_t>{28800, 28950, 29100, 29250, 29400}));
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 0, "3 rows"));
}

TEST(Gtfs, SortsStopTimesAndDropsARepeatedSequenceNumber)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] = times_header +
                                   "t,08:20:00,08:20:00,C,3\nt,08:00:00,08:00:00,A,1\n"
                                   "t,08:10:00,08:10:00,B,2\nt,08:15:00,08:15:00,A,2\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.patterns[0].stops, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 5, "given twice"));
}

TEST(Gtfs, SkipsRowsThatReferToNothingAndSaysWhere)
{
    TinyFeed feed;
    feed.files["trips.txt"] += "nowhere,daily,t2\nr,never,t3\nr,daily,t\n";
    feed.files["stop_times.txt"] +=
        "t,08:30:00,08:30:00,Z,4\nghost,08:00:00,08:00:00,A,1\n"
        "t2,08:00:00,08:00:00,A,1\nt,08:30:00,08:30:00,A,four\n";
    feed.files["fare_rules.txt"] += "f999,r,A,B\nf200,q,A,B\nf200,r,A,Z\n";
    feed.files["stops.txt"] += "A,Twice,36,139,A\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_TRUE(has_defect(timetable, "trips.txt", 3, "unknown route"));
    EXPECT_TRUE(has_defect(timetable, "trips.txt", 4, "unknown service"));
    EXPECT_TRUE(has_defect(timetable, "trips.txt", 5, "given twice"));
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 5, "unknown stop"));
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 6, "unknown trip"));
    EXPECT_FALSE(has_defect(timetable, "stop_times.txt", 7, ""));
    EXPECT_TRUE(has_defect(timetable, "stop_times.txt", 8, "no number"));
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 5, "unknown fare"));
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 6, "unknown route"));
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 7, "unknown stop or zone"));
    EXPECT_TRUE(has_defect(timetable, "stops.txt", 5, "given twice"));
    EXPECT_EQ(timetable.trips.size(), 1U);
    EXPECT_EQ(timetable.stop_times.size(), 3U);
    EXPECT_EQ(timetable.fare_rows.size(), 3U);
    EXPECT_EQ(timetable.stops[0].name, "Alpha");
}

TEST(Gtfs, RepeatsATripAsFrequenciesSay)
{
    TinyFeed feed;
    feed.files["frequencies.txt"] =
        "trip_id,start_time,end_time,headway_secs\n"
        "t,6:00:00,7:00:00,1200\nt,07:00:00,07:30:00,1800\n"
        "t,08:00:00,09:00:00,0\nghost,08:00:00,09:00:00,60\n";
    const sim::Timetable timetable = feed.read();
    ASSERT_EQ(timetable.trips.size(), 4U);
    EXPECT_EQ(timetable.trips[1].id, "t@06:20:00");
    EXPECT_EQ(timetable.trips[1].template_id, "t");
    EXPECT_EQ(timetable.stop_times[3 + 1].departure, 6 * 3600 + 20 * 60 + 660);
    EXPECT_EQ(timetable.trips[3].id, "t@07:00:00");
    EXPECT_TRUE(has_defect(timetable, "frequencies.txt", 4, "make no sense"));
    EXPECT_TRUE(has_defect(timetable, "frequencies.txt", 5, "unknown trip"));
}

TEST(Gtfs, CannotBeFloodedByFrequencies)
{
    TinyFeed feed;
    feed.files["frequencies.txt"] =
        "trip_id,start_time,end_time,headway_secs\nt,00:00:00,99:00:00,1\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.trips.size(), 1U);
    EXPECT_TRUE(has_defect(timetable, "frequencies.txt", 2, "make no sense"));
}

TEST(Gtfs, ReadsJapaneseServicesAndDaysAddedOrRemoved)
{
    TinyFeed feed;
    feed.files["trips.txt"] = "route_id,service_id,trip_id\nr,平日（月～金）,t\n";
    feed.files["calendar.txt"] =
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,"
        "end_date\n平日（月～金）,1,1,1,1,1,0,0,20260401,20260430\n";
    feed.files["calendar_dates.txt"] =
        "service_id,date,exception_type\n平日（月～金）,20260429,2\n"
        "平日（月～金）,20260502,1\n平日（月～金）,20260231,1\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(sim::trips_on(timetable, *sim::parse_date("2026-04-28")).size(), 1U);
    EXPECT_TRUE(sim::trips_on(timetable, *sim::parse_date("2026-04-29")).empty());
    EXPECT_TRUE(sim::trips_on(timetable, *sim::parse_date("2026-04-25")).empty());
    EXPECT_EQ(sim::trips_on(timetable, *sim::parse_date("2026-05-02")).size(), 1U);
    EXPECT_TRUE(sim::trips_on(timetable, *sim::parse_date("2026-05-01")).empty());
    EXPECT_TRUE(has_defect(timetable, "calendar_dates.txt", 4, "cannot be read"));
}

TEST(Gtfs, TakesAServiceFromCalendarDatesAlone)
{
    TinyFeed feed;
    feed.files.erase("calendar.txt");
    feed.files["calendar_dates.txt"] = "service_id,date,exception_type\ndaily,20260501,1\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(sim::trips_on(timetable, *sim::parse_date("2026-05-01")).size(), 1U);
    EXPECT_TRUE(sim::trips_on(timetable, *sim::parse_date("1970-01-01")).empty());
    EXPECT_TRUE(sim::trips_on(timetable, *sim::parse_date("2026-05-02")).empty());
}

TEST(Gtfs, SwapsZoneAndAddressBackWhenTheHeaderHasThemTheWrongWayRound)
{
    TinyFeed feed;
    feed.files["stops.txt"] =
        "stop_id,stop_lat,stop_lon,stop_url,zone_id\n"
        "A,36,139,A,http://a\nB,36,139,B,\nC,36,139,C,\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.stops[0].zone, "A");
    EXPECT_TRUE(has_defect(timetable, "stops.txt", 1, "swapped"));
}

TEST(Gtfs, KeepsBytesThatAreNotUtf8Readable)
{
    TinyFeed feed;
    feed.files["stops.txt"] = std::string(
        "stop_id,stop_name,stop_lat,stop_lon,zone_id\nA,\x91\x4F,36,139,A\n"
        "B,x\0y,36,139,B\nC,Gamma,36,139,C\n",
        89);
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.stops[0].name, "<91>O");
    EXPECT_EQ(timetable.stops[1].name, "x<00>y");
    EXPECT_TRUE(has_defect(timetable, "stops.txt", 2, "not UTF-8"));
}

TEST(Gtfs, CannotCarryACityWithoutItsCoreFiles)
{
    for (const char* file : {"stops.txt", "routes.txt", "trips.txt", "stop_times.txt"}) {
        TinyFeed missing;
        missing.files.erase(file);
        EXPECT_NE(error_of(missing).find(std::string(file) + ": missing"), std::string::npos);
        TinyFeed bare;
        bare.files[file] = bare.files[file].substr(0, bare.files[file].find('\n') + 1);
        EXPECT_NE(error_of(bare).find(std::string(file) + ": the feed has no"), std::string::npos);
        TinyFeed empty;
        empty.files[file].clear();
        EXPECT_NE(error_of(empty).find(std::string(file) + ": the file is empty"),
                  std::string::npos);
    }
    TinyFeed no_days;
    no_days.files.erase("calendar.txt");
    EXPECT_NE(error_of(no_days).find("calendar.txt: missing"), std::string::npos);
}

TEST(Gtfs, NamesTheRequiredColumnThatACoreFileLacks)
{
    TinyFeed feed;
    feed.files["stop_times.txt"] = "trip_id,arrival_time,departure_time,stop_id\nt,,,A\n";
    EXPECT_NE(error_of(feed).find("stop_times.txt:1: no column 'stop_sequence'"),
              std::string::npos);
}

TEST(Gtfs, JoinsFeedsWithoutMixingTheirIds)
{
    TinyFeed first, second;
    second.files["fare_attributes.txt"] = "fare_id,price,currency_type\nf200,210,JPY\n";
    second.files["fare_rules.txt"] = "fare_id,route_id,origin_id,destination_id\nf200,r,A,B\n";
    const sim::Timetable both =
        sim::read_gtfs({{first.write("one"), "op1"}, {second.write("two"), ""}});
    EXPECT_EQ(both.feeds, (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(both.routes[0].operator_id, "op1");
    EXPECT_EQ(both.routes[1].operator_id, "x");
    EXPECT_EQ(both.patterns[1].stops, (std::vector<std::uint32_t>{3, 4, 5}));
    EXPECT_EQ(both.trips[1].first_stop_time, 3U);
    EXPECT_EQ(both.fare_rows[3].feed, 1U);
}

TEST(Gtfs, TellsFeedsOfOneNameByTheirFolders)
{
    TinyFeed first, second, third;
    const sim::FeedRequest one{first.write("here/gtfs"), ""}, two{second.write("there/gtfs"), ""};
    EXPECT_EQ(sim::read_gtfs({one, two}).feeds, (std::vector<std::string>{"gtfs", "there/gtfs"}));
    EXPECT_THROW(sim::read_gtfs({one, two, {third.write("there/gtfs"), ""}}), sim::ScenarioError);
    EXPECT_THROW(sim::read_gtfs({one, {one.path + "/", ""}}), sim::ScenarioError);
}

TEST(Gtfs, CountsDefectsOfOneKindInsteadOfListingThousands)
{
    TinyFeed feed;
    for (int i = 0; i < 1000; ++i) feed.files["fare_rules.txt"] += "f200,r,A,nowhere\n";
    const sim::Timetable timetable = feed.read();
    EXPECT_EQ(timetable.defects.size(), 21U);
    EXPECT_TRUE(has_defect(timetable, "fare_rules.txt", 0, "980 more"));
}
