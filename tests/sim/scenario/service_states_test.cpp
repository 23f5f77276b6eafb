// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/service_catalogue.h"

#include <gtest/gtest.h>

#include "tests/sim/scenario/temp_city.h"

namespace sim
{

namespace
{

const ServiceState& state(const std::vector<ServiceState>& states, const std::string& id)
{
    for (const ServiceState& one : states)
        if (id == one.service.id) return one;
    throw std::logic_error("no service " + id);
}

std::string scenario(const std::string& covers, const std::string& expect)
{
    return "scenario: x/one\ncovers: [" + covers + "]\nexpect: {" + expect + "}\n";
}

TEST(ServiceStates, AServiceIsCheckedWhenItsScenariosNameEveryOracleOfItsRow)
{
    TempCity files;
    files.write("a.yaml", scenario("S15, S11", "consent: \"== 0\", cells: \">= 1\""));
    const auto states = service_states(files.path(""));

    EXPECT_EQ(state(states, "S15").state, "checked");
    EXPECT_EQ(state(states, "S15").scenarios, (std::vector<std::string>{"x/one"}));
    EXPECT_EQ(state(states, "S11").state, "partly");
    EXPECT_EQ(state(states, "S11").wanting, (std::vector<std::string>{"O2", "O3"}));
    EXPECT_EQ(state(states, "S18").state, "no scenario");
    EXPECT_EQ(states.size(), 68U);
}

TEST(ServiceStates, WhatTheDocumentsOnlyNameIsNeverCalledChecked)
{
    TempCity files;
    files.write("a.yaml", scenario("S42", "consent: \"== 0\""));
    EXPECT_EQ(state(service_states(files.path("")), "S42").state, "named only");
    EXPECT_EQ(state(service_states(files.path("")), "S51").state, "no scenario");
}

TEST(ServiceStates, SeveralScenariosCountTogetherAndBudgetsCountForNothing)
{
    TempCity files;
    files.write("a.yaml", scenario("S15", "consent: \"== 0\", taps: \">= 1\""));
    EXPECT_EQ(state(service_states(files.path("")), "S15").state, "partly");
    files.write("b.yaml", scenario("S15", "cells: \">= 1\""));
    EXPECT_EQ(state(service_states(files.path("")), "S15").state, "checked");
}

TEST(ServiceStates, APropertyThatMustHaveBeenTestedNamesItsOracleAndNothingElseIsClaimed)
{
    TempCity files;
    files.write("a.yaml",
                scenario("S23", "checked: { quota_kept: \">= 1\", cells_right: \">= 1\" }"));
    const auto states = service_states(files.path(""));

    EXPECT_EQ(state(states, "S23").named, (std::vector<std::string>{"O10"}));
    EXPECT_EQ(state(states, "S23").wanting, (std::vector<std::string>{"O1", "O3"}));
}

TEST(ServiceStates, AServiceNobodyKnowsIsRefusedWithTheNearest)
{
    TempCity files;
    files.write("a.yaml", scenario("S1S", ""));
    try {
        service_states(files.path(""));
        FAIL();
    } catch (const ScenarioError& error) {
        EXPECT_TRUE(
            files.shortened(error.what()).starts_with("a.yaml:2:10: unknown service \"S1S\""))
            << error.what();
    }
}

}  // namespace

}  // namespace sim
