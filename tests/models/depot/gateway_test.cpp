// SPDX-License-Identifier: Apache-2.0
#include "models/depot/gateway.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>

namespace
{

using namespace fw::literals;

model::DepotGateway gateway_of(fw::Nanos backhaul, fw::Nanos forward_time)
{
    sim::DepotParameters parameters;
    parameters.backhaul = {sim::Distribution::Kind::constant, backhaul, {}, 0};
    parameters.forward_time = forward_time;
    return {parameters, sim::RngStream(1, "depot/x")};
}

}  // namespace

TEST(DepotGateway, ForwardsABatchAfterItsOwnTimeAndTheBackhaul)
{
    model::DepotGateway gateway = gateway_of(5_ms, 2_ms);

    EXPECT_EQ(gateway.forward(100_ms), 107_ms);
    EXPECT_EQ(gateway.forward(200_ms), 207_ms);
}

TEST(DepotGateway, HandlesOneBatchAtATimeInOrderOfArrival)
{
    model::DepotGateway gateway = gateway_of(5_ms, 2_ms);

    EXPECT_EQ(gateway.forward(100_ms), 107_ms);
    EXPECT_EQ(gateway.forward(100_ms), 109_ms);
    EXPECT_EQ(gateway.forward(101_ms), 111_ms);
    EXPECT_EQ(gateway.forward(106_ms), 113_ms);
}

TEST(DepotGateway, SendsAnswersBackWithoutAQueue)
{
    model::DepotGateway gateway = gateway_of(5_ms, 2_ms);
    gateway.forward(100_ms);

    EXPECT_EQ(gateway.backward(100_ms, 7), 105_ms);
    EXPECT_EQ(gateway.backward(100_ms, 8), 105_ms);
}

TEST(DepotGateway, DrawsTheBackhaulAnewForEveryBatchAndMessage)
{
    sim::DepotParameters parameters;
    parameters.backhaul = {sim::Distribution::Kind::exponential, 5_ms, {}, 0};
    model::DepotGateway gateway(parameters, sim::RngStream(1, "depot/x"));
    const model::DepotGateway again(parameters, sim::RngStream(1, "depot/x"));

    EXPECT_NE(gateway.forward(1_s) - 1_s, gateway.forward(2_s) - 2_s);
    EXPECT_NE(gateway.backward(1_s, 1), gateway.backward(1_s, 2));
    EXPECT_EQ(gateway.backward(1_s, 1), again.backward(1_s, 1));
}

TEST(DepotGateway, KnowsTheNewestListPublishedByNow)
{
    model::DepotGateway gateway = gateway_of(5_ms, 2_ms);
    EXPECT_EQ(gateway.newest_lists(1_s), 0U);

    gateway.publish({0_s, 60_s, 120_s});

    EXPECT_EQ(gateway.newest_lists(0_s), 1U);
    EXPECT_EQ(gateway.newest_lists(59_s), 1U);
    EXPECT_EQ(gateway.newest_lists(60_s), 2U);
    EXPECT_EQ(gateway.newest_lists(999_s), 3U);
}

RC_GTEST_PROP(DepotGatewayProperty, NeverForwardsTwoBatchesCloserThanItsForwardTime, ())
{
    const auto forward_time = fw::Nanos{*rc::gen::inRange(0, 1000)};
    model::DepotGateway gateway = gateway_of(5_ms, forward_time);
    auto arrivals = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5000));
    std::sort(arrivals.begin(), arrivals.end());

    fw::Nanos last{-1'000'000};
    for (const int arrived : arrivals) {
        const fw::Nanos forwarded = gateway.forward({arrived}) - 5_ms;
        RC_ASSERT(forwarded - last >= forward_time);
        RC_ASSERT(forwarded - fw::Nanos{arrived} >= forward_time);
        last = forwarded;
    }
}
