// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/verify/ordered_talk.h"

namespace sim::test
{

namespace
{

TEST(ProtocolOrder, AFlowInItsOrderIsHeldAndEveryStepCounted)
{
    OrderedTalk flow;
    flow.reach(0).command(0x20).command(0x2A).reach(1).ask().told("true").reach(2).reach(3);
    flow.row.outcome = "done";
    EXPECT_EQ(flow.objections(), "");
    const PropertyResult result = property(judged(flow.run), "order_right");
    EXPECT_EQ(result.state, PropertyResult::State::held);
    EXPECT_EQ(result.checked, 8);
}

TEST(ProtocolOrder, NoSignatureBeforeAPinThatWasRight)
{
    EXPECT_EQ(OrderedTalk().command(0x2A).objections(),
              "command 80 2A 00 98 came before \"pin\" was done in this presence of the card");
    EXPECT_EQ(OrderedTalk().command(0x20, 0x63C2).command(0x2A).objections(),
              "command 80 2A 00 98 came before \"pin\" was done in this presence of the card");
}

TEST(ProtocolOrder, APinCountsInItsOwnPresenceOnly)
{
    EXPECT_EQ(OrderedTalk().command(0x20).laid_down().command(0x2A).objections(),
              "command 80 2A 00 98 came before \"pin\" was done in this presence of the card");
}

TEST(ProtocolOrder, NothingIsCommittedBeforeTheAnswerHasArrived)
{
    OrderedTalk lost;
    lost.command(0x20).command(0x2A).ask().told("true", -1).reach(3);
    EXPECT_EQ(lost.objections(), "U3 came before \"agreed\" was done");
    OrderedTalk refused;
    refused.command(0x20).command(0x2A).ask().told("false").reach(3);
    EXPECT_EQ(refused.objections(), "U3 came before \"agreed\" was done");
}

TEST(ProtocolOrder, WhoIsDoneHasReachedU3)
{
    OrderedTalk flow;
    flow.row.outcome = "done";
    flow.run.flows = {flow.row};
    EXPECT_EQ(all_findings(judged(flow.run)),
              "order_right: flow 1 (S02 at counter-1) is done but never reached U3\n");
}

TEST(ProtocolOrder, AMessageIsSentAgainAsItWas)
{
    OrderedTalk same;
    same.command(0x20).command(0x2A).ask().ask();
    EXPECT_EQ(same.objections(), "");
    OrderedTalk other;
    other.command(0x20).command(0x2A).ask().ask("[]");
    EXPECT_EQ(other.objections(),
              "message 2 (ask, counter-1 to register) is another \"asks\" than before");
}

TEST(ProtocolOrder, AsManyCardsHaveDoneItAsTheMessageNames)
{
    OrderedTalk flow;
    flow.command(0x20).command(0x2A).ask(R"(["a","b",""])");
    EXPECT_EQ(
        flow.objections(),
        "message 1 (ask, counter-1 to register) names 2 in \"holders\", but \"signed\" was done "
        "with 1 cards");
    OrderedTalk both;
    both.command(0x20).command(0x2A).laid_down();
    ++both.card;
    both.command(0x20).command(0x2A).ask(R"(["a","b",""])");
    EXPECT_EQ(both.objections(), "");
}

TEST(ProtocolOrder, AMessageBelongsToTheFlowThatItsThreadNames)
{
    const char* const close = R"({"kind":"close","ride":4})";
    OrderedTalk flow;
    flow.say("counter-1", "register", close);
    flow.run.messages.back().flow = 1;
    flow.row.flow = 0;
    flow.say("counter-1", "register", close);
    flow.row.flow = 1;
    flow.command(0x20).command(0x2A);
    EXPECT_EQ(flow.objections(), "command 80 2A 00 98 came after \"closed\"");
    EXPECT_EQ(property(judged(flow.run), "order_right").checked, 4);
}

TEST(ProtocolOrder, WhatIsNoStepIsNamed)
{
    EXPECT_EQ(OrderedTalk().command(0xB0).objections(), "command 00 B0 00 98 is no step of it");
    EXPECT_EQ(OrderedTalk().say("counter-1", "shop", R"({"kind":"ask"})").objections(),
              "message 1 (ask, counter-1 to shop) is no step of it");
    EXPECT_EQ(OrderedTalk().say("counter-1", "register", "\x01\n").objections(),
              "message 1 (, counter-1 to register) is no step of it");
}

TEST(ProtocolOrder, TimePointsRunForwardsInEveryService)
{
    OrderedTalk flow;
    flow.row.service = "S18";
    flow.row.u = {50, 40, -1, 60, -1};
    flow.run.flows = {flow.row};
    EXPECT_EQ(all_findings(judged(flow.run)), "order_right: flow 1 (S18) reached U0 after U1\n");
}

TEST(ProtocolOrder, WithoutAnOrderFileNothingIsTested)
{
    OrderedTalk flow;
    flow.command(0x2A).run.scenario.order.reset();
    EXPECT_EQ(flow.objections(), "");
}

}  // namespace

}  // namespace sim::test
