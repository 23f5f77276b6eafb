// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/scenario/temp_city.h"

namespace sim
{

namespace
{

TEST(Resolved, HoldsTheIncludedFilesAndReloadsToTheSame)
{
    TempCity files;
    files.write("s.yaml", std::string(TempCity::scenario) + R"(record: { frames: share, share: 5 % }
faults:
  - { kind: card_torn, step: read, at: "07:40:00", lasts: 90 s, share: 20 % }
  - { kind: driver_reset, after_unconfirmed: true }
expect:
  tap_time: { p99: "<= 200 ms" }
  hop_time: { read: { p99: "<= 80 ms", max: "<= 1 s" } }
  taps_lost: "== 0"
)");
    const Scenario first = load_scenario(files.path("s.yaml"), {"city.devices.reader.retries=1"});
    files.write("again.yaml", first.resolved);
    const Scenario second = load_scenario(files.path("again.yaml"));

    EXPECT_NE(first.resolved.find("retries: 1"), std::string::npos);
    EXPECT_NE(first.resolved.find("hold:\n"), std::string::npos);
    EXPECT_EQ(second.resolved, first.resolved);
    EXPECT_EQ(second.city.feeds.at(0).path, first.city.feeds.at(0).path);
    EXPECT_EQ(second.expect.size(), 4u);
}

TEST(Resolved, DoesNotDependOnWhereTheFilesLie)
{
    TempCity files;
    const Scenario scenario = load_scenario(files.path("s.yaml"));

    EXPECT_EQ(scenario.resolved.find(files.path("")), std::string::npos);
    EXPECT_NE(scenario.resolved.find("path: \"gtfs\""), std::string::npos);
}

TEST(Resolved, KeepsTheBareNameOfARealFeed)
{
    TempCity files;
    files.write("gtfs/x.zip", "a feed");
    files.write("city.yaml",
                "city: c\nfeeds:\n  - { path: x.zip, real: true }\n"
                "tariff: tariff.yaml\ndevices: devices.yaml\npeople: people.yaml\n");
    const Scenario scenario = load_scenario(files.path("s.yaml"), {"feeds=" + files.path("gtfs")});

    EXPECT_EQ(scenario.resolved.find(files.path("")), std::string::npos);
    EXPECT_NE(scenario.resolved.find("path: \"x.zip\""), std::string::npos);
}

}  // namespace

}  // namespace sim
