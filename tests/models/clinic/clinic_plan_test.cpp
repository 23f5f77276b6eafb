// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/clinic_plan.h"

#include <gtest/gtest.h>

#include <set>

#include "models/clinic/insurance.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

constexpr std::int64_t second = 1'000'000'000;

sim::Scenario morning()
{
    sim::Scenario scenario;
    scenario.seed = 11;
    scenario.from = fw::Nanos{8 * 3600 * second};
    scenario.to = fw::Nanos{12 * 3600 * second};
    scenario.clinics.emplace();
    sim::Clinics& clinics = *scenario.clinics;
    clinics.institutions = 3;
    clinics.patients = 200;
    clinics.opens = fw::Nanos{9 * 3600 * second};
    clinics.cover = {200'000, 200'000, 200'000, 200'000, 1'000'000};
    clinics.mishaps = {100'000, 0, 0, 0, 0, 100'000};
    return scenario;
}

std::vector<Resident> holders(std::size_t count)
{
    Resident one;
    one.my_number_card = true;
    return std::vector<Resident>(count, one);
}

TEST(ClinicPlan, EverybodyComesOnceOrStandsInTheQueueAgainLater)
{
    const auto visits = draw_visits(morning(), holders(900));
    std::set<std::uint32_t> first;
    std::size_t again = 0;
    for (const ClinicVisit& one : visits)
        if (!first.insert(one.resident).second) ++again;
    EXPECT_EQ(first.size(), 600u);
    EXPECT_EQ(visits.size(), 600u + again);
    EXPECT_GT(again, 20u);
}

TEST(ClinicPlan, ImpostorsHoldTheCardOfSomebodyWhoIsNotThere)
{
    const auto visits = draw_visits(morning(), holders(900));
    std::set<std::uint32_t> there;
    for (const ClinicVisit& one : visits) there.insert(one.resident);
    std::size_t impostors = 0;
    for (const ClinicVisit& one : visits) {
        EXPECT_EQ(one.resident != one.claims, one.hitch == ClinicHitch::impostor);
        if (one.hitch != ClinicHitch::impostor) continue;
        EXPECT_FALSE(there.contains(one.claims));
        ++impostors;
    }
    EXPECT_GT(impostors, 30u);
}

TEST(ClinicPlan, RefusesMorePatientsThanPeople)
{
    EXPECT_THROW(draw_visits(morning(), holders(599)), sim::ScenarioError);
}

TEST(Insurance, ChangesAtItsMomentAndTheChartKnowsWhatWasBefore)
{
    const sim::Scenario scenario = morning();
    const Insurance insurance(scenario);
    std::size_t changing = 0;
    for (std::uint32_t who = 0; who < 200; ++who) {
        const auto covers = insurance.covers(who);
        if (covers.size() != 2 || covers[1].from < scenario.from) continue;
        const fw::Nanos at = covers[1].from;
        EXPECT_EQ(insurance.at(who, at - fw::Nanos{1}).insurer, insurance.on_chart(who));
        EXPECT_NE(insurance.at(who, at).insurer, insurance.on_chart(who));
        ++changing;
    }
    EXPECT_GT(changing, 10u);
}

TEST(Insurance, TellsWhoseCoverEndedFromWhoWasNeverEntered)
{
    const sim::Scenario scenario = morning();
    const Insurance insurance(scenario);
    std::set<std::string> states;
    for (std::uint32_t who = 0; who < 200; ++who) {
        const auto covers = insurance.covers(who);
        const InsuranceState one = insurance.at(who, scenario.to);
        states.insert(one.state);
        EXPECT_EQ(one.state == "unknown", covers.empty());
        EXPECT_EQ(one.state == "valid", one.insurer > 0);
    }
    EXPECT_EQ(states.size(), 3u);
}

}  // namespace

}  // namespace model
