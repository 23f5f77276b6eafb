// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "models/city_id/id_plan.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

sim::Scenario people_scenario()
{
    sim::Scenario scenario;
    scenario.seed = 5;
    scenario.to = fw::Nanos{std::int64_t{10'800} * 1'000'000'000};
    scenario.city_id.emplace();
    sim::CityId& id = *scenario.city_id;
    id.registered = 200;
    id.issues = 50;
    id.proofs = 500;
    id.services = {
        {"shop",
         1'000'000,
         {1},
         {700'000},
         {{"low", {1}, {100'000}, {"face"}, {}}, {"high", {100'000}, {900'000}, {"phone"}, {}}}}};
    id.custody = {{.id = "secure_element", .level = 2, .share_ppm = 400'000, .source = {}},
                  {.id = "sub_sim", .level = 3, .share_ppm = 400'000, .source = {}},
                  {.id = "none", .level = 0, .share_ppm = 200'000, .source = {}}};
    id.changes = {200'000, 200'000, 100'000, 100'000, 500'000};
    id.at_tier_ppm = 400'000;
    return scenario;
}

std::vector<Resident> people_of(std::size_t count)
{
    Resident one;
    one.my_number_card = one.signature = one.smartphone = true;
    std::vector<Resident> all(count, one);
    all[3].signature = false;  // a child
    return all;
}

TEST(IdPeople, OnlyThoseWithBothCertificatesAndAPlaceForKeysHoldAnId)
{
    const sim::Scenario scenario = people_scenario();
    const std::vector<Resident> residents = people_of(600);
    const IdPeople people(scenario, residents);
    ASSERT_EQ(people.registered().size(), 200u);
    for (const std::uint32_t who : people.registered()) {
        EXPECT_NE(who, 3u);
        EXPECT_NE(people.person(who).custody, KeyCustody::none);
    }
    EXPECT_EQ(people.newcomers().size(), 50u);
    EXPECT_THROW(IdPeople(scenario, people_of(100)), sim::ScenarioError);
}

TEST(IdPeople, ARenewalGivesBothCertificatesNewSerialsAndAMoveThatForSignatures)
{
    const sim::Scenario scenario = people_scenario();
    const std::vector<Resident> residents = people_of(600);
    const IdPeople people(scenario, residents);
    std::set<std::string> seen, serials;
    for (const std::uint32_t who : people.registered()) {
        const IdPerson one = people.person(who);
        const std::string& why = one.sign[0].ends;
        seen.insert(why);
        EXPECT_EQ(one.sign.size(), why == "renewed" || why == "moved" ? 2u : 1u);
        EXPECT_EQ(one.auth.size(), why == "renewed" ? 2u : 1u);
        for (const auto* const all : {&one.auth, &one.sign})
            for (const IdCertificate& each : *all) EXPECT_TRUE(serials.insert(each.serial).second);
        if (one.sign.size() < 2) continue;
        EXPECT_EQ(one.sign_at(one.changed - fw::Nanos{1}).serial, one.sign[0].serial);
        EXPECT_EQ(one.sign_at(one.changed).serial, one.sign[1].serial);
    }
    EXPECT_EQ(seen, (std::set<std::string>{"", "renewed", "moved", "revoked", "expired"}));
}

TEST(IdPlan, SweepsAmountsAcrossTheLimitsThatTheSweepReaches)
{
    const sim::Scenario scenario = people_scenario();
    const std::vector<Resident> residents = people_of(600);
    const IdPeople people(scenario, residents);
    std::set<std::int64_t> beside;
    for (const PlannedProof& proof : draw_proofs(scenario, people)) {
        EXPECT_GE(proof.amount, 1);
        EXPECT_LE(proof.amount, 700'000);
        if (proof.amount >= 99'999 && proof.amount <= 100'001) beside.insert(proof.amount);
    }
    EXPECT_EQ(beside, (std::set<std::int64_t>{99'999, 100'000, 100'001}));
}

TEST(IdPlan, WhoBindsAgainComesAfterTheCertificatesHaveChanged)
{
    const sim::Scenario scenario = people_scenario();
    const std::vector<Resident> residents = people_of(600);
    const IdPeople people(scenario, residents);
    int again = 0;
    for (const PlannedIssue& issue : draw_issues(scenario, people, {})) {
        if (!issue.again) continue;
        ++again;
        EXPECT_GT(issue.at, people.person(issue.resident).changed);
    }
    EXPECT_GT(again, 10);
}

TEST(IdPlan, WhoIsSentProvesAnIdIfTheyMayHoldOneForAnAmountTheMethodIsMeantFor)
{
    sim::Scenario scenario = people_scenario();
    scenario.city_id->custody[2].level = 2;  // everybody's phone keeps keys
    std::vector<Resident> residents = people_of(600);
    residents[598].smartphone = false;
    const std::vector<Attempt> attempts{{"adult", "id_phone", 599, -1, "", {7}},
                                        {"child", "id_face", 3, -1, "", {8}},
                                        {"child", "id_card", 3, -1, "", {9}},
                                        {"bare", "id_phone", 598, -1, "no_phone", {9}}};
    const IdPeople people(scenario, residents, attempts);
    EXPECT_EQ(people.registered().size(), 201u);
    scenario.city_id->proofs = 0;
    const auto proofs = draw_proofs(scenario, people, attempts);
    ASSERT_EQ(proofs.size(), 3u);
    EXPECT_EQ(proofs[0].method, "phone");
    EXPECT_EQ(proofs[0].amount, 500'000);
    EXPECT_EQ(proofs[0].hitch, ProofHitch::none);
    EXPECT_EQ(proofs[1].hitch, ProofHitch::unknown);
    EXPECT_EQ(proofs[2].hitch, ProofHitch::none);
}

}  // namespace

}  // namespace model
