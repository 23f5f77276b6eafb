// SPDX-License-Identifier: Apache-2.0
#include "tests/models/service/service_desk.h"

namespace
{

using namespace fw::literals;
using sim::FaultKind;
using sim::Form;
using test_support::ServiceNetwork;

TEST_F(ServiceNetwork, BringsAnAnswerBackAfterBothWaysAndTheWork)
{
    fw::Nanos answered{};
    std::string to;
    run({[&](model::Desk& desk) {
        desk.wait_until(1_s);
        to = desk.call("registry", Form("hello"), 5_s)->text("to").value_or("");
        answered = desk.now();
    }});

    EXPECT_EQ(to, "counter-1");
    EXPECT_EQ(answered, 1_s + 120_ms);
    EXPECT_EQ(end, 1_s + 120_ms);
}

TEST_F(ServiceNetwork, RecordsEveryMessageAsTheBytesThatWereSent)
{
    run({[&](model::Desk& desk) {
        const std::uint32_t flow = desk.begin_flow();
        (void)desk.call("registry", Form("hello").set("ask", "authority"), 5_s);
        sim::FlowRow row;
        row.flow = flow;
        row.service = "S02";
        desk.end_flow(row);
        (void)desk.call("registry", Form("later"), 5_s);
    }});

    ASSERT_EQ(kept.messages.size(), 6U);
    const auto& ask = kept.messages[0];
    EXPECT_EQ(std::string(ask.bytes.begin(), ask.bytes.end()),
              R"({"ask":"authority","kind":"hello"})");
    EXPECT_EQ(ask.sender, "counter-1");
    EXPECT_EQ(ask.receiver, "registry");
    EXPECT_EQ(ask.received - ask.sent, (10_ms).count);
    EXPECT_EQ(kept.messages[1].sender, "registry");
    EXPECT_EQ(kept.messages[1].receiver, "authority");
    EXPECT_EQ(kept.messages[2].answers, kept.messages[1].message);
    EXPECT_EQ(kept.messages[3].answers, ask.message);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(kept.messages[i].flow, 1U) << i;
    EXPECT_EQ(kept.messages[4].flow, 0U);
    ASSERT_EQ(kept.flows.size(), 1U);
}

TEST_F(ServiceNetwork, LetsARequestWaitUntilAWorkerIsFree)
{
    std::array<fw::Nanos, 2> answered{};
    const auto caller = [&](std::size_t who) {
        return [&answered, who](model::Desk& desk) {
            ASSERT_TRUE(desk.call("registry", Form("hello"), 5_s));
            answered[who] = desk.now();
        };
    };
    run({caller(0), caller(1)});

    EXPECT_EQ(answered[0], 120_ms);
    EXPECT_EQ(answered[1], 220_ms);
}

TEST_F(ServiceNetwork, GivesUpAtTheDeadlineThoughTheOtherEndActs)
{
    bool answered = true;
    fw::Nanos now{};
    run({[&](model::Desk& desk) {
        answered = desk.call("registry", Form("hello"), 50_ms).has_value();
        now = desk.now();
        // The old answer does not pass for the next one's.
        EXPECT_EQ(desk.call("registry", Form("again"), 5_s)->kind(), "thanks");
        EXPECT_EQ(desk.now(), 220_ms);
    }});

    EXPECT_FALSE(answered);
    EXPECT_EQ(now, 50_ms);
    EXPECT_EQ(first.served.size(), 2U);
}

TEST_F(ServiceNetwork, LosesWhatIsSentWhileTheDesksLinkIsDown)
{
    fault(FaultKind::uplink_down, "counter-1", 0_s, 10_s);
    std::array<bool, 2> answered{};
    const auto caller = [&](std::size_t who) {
        return [&answered, who](model::Desk& desk) {
            desk.wait_until(1_s);
            answered[who] = desk.call("registry", Form("hello"), 1_s).has_value();
        };
    };
    run({caller(0), caller(1)});

    EXPECT_FALSE(answered[0]);
    EXPECT_TRUE(answered[1]);
    EXPECT_EQ(kept.messages[0].received, -1);
    EXPECT_EQ(first.served.size(), 1U);
}

TEST_F(ServiceNetwork, MayDeliverARequestTwiceAndAnswersTheCallerOnce)
{
    fault(FaultKind::uplink_duplicate, "counters", 0_s, 10_s);
    int answers = 0;
    run({[&](model::Desk& desk) {
        answers += desk.call("registry", Form("hello"), 500_ms) ? 1 : 0;
        answers += desk.call("registry", Form("again"), 500_ms) ? 1 : 0;
    }});

    EXPECT_EQ(answers, 2);
    EXPECT_EQ(first.served.size(), 4U);
    EXPECT_EQ(kept.messages[0].message, kept.messages[1].message);
}

TEST_F(ServiceNetwork, IsSilentWhileTheCloudIsDown)
{
    fault(FaultKind::cloud_down, "all", 0_s, 10_s);
    bool answered = true;
    run({[&](model::Desk& desk) {
        answered = desk.call("registry", Form("hello"), 1_s).has_value();
        desk.wait_until(11_s);
        EXPECT_TRUE(desk.call("registry", Form("hello"), 1_s));
    }});

    EXPECT_FALSE(answered);
    EXPECT_EQ(first.served.size(), 1U);
    EXPECT_FALSE(kept.notes.empty());
}

TEST_F(ServiceNetwork, CarriesMessagesBetweenBackEndsAtTheRateOfTheirLine)
{
    wire = [this](model::ServiceNetworkModule& network) {
        network.join("registry", "authority", "line", link, 8);  // a byte takes 1 ms
    };
    fw::Nanos answered{};
    run({[&](model::Desk& desk) {
        ASSERT_TRUE(desk.call("registry", Form("hello").set("ask", "authority"), 5_s));
        answered = desk.now();
    }});

    // {"kind":"check"} there, {"heard":"","kind":"thanks","to":"registry"} back
    EXPECT_EQ(answered, 10_ms + 100_ms + 16_ms + 10_ms + 100_ms + 44_ms + 10_ms + 10_ms);
}

}  // namespace
