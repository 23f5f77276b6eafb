// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/plan.h"

#include <gtest/gtest.h>

#include "hil/certify/tests.h"
#include "tests/hil/certify/scripted_desk.h"

namespace hil
{
namespace
{

using Choice = Planned::Choice;

constexpr HandSkills virtual_desk{.plug = true, .garble = true};
constexpr HandSkills person{.plug = true, .garble = false};

TestSpec of(const char* test, fw::RfSet tech)
{
    TestSpec spec = spec_of(test, 1);
    spec.tech = tech;
    return spec;
}

Planned planned(const TestSpec& spec, const Device& device, const HandSkills& skills)
{
    Suite suite;
    suite.tests = {spec};
    return plan(suite, device, skills).at(0);
}

TEST(Plan, ADeclaredCapabilityWithACardForItIsTried)
{
    const Planned test =
        planned(of("selects", fw::RfSet::felica_212), ScriptedDesk().device, virtual_desk);
    EXPECT_EQ(test.choice, Choice::run);
    EXPECT_EQ(test.card, "card");
    EXPECT_EQ(test.name, "selects felica_212");
}

TEST(Plan, WhatIsNotDeclaredIsLeftOutWithTheReason)
{
    const Planned test =
        planned(of("selects", fw::RfSet::type_b), ScriptedDesk().device, virtual_desk);
    EXPECT_EQ(test.choice, Choice::left_out);
    EXPECT_EQ(test.reason, "desk-1 does not declare type_b");
}

TEST(Plan, WhatIsDeclaredAndThisDeskCannotTryIsUnproven)
{
    Device device = ScriptedDesk().device;
    device.claims |= set_of(Capability::type_b);
    const Planned test = planned(of("selects", fw::RfSet::type_b), device, virtual_desk);
    EXPECT_EQ(test.choice, Choice::unproven);
    EXPECT_EQ(test.reason, "no card of this desk is type_b");

    ScriptedDesk desk;
    desk.device = device;
    EXPECT_EQ(desk.certify_one(of("selects", fw::RfSet::type_b)).verdict, Verdict::inconclusive);
}

TEST(Plan, OnlyAVirtualReadersLineIsGarbled)
{
    const TestSpec spec = of("garbled_line", fw::RfSet::felica_212);
    EXPECT_EQ(planned(spec, ScriptedDesk().device, virtual_desk).choice, Choice::run);
    EXPECT_EQ(planned(spec, ScriptedDesk().device, person).choice, Choice::left_out);
}

TEST(Plan, OnlyABenchCardIsEverWrittenTo)
{
    Device device = ScriptedDesk().device;
    device.claims |= set_of(Capability::history);
    const TestSpec spec = of("write_refused", fw::RfSet::felica_212);
    EXPECT_EQ(planned(spec, device, virtual_desk).choice, Choice::left_out);
    device.claims |= set_of(Capability::bench_card);
    EXPECT_EQ(planned(spec, device, virtual_desk).choice, Choice::run);
}

TEST(Plan, OneTestOfTheTableWritesAndItNeedsABenchCard)
{
    for (const TestRow& row : all_tests())
        EXPECT_EQ(has(row.needs, Capability::bench_card),
                  std::string_view(row.name) == "write_refused")
            << row.name;
}

}  // namespace
}  // namespace hil
