// SPDX-License-Identifier: Apache-2.0
#include "sim/link/mobile_link.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace
{

using namespace fw::literals;

sim::LinkParameters constant(fw::Nanos up, fw::Nanos down)
{
    sim::LinkParameters parameters;
    parameters.up = {sim::Distribution::Kind::constant, up, {}, 0};
    parameters.down = {sim::Distribution::Kind::constant, down, {}, 0};
    return parameters;
}

sim::MobileLink link_of(const sim::LinkTimes& times, std::uint64_t bus = 0, std::uint64_t seed = 1)
{
    return {times, sim::RngStream(seed, "mobile-link"), bus, {}, 0_s, 7200_s};
}

// A link that is down at these times.
struct BrokenLink {
    BrokenLink(const sim::LinkTimes& times, const std::vector<sim::Outage>& outages)
        : scenario(with(outages)),
          tally(4),
          link(times, sim::RngStream(1, "mobile-link"), 0,
               sim::LinkFaults(scenario, {0, 1, 2, 3}, tally), 0_s, 7200_s)
    {
    }
    static sim::Scenario with(std::vector<sim::Outage> outages)
    {
        sim::Scenario scenario;
        outages.resize(4, {9000_s, 9001_s});
        for (const sim::Outage& outage : outages) {
            sim::Fault& fault = scenario.faults.emplace_back();
            fault.at = outage.from;
            fault.lasts = outage.to - outage.from;
        }
        return scenario;
    }
    sim::Scenario scenario;
    sim::FaultTally tally;
    sim::MobileLink link;
};

fw::Nanos median_up(const sim::MobileLink& link)
{
    std::vector<fw::Nanos> latencies;
    for (std::uint64_t message = 0; message < 2001; ++message)
        latencies.push_back(*link.carry_up(0_s, {message}));
    std::nth_element(latencies.begin(), latencies.begin() + 1000, latencies.end());
    return latencies[1000];
}

}  // namespace

TEST(MobileLink, CarriesMessagesBothWaysAfterTheirLatency)
{
    const sim::LinkTimes times(constant(50_ms, 30_ms));
    const sim::MobileLink link = link_of(times);

    EXPECT_EQ(link.carry_up(10_s, {1}), 10_s + 50_ms);
    EXPECT_EQ(link.carry_down(10_s, {1}), 10_s + 30_ms);
}

TEST(MobileLink, LosesAMessageWhenTheRadioIsDownAtItsStartOrItsArrival)
{
    const sim::LinkTimes times(constant(50_ms, 30_ms));
    const BrokenLink broken(times, {{10_s, 20_s}});
    const sim::MobileLink& link = broken.link;

    EXPECT_TRUE(link.carry_up(10_s - 51_ms, {1}));
    EXPECT_FALSE(link.carry_up(10_s - 50_ms, {1}));  // arrives as it goes down
    EXPECT_FALSE(link.carry_up(10_s - 1_ns, {1}));
    EXPECT_FALSE(link.carry_up(10_s, {1}));
    EXPECT_FALSE(link.carry_down(20_s - 1_ns, {1}));  // arrives after it is up again
    EXPECT_TRUE(link.carry_up(20_s, {1}));
}

TEST(MobileLink, CarriesAMessageOverAnOutageItDoesNotTouch)
{
    const sim::LinkTimes times(constant(50_ms, 30_ms));
    const BrokenLink broken(times, {{10_s, 10_s + 20_ms}});
    const sim::MobileLink& link = broken.link;

    EXPECT_TRUE(link.carry_up(10_s - 10_ms, {1}));
}

TEST(MobileLink, MergesOutagesThatOverlapOrTouch)
{
    const sim::LinkTimes times(constant(50_ms, 30_ms));
    const BrokenLink broken(times, {{40_s, 50_s}, {10_s, 20_s}, {15_s, 18_s}, {20_s, 25_s}});
    const sim::MobileLink& link = broken.link;

    ASSERT_EQ(link.outages().size(), 2U);
    EXPECT_EQ(link.outages()[0].from, 10_s);
    EXPECT_EQ(link.outages()[0].to, 25_s);
    EXPECT_EQ(link.outages()[1].from, 40_s);
    EXPECT_EQ(link.outages()[1].to, 50_s);
}

TEST(MobileLink, DrawsOutagesInOrderWithTheMeansAskedFor)
{
    sim::LinkParameters parameters = constant(50_ms, 30_ms);
    parameters.mean_up = 60_s;
    parameters.mean_outage = 3_s;
    const sim::LinkTimes times(parameters);
    const sim::MobileLink link(times, sim::RngStream(1, "mobile-link"), 0, {}, 0_s, 600'000_s);

    fw::Nanos down{}, last{};
    for (const sim::Outage& outage : link.outages()) {
        EXPECT_GT(outage.from, last);
        EXPECT_GT(outage.to, outage.from);
        down += outage.to - outage.from;
        last = outage.to;
    }
    const auto count = static_cast<std::int64_t>(link.outages().size());
    EXPECT_NEAR(static_cast<double>(count), 600'000 / 63.0, 600);
    EXPECT_NEAR(static_cast<double>(down.count / count), 3e9, 0.2e9);
}

TEST(MobileLink, HasNoOutagesUnlessBothMeansAreGiven)
{
    sim::LinkParameters parameters = constant(50_ms, 30_ms);
    parameters.mean_up = 60_s;
    const sim::LinkTimes times(parameters);

    EXPECT_TRUE(link_of(times).outages().empty());
}

TEST(MobileLink, GivesTheSameFateToTheSameMessageAndOthersToOthers)
{
    const sim::LinkTimes times({});
    const sim::MobileLink link = link_of(times), same = link_of(times),
                          other_bus = link_of(times, 1), other_seed = link_of(times, 0, 2);

    EXPECT_EQ(link.carry_up(1_s, {5}), same.carry_up(1_s, {5}));
    EXPECT_EQ(*link.carry_up(1_s, {5}) - 1_s, *link.carry_up(2_s, {5}) - 2_s);
    EXPECT_NE(link.carry_up(1_s, {5}), link.carry_up(1_s, {6}));
    EXPECT_NE(link.carry_up(1_s, {5}), link.carry_down(1_s, {5}));
    EXPECT_NE(link.carry_up(1_s, {5}), other_bus.carry_up(1_s, {5}));
    EXPECT_NE(link.carry_up(1_s, {5}), other_seed.carry_up(1_s, {5}));
}

TEST(MobileLink, HasTheMedianLatencyOfItsParameters)
{
    const sim::LinkTimes lte({});
    EXPECT_NEAR(static_cast<double>(median_up(link_of(lte)).count), 50e6, 2.5e6);
    EXPECT_NEAR(static_cast<double>(median_up(link_of(lte, 77)).count), 50e6, 2.5e6);

    sim::LinkParameters parameters;
    parameters.up = {sim::Distribution::Kind::uniform, 10_ms, 20_ms, 0};
    const sim::LinkTimes even(parameters);
    EXPECT_NEAR(static_cast<double>(median_up(link_of(even)).count), 15e6, 0.5e6);
}

TEST(MobileLink, SharesTheTablesOfItsKindOfLink)
{
    const sim::LinkTimes times({});

    EXPECT_LT(sizeof(sim::MobileLink), 100U);
    for (std::uint64_t bus = 0; bus < 3; ++bus)
        EXPECT_EQ(*link_of(times, bus).carry_up(0_s, {9}),
                  times.up.at(sim::RngStream(1, "mobile-link").bits(bus << 40 | 9, 0)));
}
