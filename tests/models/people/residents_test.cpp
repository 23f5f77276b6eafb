// SPDX-License-Identifier: Apache-2.0
#include "models/people/residents.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace
{

using model::Condition;
using model::Licence;
using model::Resident;

class Residents : public testing::Test
{
protected:
    Residents()
    {
        scenario.seed = 7;
        scenario.tariff_date = *sim::parse_date("2026-06-10");
        sim::Residents& all = scenario.residents.emplace();
        all.count = 20'000;
        all.population.municipality = "here";
        all.population.ages = {{0, 14, 200'000}, {15, 64, 500'000}, {65, 99, 300'000}};
        all.population.districts = {
            {"centre", "here", 600'000}, {"hill", "here", 100'000}, {"away", "there", 300'000}};
    }
    int age(const Resident& one) const
    {
        return sim::age_on(one.birth, scenario.tariff_date, true);
    }
    template <class Is>
    double share(const std::vector<Resident>& all, Is is) const
    {
        return static_cast<double>(std::count_if(all.begin(), all.end(), is)) /
               static_cast<double>(all.size());
    }

    sim::Scenario scenario;
    model::People people;
};

TEST_F(Residents, AreNoneUnlessAskedFor)
{
    scenario.residents.reset();

    EXPECT_TRUE(draw_residents(scenario, people).empty());
}

TEST_F(Residents, HaveTheAgesAndDistrictsAskedFor)
{
    const auto all = draw_residents(scenario, people);

    ASSERT_EQ(all.size(), 20'000U);
    EXPECT_NEAR(share(all, [&](const auto& one) { return age(one) <= 14; }), 0.2, 0.02);
    EXPECT_NEAR(share(all, [&](const auto& one) { return age(one) >= 65; }), 0.3, 0.02);
    EXPECT_NEAR(share(all, [](const auto& one) { return one.district == 2; }), 0.3, 0.02);
    for (const Resident& one : all) {
        ASSERT_GE(age(one), 0);
        ASSERT_LE(age(one), 100);
    }
}

TEST_F(Residents, StartWithTheHoldersOfTheRunsCards)
{
    model::CardHolder holder;
    holder.birth = *sim::parse_date("1950-02-28");
    holder.card_type = 2;
    people.holders.assign(1000, holder);
    for (std::size_t i = 0; i < 500; ++i) people.holders[i].lives_here = true;

    const auto all = draw_residents(scenario, people);

    for (std::uint32_t i = 0; i < 1000; ++i) {
        ASSERT_EQ(all[i].card, i);
        ASSERT_EQ(all[i].birth, holder.birth);
        ASSERT_EQ(all[i].condition, Condition::disabled);
        ASSERT_EQ(lives_in(scenario.residents->population, all[i], "here"), i < 500) << i;
    }
    EXPECT_EQ(all[1000].card, Resident::no_card);
}

TEST_F(Residents, HoldOnlyWhatTheirAgeAllows)
{
    scenario.residents->population.pregnant_ppm = 200'000;
    scenario.residents->population.care_ppm = 200'000;

    for (const Resident& one : draw_residents(scenario, people)) {
        ASSERT_TRUE(!one.signature || (one.my_number_card && age(one) >= 15));
        ASSERT_TRUE(one.licence == Licence::none || age(one) >= 18);
        ASSERT_TRUE(one.licence != Licence::returned || age(one) >= 65);
        ASSERT_TRUE(one.condition != Condition::pregnant || (age(one) >= 18 && age(one) < 45));
        ASSERT_TRUE(one.condition != Condition::care || age(one) >= 65);
    }
}

TEST_F(Residents, AreTheSamePeopleHoweverManyAreDrawn)
{
    const auto many = draw_residents(scenario, people);
    scenario.residents->count = 10;
    const auto few = draw_residents(scenario, people);

    for (std::size_t i = 0; i < few.size(); ++i) {
        EXPECT_EQ(few[i].birth, many[i].birth);
        EXPECT_EQ(few[i].district, many[i].district);
    }
}

TEST_F(Residents, AreInTheFirstClassOfAccessTheyFallInto)
{
    scenario.access.emplace().classes = {
        {"hills", 500'000, 100, true, false, {"hill"}},
        {"slow", 200'000, 250, true, true, {}},
        {"no_phone", 100'000, 100, false, true, {}},
    };
    const auto all = draw_residents(scenario, people);

    for (const Resident& one : all) {
        ASSERT_TRUE(one.access != 1 || one.district == 1);
        ASSERT_TRUE(one.access != 3 || !one.smartphone);
        ASSERT_EQ(hands_of(scenario, one).percent, one.access == 2 ? 250 : 100);
    }
    EXPECT_NEAR(share(all, [](const auto& one) { return one.access == 1; }), 0.05, 0.01);
    EXPECT_NEAR(share(all, [](const auto& one) { return one.access == 2; }), 0.2, 0.02);
    EXPECT_NEAR(share(all, [](const auto& one) { return one.access == 3; }), 0.1, 0.02);
}

TEST_F(Residents, AreTheSamePeopleWithOtherHands)
{
    const auto before = draw_residents(scenario, people);
    scenario.access.emplace().classes = {{"slow", 500'000, 400, true, true, {}}};
    const auto after = draw_residents(scenario, people);

    for (std::size_t i = 0; i < before.size(); ++i) {
        ASSERT_EQ(before[i].birth, after[i].birth);
        ASSERT_EQ(before[i].district, after[i].district);
        ASSERT_EQ(before[i].my_number_card, after[i].my_number_card);
        ASSERT_EQ(before[i].smartphone, after[i].smartphone);
        ASSERT_EQ(before[i].condition, after[i].condition);
    }
}

}  // namespace
