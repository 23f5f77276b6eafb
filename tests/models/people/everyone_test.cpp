// SPDX-License-Identifier: Apache-2.0
#include "models/people/everyone.h"

#include <gtest/gtest.h>

#include "models/people/link_plan.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

// Three riders, the last in cash, a customer who walks into a shop, and two more residents.
class SendingEveryone : public testing::Test
{
protected:
    SendingEveryone()
    {
        scenario.tariff_date = *sim::parse_date("2026-06-10");
        scenario.to = {3'600'000'000'000};
        scenario.linking.emplace();
        sim::Residents& all = scenario.residents.emplace();
        all.count = 5;
        all.population.municipality = "here";
        all.population.ages = {{20, 60, 1'000'000}};
        all.population.districts = {{"centre", "here", 900'000}, {"away", "there", 100'000}};
        people.holders.resize(3);
        for (const std::uint32_t card : {0U, 1U, Rider::cash}) {
            Rider rider;
            rider.card = card;
            people.riders.push_back(rider);
        }
        shops.sales.push_back({.card = 2});
        scenario.everyone.emplace();
    }
    std::vector<Attempt> send(const sim::ResidentKind& kind,
                              const std::vector<std::string>& services)
    {
        scenario.everyone->kinds = {kind};
        scenario.everyone->services = services;
        residents = draw_residents(scenario, people);
        return draw_everyone(scenario, people, shops, residents);
    }
    static sim::ResidentKind kind(const char* id)
    {
        sim::ResidentKind one;
        one.id = id;
        return one;
    }

    sim::Scenario scenario;
    People people;
    ShopDay shops;
    std::vector<Resident> residents;
};

TEST_F(SendingEveryone, SendsOneAfterTheOtherThroughTheWindow)
{
    const auto tries = send(kind("adult"), {"bus", "shop", "card_sale"});

    ASSERT_EQ(tries.size(), 3U);
    EXPECT_EQ(tries[0].at, (fw::Nanos{900'000'000'000}));
    EXPECT_EQ(tries[2].at, (fw::Nanos{2'700'000'000'000}));
}

TEST_F(SendingEveryone, MakesAMemberOfWhoTriesToBuyAPassAndCouldHaveJoined)
{
    const auto able = send(kind("adult"), {"pass"});
    EXPECT_TRUE(people.holders[residents[able[0].resident].card].linked);

    people.holders.assign(3, {});
    sim::ResidentKind without = kind("without_phone");
    without.smartphone = false;
    const auto unable = send(without, {"pass"});
    EXPECT_FALSE(people.holders[residents[unable[0].resident].card].linked);
}

TEST_F(SendingEveryone, EndsTheLinkOfAMemberAtTheCounter)
{
    const auto sent = send(kind("adult"), {"unlink"});
    EXPECT_TRUE(people.holders[residents[sent[0].resident].card].linked);
    const LinkPlan plan = draw_link_plan(scenario, people, residents, sent);
    ASSERT_EQ(plan.counter.size(), 1U);
    EXPECT_EQ(plan.counter[0].errand, LinkErrand::erase);
    EXPECT_TRUE(plan.phone.empty());
}

TEST_F(SendingEveryone, IsNothingUnlessAskedFor)
{
    scenario.everyone.reset();
    residents = draw_residents(scenario, people);
    EXPECT_TRUE(draw_everyone(scenario, people, shops, residents).empty());
}

TEST_F(SendingEveryone, TakesAnotherPersonForEachService)
{
    const auto sent = send(kind("adult"), {"bus", "shop", "link_counter"});
    EXPECT_EQ(sent[0].resident, 0U);
    EXPECT_EQ(sent[0].subject, 0);
    EXPECT_EQ(sent[1].resident, 2U);
    EXPECT_EQ(sent[1].subject, 0);
    EXPECT_EQ(sent[2].resident, 1U);
    EXPECT_EQ(sent[2].subject, -1);
    for (const Attempt& one : sent) EXPECT_EQ(one.lacks, "");
}

TEST_F(SendingEveryone, MakesTheResidentAndTheHolderOfTheirCardWhatTheKindIs)
{
    sim::ResidentKind pupil = kind("pupil");
    pupil.age = 10;
    pupil.signature = false;
    pupil.municipality = "there";
    const auto sent = send(pupil, {"bus"});
    const Resident& one = residents[sent[0].resident];
    EXPECT_EQ(sim::age_on(one.birth, scenario.tariff_date, true), 10);
    EXPECT_EQ(one.district, 1);
    EXPECT_TRUE(one.my_number_card);
    EXPECT_FALSE(one.signature);
    EXPECT_EQ(people.holders[0].birth, one.birth);
    EXPECT_EQ(people.holders[0].card_type, 1);
    EXPECT_FALSE(people.holders[0].lives_here);
}

TEST_F(SendingEveryone, SaysWhatTheyLackWhoHaveNoTransitCard)
{
    sim::ResidentKind bare = kind("bare");
    bare.transit_card = bare.my_number_card = bare.signature = false;
    const auto sent = send(bare, {"bus", "link_counter"});
    EXPECT_EQ(sent[0].subject, -1);
    EXPECT_EQ(sent[0].resident, 3U);
    EXPECT_EQ(sent[0].lacks, "no_transit_card");
    EXPECT_EQ(sent[1].resident, 4U);
    EXPECT_EQ(sent[1].lacks, "no_transit_card");
    EXPECT_EQ(residents[4].card, Resident::no_card);
}

TEST_F(SendingEveryone, NamesFirstWhatTheDeskAsksForFirst)
{
    sim::ResidentKind bare = kind("bare");
    bare.my_number_card = bare.signature = bare.smartphone = false;
    const auto sent = send(bare, {"link_phone", "link_counter", "taxi"});
    EXPECT_EQ(sent[0].lacks, "no_phone");
    EXPECT_EQ(sent[1].lacks, "no_my_number_card");
    EXPECT_EQ(sent[2].lacks, "no_my_number_card");
}

TEST_F(SendingEveryone, RefusesWhenThereAreTooFewForAll)
{
    const std::vector<std::string> rides(3, "bus");
    EXPECT_THROW(send(kind("adult"), rides), sim::ScenarioError);
}

TEST_F(SendingEveryone, GoesToTheDeskThatIsMeant)
{
    const auto sent = send(kind("adult"), {"link_counter", "link_phone", "bus"});
    const LinkPlan plan = draw_link_plan(scenario, people, residents, sent);
    ASSERT_EQ(plan.counter.size(), 1U);
    ASSERT_EQ(plan.phone.size(), 1U);
    EXPECT_EQ(plan.counter[0].resident, sent[0].resident);
    EXPECT_EQ(plan.counter[0].errand, LinkErrand::light);
    EXPECT_EQ(plan.phone[0].errand, LinkErrand::full);
    EXPECT_EQ(plan.phone[0].mishap, LinkMishap::none);
}

}  // namespace

}  // namespace model
