// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/app/linted_city.h"

namespace sim
{

namespace
{

TEST_F(Lint, GoesThroughAllFilesAndSaysOneLineOfEach)
{
    files_.write("bad.yaml", "people: x\nprofils: []\n");
    std::ostringstream out, log;
    const int code = lint_command(
        {files_.path("bad.yaml"), files_.path("s.yaml"), files_.path("city.yaml"),
         files_.path("tariff.yaml"), files_.path("devices.yaml"), files_.path("people.yaml")},
        out, log);

    EXPECT_EQ(code, 4);
    EXPECT_EQ(files_.shortened(log.str()),
              "bad.yaml:2:1: unknown key \"profils\", did you mean \"profiles\"?\n");
    EXPECT_EQ(files_.shortened(out.str()),
              "s.yaml: good scenario file\ncity.yaml: good city file\n"
              "tariff.yaml: good tariff file\ndevices.yaml: good devices file\n"
              "people.yaml: good people file\n");
}

TEST_F(Lint, SaysWhenRealFeedsWereNotLookedAt)
{
    ::unsetenv("TAPBENCH_FEEDS");
    files_.write("city.yaml",
                 "city: c\nfeeds: [ { path: x.zip, real: true } ]\n"
                 "tariff: tariff.yaml\ndevices: devices.yaml\npeople: people.yaml\n");
    EXPECT_EQ(said_of("s.yaml"),
              "0 s.yaml: good scenario file (real feeds not here: not looked at)\n");
}

TEST_F(Lint, RefusesAFileOfNoKind)
{
    files_.write("other.yaml", "pencils: 3\n");
    EXPECT_EQ(said_of("other.yaml"),
              "4 other.yaml:1:1: expected a file with the key scenario, city, tariff, devices, "
              "people, card, bench, suite, residents, flows, taxi_subsidy, order, health_items, "
              "health_rules, child_schedule or emergency_set\n");
}

TEST_F(Lint, RefusesAFeedThatHoldsNothing)
{
    std::filesystem::remove_all(files_.path("gtfs"));
    std::filesystem::create_directories(files_.path("gtfs"));
    EXPECT_EQ(said_of("city.yaml").substr(0, 2), "4 ");
}

TEST_F(Lint, RefusesAFareWithoutARuleAtItsLineOfTheFeed)
{
    feed({{"fare_attributes.txt", "fare_id,price,currency_type\nf100,100,JPY\nloose,20,JPY\n"},
          {"fare_rules.txt", "fare_id,route_id,origin_id,destination_id\nf100,r,A,B\n"}});
    const std::string expected =
        "4 gtfs/fare_attributes.txt:3: a fare without a rule would price every ride: loose\n";
    EXPECT_EQ(said_of("city.yaml"), expected);
    EXPECT_EQ(said_of("s.yaml"), expected);
    EXPECT_EQ(said_of("tariff.yaml"), "0 tariff.yaml: good tariff file\n");
}

TEST_F(Lint, LetsAFareWithoutARulePassWhereNoFareHasOne)
{
    feed({{"fare_attributes.txt", "fare_id,price,currency_type\nf100,100,JPY\n"},
          {"fare_rules.txt", "fare_id,route_id,origin_id,destination_id\n"}});
    EXPECT_EQ(said_of("city.yaml"), good_city);
}

TEST_F(Lint, RefusesAScenarioOnADayBeforeTheRoundings)
{
    files_.write("s.yaml", replaced(TempCity::scenario, "tariff_date: \"2026-06-10\"",
                                    "tariff_date: \"2019-12-31\""));
    EXPECT_EQ(said_of("s.yaml"),
              "4 tariff.yaml:3: operator \"x\" has no ic rounding on 2019-12-31\n");
}

TEST_F(Lint, IsContentWithTheShippedCities)
{
    for (const char* city : {"maebashi", "bench"}) {
        std::ostringstream out, log;
        const std::string file =
            TAPBENCH_SOURCE_DIR "/scenarios/city/" + std::string(city) + "/city.yaml";
        EXPECT_EQ(lint_command({file}, out, log), 0) << log.str();
    }
}

TEST_F(Lint, IsContentWithTheRealFeedsOf2019)
{
    if (!std::getenv("TAPBENCH_FEEDS")) GTEST_SKIP() << "TAPBENCH_FEEDS is not set";
    std::ostringstream out, log;
    EXPECT_EQ(
        lint_command({TAPBENCH_SOURCE_DIR "/scenarios/city/maebashi_2019/city.yaml"}, out, log), 0)
        << log.str();
}

}  // namespace

}  // namespace sim
