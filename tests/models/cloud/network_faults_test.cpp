// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/network_faults.h"

#include <gtest/gtest.h>

namespace
{

using namespace fw::literals;
using sim::FaultKind;

struct Trouble {
    Trouble()
    {
        for (const char* id : {"north", "south"})
            scenario.city.tariff.operators.emplace_back().id = id;
    }
    sim::Fault& fault(FaultKind kind, fw::Nanos at = 100_s, fw::Nanos lasts = 50_s)
    {
        sim::Fault& fault = scenario.faults.emplace_back();
        fault.kind = kind;
        fault.at = at;
        fault.lasts = lasts;
        tally = sim::FaultTally(scenario.faults.size());
        return fault;
    }

    sim::Scenario scenario;
    sim::FaultTally tally{0};
};

TEST(NetworkFaults, AFullDepotIsThatOfItsOperator)
{
    Trouble trouble;
    trouble.fault(FaultKind::depot_full).where = "operator/south";
    const model::NetworkFaults faults(trouble.scenario, trouble.tally);

    EXPECT_FALSE(faults.depot_full(0, 120_s));
    EXPECT_TRUE(faults.depot_full(1, 100_s));
    EXPECT_FALSE(faults.depot_full(1, 150_s));
    EXPECT_EQ(trouble.tally.of(0), 1);
}

TEST(NetworkFaults, TheCloudIsAwayWhenDownAndWhenStartingAgain)
{
    Trouble trouble;
    trouble.fault(FaultKind::cloud_down);
    trouble.fault(FaultKind::cloud_restart, 200_s);
    const model::NetworkFaults faults(trouble.scenario, trouble.tally);

    EXPECT_FALSE(faults.cloud_away(99_s));
    EXPECT_TRUE(faults.cloud_away(149_s));
    EXPECT_FALSE(faults.cloud_away(150_s));
    EXPECT_TRUE(faults.cloud_away(200_s));
    EXPECT_FALSE(faults.cloud_away(250_s));
}

TEST(NetworkFaults, ASlowCloudTakesSoManyTimesAsLong)
{
    Trouble trouble;
    trouble.fault(FaultKind::cloud_slow).factor = 20;
    const model::NetworkFaults faults(trouble.scenario, trouble.tally);

    EXPECT_EQ(faults.slowed(20_ms, 99_s), 20_ms);
    EXPECT_EQ(faults.slowed(20_ms, 100_s), 400_ms);
}

TEST(NetworkFaults, OfTwoSlownessesTheGreaterCounts)
{
    Trouble trouble;
    trouble.fault(FaultKind::cloud_slow).factor = 20;
    trouble.fault(FaultKind::cloud_slow).factor = 2000;
    const model::NetworkFaults faults(trouble.scenario, trouble.tally);

    EXPECT_EQ(faults.slowed(20_ms, 100_s), 40_s);
}

TEST(NetworkFaults, ARestartForgetsWhatWasNotFinishedButNotWhatCameAfter)
{
    Trouble trouble;
    trouble.fault(FaultKind::cloud_restart);
    const model::NetworkFaults faults(trouble.scenario, trouble.tally);

    EXPECT_FALSE(faults.forgotten(90_s, 100_s));
    EXPECT_TRUE(faults.forgotten(90_s, 100_s + 1_ns));
    EXPECT_TRUE(faults.forgotten(90_s, 500_s));
    EXPECT_FALSE(faults.forgotten(150_s, 500_s));
    EXPECT_EQ(faults.restarts(99_s), 0);
    EXPECT_EQ(faults.restarts(150_s), 1);
}

TEST(NetworkFaults, AreNotedWithTheirBeginTheirEndAndHowOftenTheyTookEffect)
{
    Trouble trouble;
    trouble.scenario.from = 50_s;
    trouble.fault(FaultKind::uplink_lossy).where = "bus-3";
    trouble.fault(FaultKind::card_torn);  // the bus's affair
    trouble.fault(FaultKind::stale_lists).at.reset();
    for (int i = 0; i < 7; ++i) trouble.tally.struck(0);

    const auto notes = model::network_fault_notes(trouble.scenario, trouble.tally, 900_s);

    ASSERT_EQ(notes.size(), 4U);
    EXPECT_EQ(notes[0].t, (100_s).count);
    EXPECT_EQ(notes[0].kind, "fault");
    EXPECT_EQ(notes[0].where, "bus-3");
    EXPECT_EQ(notes[0].text, "uplink_lossy: begins");
    EXPECT_EQ(notes[1].t, (150_s).count);
    EXPECT_EQ(notes[1].text, "uplink_lossy: ends, took effect 7 times");
    EXPECT_EQ(notes[2].t, (50_s).count);
    EXPECT_EQ(notes[3].t, (900_s).count);
    EXPECT_EQ(notes[3].text, "stale_lists: ends, took effect 0 times");
}

}  // namespace
