// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/online_plan.h"

#include <gtest/gtest.h>

#include <set>

#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

constexpr std::int64_t online_second = 1'000'000'000;

sim::Scenario online_day()
{
    sim::Scenario scenario;
    scenario.seed = 7;
    scenario.from = fw::Nanos{8 * 3600 * online_second};
    scenario.to = fw::Nanos{18 * 3600 * online_second};
    sim::OnlineClinic& rules = scenario.online_clinic.emplace();
    rules.consultations = 200;
    rules.explanations = 100;
    rules.opens = fw::Nanos{13 * 3600 * online_second};
    rules.mishaps.other_person_ppm = 200'000;
    rules.mishaps.drop_ppm = 200'000;
    return scenario;
}

std::vector<Resident> people_with_phones(std::size_t count)
{
    Resident one;
    one.my_number_card = one.signature = one.smartphone = true;
    return std::vector<Resident>(count, one);
}

TEST(OnlinePlan, EverybodyBooksOneBeforeTheConsultationsBegin)
{
    const sim::Scenario scenario = online_day();
    std::set<std::uint32_t> people;
    for (const OnlineVisit& one : draw_online_visits(scenario, people_with_phones(500))) {
        EXPECT_TRUE(people.insert(one.resident).second);
        EXPECT_EQ(one.explanation, one.number > 200);
        EXPECT_LT(one.books, scenario.online_clinic->opens);
        EXPECT_EQ(one.results.size(), 3u);
    }
    EXPECT_EQ(people.size(), 300u);
}

TEST(OnlinePlan, OnlyWhoMixesUpTheCardsHoldsAnothersCard)
{
    std::size_t others = 0, drops = 0;
    for (const OnlineVisit& one : draw_online_visits(online_day(), people_with_phones(500))) {
        EXPECT_EQ(one.resident != one.claims, one.hitch == OnlineHitch::other_person);
        others += one.hitch == OnlineHitch::other_person;
        drops += one.hitch == OnlineHitch::drop;
    }
    EXPECT_GT(others, 30u);
    EXPECT_GT(drops, 30u);
}

TEST(OnlinePlan, ResultsOfAnExplanationComeWithinTheTimeGiven)
{
    const sim::Scenario scenario = online_day();
    for (const OnlineVisit& one : draw_online_visits(scenario, people_with_phones(500)))
        EXPECT_TRUE(one.explanation
                        ? scenario.from <= one.ready &&
                              one.ready < scenario.from + scenario.online_clinic->results_within
                        : one.ready < scenario.from);
}

TEST(OnlinePlan, RefusesMorePatientsThanPeopleWithCardAndPhone)
{
    EXPECT_THROW(draw_online_visits(online_day(), people_with_phones(299)), sim::ScenarioError);
}

TEST(OnlinePlan, ReadsItsOwnNamesOfAppointmentsAlone)
{
    EXPECT_EQ(appointment_number(appointment_name(17)), 17);
    EXPECT_EQ(appointment_number("visit-17"), 0);
    EXPECT_EQ(appointment_number("oc-"), 0);
}

TEST(OnlinePlan, WhoIsSentWantsAConsultationWithTheirOwnCardAndNoMishap)
{
    const std::vector<Attempt> attempts{{"ward", "online_clinic", 499, -1, "", {}},
                                        {"bare", "online_clinic", 498, -1, "no_phone", {}},
                                        {"ward", "clinic", 497, -1, "", {}}};
    const auto visits = draw_online_visits(online_day(), people_with_phones(500), attempts);
    ASSERT_EQ(visits.size(), 301u);
    EXPECT_EQ(visits.back().number, 301);
    EXPECT_EQ(visits.back().resident, 499u);
    EXPECT_EQ(visits.back().claims, 499u);
    EXPECT_FALSE(visits.back().explanation);
    EXPECT_EQ(visits.back().hitch, OnlineHitch::none);
}

}  // namespace

}  // namespace model
