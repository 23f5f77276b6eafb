// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/verify/judged.h"

namespace sim::test
{

namespace
{

// An adult and a child who try the bus and the counter; the adult's flow is the test's.
struct Tries {
    Tries()
    {
        run.ride(0, 0, 2, 290);
        run.ride(1, 0, 2, 290);
        run.scenario.everyone.emplace();
        ResidentKind adult, child;
        adult.id = "adult";
        child.id = "child";
        run.scenario.everyone->kinds = {adult, child};
        run.scenario.everyone->services = {"bus", "link_counter"};
        run.scenario.everyone->dead_ends = {
            {{"child"}, {"link_counter"}, "no_my_number_card", "children have none here", 0}};
        run.others = {AttemptRow{"adult", "bus", 1, 0, ""},
                      AttemptRow{"adult", "link_counter", 2, -1, ""},
                      AttemptRow{"child", "bus", 3, 1, ""},
                      AttemptRow{"child", "link_counter", 4, -1, "no_my_number_card"}};
        end(2, "done", "");
        end(4, "failed", "no_my_number_card");
    }
    void end(std::uint32_t resident, const char* outcome, const char* reason)
    {
        FlowRow flow;
        flow.flow = resident;
        flow.service = "S02";
        flow.resident = resident;
        flow.outcome = outcome;
        flow.reason = reason;
        run.flows.push_back(flow);
    }
    FlowRow& adult() { return run.flows[0]; }
    FlowRow& child() { return run.flows[1]; }

    SmallRun run;
};

TEST(DeadEnds, AsToldAreHeldAndListed)
{
    Tries tries;
    const Judgement judgement = judged(tries.run);
    EXPECT_EQ(all_findings(judgement), "");
    EXPECT_EQ(property(judgement, "dead_ends_as_told").checked, 4);
    ASSERT_EQ(judgement.tried.size(), 4U);
    EXPECT_TRUE(judgement.tried[2].done);
    EXPECT_EQ(judgement.tried[3].reason, "no_my_number_card");
}

TEST(DeadEnds, OneThatWasNotToldIsAFinding)
{
    Tries tries;
    tries.adult().outcome = "refused";
    tries.adult().reason = "expired";
    EXPECT_EQ(all_findings(judged(tries.run)),
              "dead_ends_as_told: adult at link_counter is a dead end: expired\n");
}

TEST(DeadEnds, OneThatIsNoMoreIsAFinding)
{
    Tries tries;
    tries.child().outcome = "done";
    EXPECT_EQ(
        all_findings(judged(tries.run)),
        "dead_ends_as_told: child at link_counter comes to its end, not to no_my_number_card\n");
}

TEST(DeadEnds, OneForAnotherReasonIsAFinding)
{
    Tries tries;
    tries.child().reason = "no_phone";
    EXPECT_EQ(all_findings(judged(tries.run)),
              "dead_ends_as_told: child at link_counter is a dead end for no_phone, not for "
              "no_my_number_card\n");
}

TEST(DeadEnds, ATryThatNoServiceHeardOfIsADeadEnd)
{
    Tries tries;
    tries.run.flows.erase(tries.run.flows.begin());
    EXPECT_EQ(all_findings(judged(tries.run)),
              "dead_ends_as_told: adult at link_counter is a dead end: never_tried\n");
}

TEST(DeadEnds, ARiderWhoseCardWasRefusedHasNotRidden)
{
    Tries tries;
    tries.run.scenario.everyone->dead_ends.clear();
    tries.run.flows[1].outcome = "done";
    tries.run.taps[1].rider = 9;
    tries.run.taps[0].event.verdict = fw::TapVerdict::refused_listed;
    const std::string found = all_findings(judged(tries.run));
    EXPECT_NE(found.find("dead_ends_as_told: adult at bus is a dead end: refused_listed\n"),
              std::string::npos)
        << found;
}

TEST(DeadEnds, EverybodyIsToTryEverything)
{
    Tries tries;
    tries.run.others.pop_back();
    EXPECT_EQ(all_findings(judged(tries.run)),
              "dead_ends_as_told: 3 tries were made, not each of 2 kinds at each of 2 services\n");
}

}  // namespace

}  // namespace sim::test
