// SPDX-License-Identifier: Apache-2.0
#include "sim/app/fare_command.h"

#include <gtest/gtest.h>

#include <iterator>
#include <sstream>

#include "sim/scenario/scenario_error.h"
#include "tests/sim/feed/tiny_feed.h"

namespace
{

class FareCommandTest : public testing::Test
{
protected:
    std::string run(const std::string& rides, sim::Medium medium = sim::Medium::ic)
    {
        folder_.write("rides.csv", rides);
        sim::FareCommand options;
        options.feeds = {feed_.write()};
        options.rides = folder_ / "rides.csv";
        options.out = out_;
        options.medium = medium;
        std::ostringstream out, log;
        code_ = sim::fare_command(options, out, log);
        log_ = log.str();
        return out.str();
    }
    std::string error_of(const std::string& rides)
    {
        try {
            run(rides);
        } catch (const sim::ScenarioError& error) {
            return error.what();
        }
        return "no error";
    }

    TinyFeed feed_;
    TempFolder folder_;
    std::string out_;
    std::string log_;
    int code_ = -1;
};

}  // namespace

TEST_F(FareCommandTest, PricesRidesAndNamesTheFare)
{
    EXPECT_EQ(run("feed,trip_id,board_seq,alight_seq\ntiny,t,1,3\n,t,2,3\n"),
              "feed,trip_id,board_seq,alight_seq,price,rule\n"
              "tiny,t,1,3,300,tiny:f300\n,t,2,3,200,tiny:f200\n");
    EXPECT_EQ(code_, 0);
}

TEST_F(FareCommandTest, LeavesThePriceEmptyWhereNoRuleMatches)
{
    feed_.files["fare_rules.txt"] = "fare_id,route_id,origin_id,destination_id\nf200,r,A,B\n";
    EXPECT_EQ(run("trip_id,board_seq,alight_seq\nt,1,3\n"),
              "trip_id,board_seq,alight_seq,price,rule\nt,1,3,,no matching rule\n");
    EXPECT_TRUE(log_.ends_with("1 rides, 1 without a fare, 0 unknown\n"));
}

TEST_F(FareCommandTest, SaysWhichRidesNameNothing)
{
    const std::string got =
        run("feed,trip_id,board_seq,alight_seq\n,ghost,1,2\n,t,1,9\n"
            "other,t,1,2\n,t,3,1\n");
    EXPECT_EQ(got,
              "feed,trip_id,board_seq,alight_seq,price,rule\n,ghost,1,2,,unknown trip\n"
              ",t,1,9,,unknown stop\nother,t,1,2,,unknown feed\n"
              ",t,3,1,,alights before it boards\n");
    EXPECT_NE(log_.find("rides.csv:2: unknown trip (trip 'ghost' from 1 to 2)"), std::string::npos);
    EXPECT_NE(log_.find("4 rides, 0 without a fare, 4 unknown"), std::string::npos);
}

TEST_F(FareCommandTest, TakesTheIcPriceUnlessTheRiderPaysCash)
{
    feed_.files["fare_attributes.txt"] =
        "fare_id,price,currency_type,ic_price\nf200,200,JPY,193\nf300,300,JPY,\n";
    const std::string rides = "trip_id,board_seq,alight_seq\nt,1,2\n";
    EXPECT_NE(run(rides).find("t,1,2,193,"), std::string::npos);
    EXPECT_NE(run(rides, sim::Medium::cash).find("t,1,2,200,"), std::string::npos);
}

TEST_F(FareCommandTest, KeepsForeignColumnsAndAnyOrder)
{
    EXPECT_EQ(run("note,alight_seq,board_seq,trip_id\n\"a,b\",3,1,t\n"),
              "note,alight_seq,board_seq,trip_id,price,rule\n\"a,b\",3,1,t,300,tiny:f300\n");
}

TEST_F(FareCommandTest, KnowsARepeatedTripByItsIdInTheFeed)
{
    feed_.files["frequencies.txt"] =
        "trip_id,start_time,end_time,headway_secs\nt,06:00:00,07:00:00,1800\n";
    const std::string got = run("trip_id,board_seq,alight_seq\nt,1,2\nt@06:30:00,1,2\n");
    EXPECT_NE(got.find("t,1,2,200,tiny:f200\nt@06:30:00,1,2,200,tiny:f200\n"), std::string::npos);
}

TEST_F(FareCommandTest, RefusesMalformedRidesWithTheirLine)
{
    const std::string file = folder_ / "rides.csv";
    EXPECT_EQ(error_of("trip_id,board_seq\nt,1\n"), file + ":1: no column 'alight_seq'");
    EXPECT_EQ(error_of("trip_id,board_seq,alight_seq\nt,1,2\nt,one,2\n"),
              file + ":3: 'one' is no board_seq");
    EXPECT_EQ(error_of("trip_id,board_seq,alight_seq\nt,1\n"), file + ":2: 2 values for 3 columns");
    EXPECT_EQ(error_of("trip_id,board_seq,alight_seq\nt,\"1\"x,2\n"),
              file + ":2: a quote in the wrong place");
    EXPECT_NE(error_of("").find("no header"), std::string::npos);
}

TEST_F(FareCommandTest, WritesTheOutputWholeOrNotAtAll)
{
    out_ = folder_ / "out.csv";
    EXPECT_EQ(run("trip_id,board_seq,alight_seq\nt,1,2\n"), "");
    std::ifstream stream(out_);
    const std::string written{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(written, "trip_id,board_seq,alight_seq,price,rule\nt,1,2,200,tiny:f200\n");

    EXPECT_NE(error_of("trip_id,board_seq,alight_seq\nt,1,2\nt,x,2\n"), "no error");
    std::ifstream again(out_);
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>(again), {}}), written);
    EXPECT_FALSE(std::filesystem::exists(out_ + ".part"));

    out_ = folder_ / "no/such/folder/out.csv";
    EXPECT_NE(error_of("trip_id,board_seq,alight_seq\nt,1,2\n").find("cannot be written"),
              std::string::npos);
}

TEST_F(FareCommandTest, HandsACityToItsOwnPricer)
{
    struct Free final : sim::RidePricer {
        sim::RidePrice price(const sim::RideRequest&) const override
        {
            return {fw::Yen{7}, "city rule", false};
        }
    };
    folder_.write("rides.csv", "trip_id,board_seq,alight_seq\nt,1,2\n");
    sim::FareCommand options;
    options.city = "city.yaml";
    options.rides = folder_ / "rides.csv";
    std::ostringstream out, log;
    EXPECT_EQ(sim::fare_command(options, out, log), 3);
    EXPECT_EQ(out.str(), "");
    EXPECT_EQ(sim::fare_command(
                  options, out, log,
                  [](const sim::FareCommand&, std::ostream&) { return std::make_unique<Free>(); }),
              0);
    EXPECT_NE(out.str().find("t,1,2,7,city rule"), std::string::npos);
}

TEST_F(FareCommandTest, RefusesARiderClassThatFeedsDoNotKnow)
{
    sim::FareCommand options;
    options.feeds = {feed_.write()};
    options.rides = folder_ / "rides.csv";
    options.rider = "senior";
    std::ostringstream out, log;
    EXPECT_THROW(sim::fare_command(options, out, log), sim::ScenarioError);
}
