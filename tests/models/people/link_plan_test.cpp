// SPDX-License-Identifier: Apache-2.0
#include "models/people/link_plan.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};

// Ten residents with two cards and a phone each, all in one class; those of `linked` have a link.
class LinkingWithLimits : public testing::Test
{
protected:
    LinkingWithLimits()
    {
        scenario.seed = 3;
        scenario.to = minute * 240;
        sim::Linking& linking = scenario.linking.emplace();
        linking.counters = linking.phones = 1;
        people.holders.resize(10);
        for (std::uint32_t card = 0; card < 10; ++card) {
            Resident& one = residents.emplace_back();
            one.card = card;
            one.my_number_card = one.smartphone = true;
            one.access = 1;
        }
    }
    LinkPlan plan()
    {
        scenario.access.emplace().classes = {limits};
        return draw_link_plan(scenario, people, residents);
    }

    sim::Scenario scenario;
    sim::AccessClass limits;
    People people;
    std::vector<Resident> residents;
};

TEST_F(LinkingWithLimits, GoesToACounterLaterWhereThePhoneFindsNoNetwork)
{
    scenario.linking->members = 10;

    limits.network = false;
    limits.on_foot = minute * 70;
    const LinkPlan plan = this->plan();

    ASSERT_EQ(plan.phone.size(), 10U);
    ASSERT_EQ(plan.counter.size(), 10U);
    for (std::size_t i = 0; i < 10; ++i) {
        EXPECT_EQ(plan.phone[i].lacks, without_network);
        EXPECT_EQ(plan.counter[i].lacks, "");
        EXPECT_EQ(plan.counter[i].resident, plan.phone[i].resident);
        EXPECT_EQ(plan.counter[i].errand, LinkErrand::light);
        EXPECT_EQ(plan.counter[i].arrives, plan.phone[i].arrives + minute * 70);
    }
}

TEST_F(LinkingWithLimits, EndsALinkAtACounterWithoutAPhone)
{
    for (CardHolder& one : people.holders) one.linked = true;
    scenario.linking->deletions = 10;

    EXPECT_EQ(plan().phone.size(), 4U);
    limits.phone = false;
    EXPECT_TRUE(plan().phone.empty());
}

TEST_F(LinkingWithLimits, TakesItsHandsAndItsPatienceAlong)
{
    scenario.linking->visitors = 10;

    limits.hands_percent = 250;
    limits.patience = minute * 5;

    for (const LinkVisit& one : plan().counter) {
        EXPECT_EQ(one.hands.take(minute * 2), minute * 5);
        EXPECT_EQ(one.patience, minute * 5);
    }
}

}  // namespace

}  // namespace model
