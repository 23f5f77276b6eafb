// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/sim/scenario/temp_city.h"

namespace sim
{

namespace
{

TEST(Load, FillsInTheIncludedFiles)
{
    TempCity files;
    const Scenario scenario = load_scenario(files.path("s.yaml"));

    EXPECT_EQ(scenario.name, "small");
    EXPECT_EQ(scenario.seed, 7u);
    EXPECT_EQ(scenario.from, fw::Nanos{27'000'000'000'000});
    EXPECT_EQ(scenario.city.file, files.path("city.yaml"));
    EXPECT_EQ(scenario.city.tariff_file, files.path("tariff.yaml"));
    EXPECT_EQ(scenario.city.tariff.operators.at(0).rounding.at(1).unit, fw::Yen{10});
    EXPECT_EQ(scenario.city.tariff.operators.at(0).rounding.at(1).source.line, 8);
    EXPECT_EQ(scenario.city.feeds.at(0).path, files.path("gtfs"));
    EXPECT_EQ(scenario.profiles.at(0).id, "commuter");
    EXPECT_EQ(scenario.people.at(0).line, 8);
}

TEST(Load, KeysLeftOutKeepTheirDefaults)
{
    TempCity files;
    const Scenario scenario = load_scenario(files.path("s.yaml"));

    EXPECT_EQ(scenario.ic_ppm, 650'000);
    EXPECT_EQ(scenario.decision.placement, Placement::cached);
    EXPECT_EQ(scenario.city.devices.reader.rf_kbps, 212);
    EXPECT_FALSE(scenario.city.bounds);
}

TEST(Load, FaultsAndExpectationsCarryTheirPlaces)
{
    TempCity files;
    files.write("s.yaml", std::string(TempCity::scenario) + R"(faults:
  - { kind: card_torn, step: write_answer, share: 20 % }
expect:
  tap_time: { p99: "<= 200 ms", max: "<= 500 ms" }
  hop_time: { read: { p99: "<= 80 ms" } }
  fare_error: "== 0 yen"
  taps: ">= 10"
)");
    const Scenario scenario = load_scenario(files.path("s.yaml"));

    EXPECT_EQ(scenario.faults.at(0).share_ppm, 200'000);
    EXPECT_EQ(scenario.faults.at(0).line, 10);
    ASSERT_EQ(scenario.expect.size(), 5u);
    EXPECT_EQ(scenario.expect[1].statistic, "max");
    EXPECT_EQ(scenario.expect[1].op, "<=");
    EXPECT_EQ(scenario.expect[1].limit, 500'000'000);
    EXPECT_EQ(scenario.expect[2].hop, "read");
    EXPECT_EQ(scenario.expect[3].unit, Expectation::Unit::yen);
    EXPECT_EQ(scenario.expect[3].line, 14);
    EXPECT_EQ(scenario.expect[3].column, 15);
    EXPECT_EQ(scenario.expect[4].limit, 10);
    EXPECT_EQ(scenario.expect[4].text, ">= 10");
}

TEST(Load, DiscountClassesAreNumberedInFileOrder)
{
    TempCity files;
    files.write("tariff.yaml", std::string(TempCity::tariff) + R"(discounts:
  - { id: a, percent: 10 %, age_from: 70, from: "2024-06-01", source: "x", status: assumed }
  - { id: b, percent: 5 %, age_to: 69, from: "2024-06-01", source: "x", status: published }
)");
    const Tariff tariff = load_tariff(files.path("tariff.yaml"));

    EXPECT_EQ(tariff.discounts.at(0).number, 1);
    EXPECT_EQ(tariff.discounts.at(1).number, 2);
    EXPECT_EQ(tariff.discounts.at(1).percent_ppm, 50'000);
    EXPECT_TRUE(tariff.discounts.at(0).source.assumed);
    EXPECT_FALSE(tariff.discounts.at(1).source.assumed);
}

TEST(Load, RealFeedsAreLookedUpInTheFolderOfTheEnvironmentOrTheSetting)
{
    TempCity files;
    files.write("gtfs/x.zip", "a feed");
    files.write("city.yaml",
                "city: c\nfeeds:\n  - { path: x.zip, real: true }\n"
                "tariff: tariff.yaml\ndevices: devices.yaml\npeople: people.yaml\n");
    ::setenv("TAPBENCH_FEEDS", files.path("gtfs").c_str(), 1);
    EXPECT_EQ(load_city(files.path("city.yaml")).feeds.at(0).path, files.path("gtfs/x.zip"));

    ::setenv("TAPBENCH_FEEDS", "/nowhere", 1);
    const City city = load_city(files.path("city.yaml"), {"feeds=" + files.path("gtfs")});
    EXPECT_EQ(city.feeds.at(0).path, files.path("gtfs/x.zip"));
}

}  // namespace

}  // namespace sim
