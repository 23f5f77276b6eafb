// SPDX-License-Identifier: Apache-2.0
#include "sim/link/link_faults.h"

#include <gtest/gtest.h>

#include <set>

#include "sim/link/mobile_link.h"

// What each fault between bus and depot does to a message.
namespace
{

using namespace fw::literals;
using sim::FaultKind;

struct FaultyLink {
    sim::Scenario scenario;

    sim::Fault& fault(FaultKind kind, fw::Nanos at = 100_s, fw::Nanos lasts = 100_s)
    {
        sim::Fault& fault = scenario.faults.emplace_back();
        fault.kind = kind;
        fault.at = at;
        fault.lasts = lasts;
        return fault;
    }
    sim::MobileLink link()
    {
        sim::LinkParameters parameters;
        parameters.up = {sim::Distribution::Kind::constant, 50_ms, {}, 0};
        parameters.down = {sim::Distribution::Kind::constant, 30_ms, {}, 0};
        times = sim::LinkTimes(parameters);
        tally = sim::FaultTally(scenario.faults.size());
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < scenario.faults.size(); ++i) all.push_back(i);
        return {times, sim::RngStream(1, "mobile-link"),
                0,     sim::LinkFaults(scenario, all, tally),
                0_s,   7200_s};
    }

    sim::LinkTimes times{sim::LinkParameters{}};
    sim::FaultTally tally{0};
};

}  // namespace

TEST(LinkFaults, SlowMessagesTakeLongerBothWaysWhileItLasts)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::uplink_slow).delay = 2_s;
    const sim::MobileLink link = faulty.link();

    EXPECT_EQ(link.carry_up(99_s, {1, 1}), 99_s + 50_ms);
    EXPECT_EQ(link.carry_up(100_s, {1, 1}), 102_s + 50_ms);
    EXPECT_EQ(link.carry_down(150_s, {1, 1}), 152_s + 30_ms);
    EXPECT_EQ(link.carry_down(200_s, {1, 1}), 200_s + 30_ms);
    EXPECT_EQ(faulty.tally.of(0), 2);
}

TEST(LinkFaults, ALossyLinkLosesItsShareOfMessages)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::uplink_lossy).share_ppm = 300'000;
    const sim::MobileLink link = faulty.link();

    int lost = 0;
    for (std::uint64_t name = 0; name < 2000; ++name)
        lost += link.carry_up(150_s, {1, name}) ? 0 : 1;

    EXPECT_NEAR(lost, 600, 60);
    EXPECT_EQ(faulty.tally.of(0), lost);
    EXPECT_TRUE(link.carry_up(99_s, {1, 5}));
}

TEST(LinkFaults, AMessageMeetsTheSameFateWhateverWasSentBeforeIt)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::uplink_lossy).share_ppm = 500'000;
    const sim::MobileLink link = faulty.link();

    std::set<bool> again_later;
    for (std::uint64_t name = 0; name < 50; ++name) {
        const bool carried = link.carry_up(150_s, {1, name}).has_value();
        EXPECT_EQ(link.carry_up(150_s, {77, name}).has_value(), carried);
        if (!carried) again_later.insert(link.carry_up(160_s, {1, name}).has_value());
    }
    EXPECT_EQ(again_later.size(), 2U);  // a message sent again is drawn again
}

TEST(LinkFaults, AHeldUpBatchIsOvertaken)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::uplink_reorder, 100_s, 1_s).delay = 5_s;
    const sim::MobileLink link = faulty.link();

    EXPECT_EQ(link.carry_batch(100_s, {1, 1}).arrives, 105_s + 50_ms);
    EXPECT_EQ(link.carry_batch(101_s, {2, 2}).arrives, 101_s + 50_ms);
    EXPECT_EQ(link.carry_up(100_s, {3, 3}), 100_s + 50_ms);  // questions are not
}

TEST(LinkFaults, ADuplicatedBatchArrivesTwiceUnlessItIsLost)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::uplink_duplicate).delay = 5_s;
    faulty.fault(FaultKind::uplink_down, 150_s, 10_s);
    const sim::MobileLink link = faulty.link();

    const sim::Carried twice = link.carry_batch(120_s, {1, 1});
    EXPECT_EQ(twice.arrives, 120_s + 50_ms);
    EXPECT_EQ(twice.again, (std::vector<fw::Nanos>{125_s + 50_ms}));
    EXPECT_TRUE(link.carry_batch(148_s, {1, 1}).again.empty());  // the second into the outage
    const sim::Carried lost = link.carry_batch(152_s, {1, 1});
    EXPECT_FALSE(lost.arrives);
    EXPECT_TRUE(lost.again.empty());
    EXPECT_EQ(faulty.tally.of(1), 1);
}

TEST(LinkFaults, AReplayedBatchComesAgainThoughTheFirstWasLost)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::uplink_replay).delay = 600_s;
    faulty.fault(FaultKind::uplink_down, 150_s, 10_s);
    const sim::MobileLink link = faulty.link();

    EXPECT_EQ(link.carry_batch(120_s, {1, 1}).again, (std::vector<fw::Nanos>{720_s}));
    const sim::Carried lost = link.carry_batch(152_s, {1, 1});
    EXPECT_FALSE(lost.arrives);
    EXPECT_EQ(lost.again, (std::vector<fw::Nanos>{752_s}));
}

TEST(LinkFaults, ListsAreStaleWhileItLasts)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::stale_lists);
    const sim::MobileLink link = faulty.link();

    EXPECT_FALSE(link.faults().lists_are_stale(99_s));
    EXPECT_TRUE(link.faults().lists_are_stale(100_s));
    EXPECT_FALSE(link.faults().lists_are_stale(200_s));
}

TEST(LinkFaults, OnlyTheFaultsOfTheBusAreItsOwn)
{
    FaultyLink faulty;
    faulty.fault(FaultKind::uplink_slow).delay = 2_s;
    faulty.fault(FaultKind::cloud_down);
    sim::FaultTally tally(2);
    const sim::LinkFaults none(faulty.scenario, {1}, tally);

    EXPECT_EQ(none.delay(150_s), 0_s);
    EXPECT_TRUE(none.outages().empty());
}
