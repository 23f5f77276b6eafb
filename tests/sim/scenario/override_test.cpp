// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/scenario/temp_city.h"

namespace sim
{

namespace
{

Scenario load(const TempCity& files, const Settings& set)
{
    return load_scenario(files.path("s.yaml"), set);
}

TEST(Override, ReplacesAKeyOfTheScenario)
{
    TempCity files;
    EXPECT_EQ(load(files, {"seed=9"}).seed, 9u);
    EXPECT_EQ(load(files, {"seed=9", "seed=10"}).seed, 10u);
    EXPECT_EQ(load(files, {"window.to=09:00:00"}).to, fw::Nanos{32'400'000'000'000});
    EXPECT_EQ(load(files, {"people.0.count=25"}).people.at(0).count, 25);
}

TEST(Override, AddsAKeyThatWasLeftOut)
{
    TempCity files;
    EXPECT_EQ(load(files, {"decision.deadline=80 ms"}).decision.deadline, fw::Nanos{80'000'000});
    const Scenario scenario = load(files, {"expect.tap_time.p99=<= 100 ms"});
    EXPECT_EQ(scenario.expect.at(0).limit, 100'000'000);
}

TEST(Override, ReachesIntoIncludedFiles)
{
    TempCity files;
    const Scenario scenario = load(
        files, {"city.devices.reader.retries=0", "city.tariff.operators.0.rounding.1.unit=5 yen"});
    EXPECT_EQ(scenario.city.devices.reader.retries, 0);
    EXPECT_EQ(scenario.city.tariff.operators.at(0).rounding.at(1).unit, fw::Yen{5});
    EXPECT_EQ(scenario.city.feeds.at(0).path, files.path("gtfs"));
}

TEST(Override, TakesListsMapsAndQuotedTextAsYaml)
{
    TempCity files;
    const Scenario scenario = load(files, {"faults=[{ kind: uplink_down, where: bus-3 }]",
                                           "city.devices.door.hold={ mean: 1 s }"});
    EXPECT_EQ(scenario.faults.at(0).where, "bus-3");
    EXPECT_EQ(scenario.city.devices.door.hold.kind, Distribution::Kind::exponential);
}

TEST(Override, IsHeldToTheSameRules)
{
    TempCity files;
    EXPECT_EQ(files.error({"city.devices.reader.retris=0"}),
              "--set city.devices.reader.retris: unknown key \"retris\", did you mean "
              "\"retries\"?");
    EXPECT_EQ(files.error({"seed=-1"}),
              "--set seed: must be between 0 and 9223372036854775807, found -1");
    EXPECT_EQ(files.error({"seed="}), "--set seed: expected a whole number, found nothing");
    EXPECT_EQ(files.error({"seed"}), "--set: expected key=value");
    EXPECT_EQ(files.error({"people.1.count=5"}),
              "--set people.1.count: expected an index below 1, found \"1\"");
    EXPECT_EQ(files.error({"seed.x=5"}), "--set seed.x: there is no \"x\" inside a single value");
}

}  // namespace

}  // namespace sim
