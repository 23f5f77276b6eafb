// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "hil/certify/tests.h"

namespace hil
{

namespace
{

struct Named {
    Capability capability;
    const char* word;
};
constexpr Named names[] = {
    {Capability::felica_212, "felica_212"}, {Capability::felica_424, "felica_424"},
    {Capability::type_b, "type_b"},         {Capability::type_a, "type_a"},
    {Capability::replug, "replug"},         {Capability::attribute, "attribute"},
    {Capability::history, "history"},       {Capability::gate, "gate"},
    {Capability::bench_card, "bench_card"},
};

CapabilitySet needs_of(const TestRow& row, const TestSpec& spec)
{
    const CapabilitySet tech = row.of_technology ? set_of(capability_of(spec.tech)) : 0;
    return static_cast<CapabilitySet>(row.needs | tech);
}

Planned left_out(Planned planned, Planned::Choice choice, std::string reason)
{
    planned.choice = choice;
    planned.reason = std::move(reason);
    return planned;
}

Planned planned_test(const TestSpec& spec, const TestRow& row, const Device& device,
                     const HandSkills& skills)
{
    using enum Planned::Choice;
    Planned planned{.spec = spec, .name = name_of(spec)};
    const auto missing = static_cast<CapabilitySet>(needs_of(row, spec) & ~device.claims);
    if (missing != 0)
        return hil::left_out(
            planned, left_out,
            fmt::format("{} does not declare {}", device.name, word_of(all_of(missing).front())));
    if (row.needs_garbling && !skills.garble)
        return hil::left_out(planned, left_out, "only a virtual reader's line can be garbled");
    if (has(row.needs, Capability::replug) && !skills.plug)
        return hil::left_out(planned, unproven, "nobody can pull the plug");
    if (!row.uses_card) return planned;
    const auto answers = [&](const DeskCard& card) {
        return has(card.claims, capability_of(spec.tech));
    };
    const auto card = std::find_if(device.cards.begin(), device.cards.end(), answers);
    if (card == device.cards.end())
        return hil::left_out(
            planned, unproven,
            fmt::format("no card of this desk is {}", word_of(capability_of(spec.tech))));
    planned.card = card->name;
    return planned;
}

}  // namespace

const char* word_of(Capability one)
{
    for (const Named& named : names)
        if (named.capability == one) return named.word;
    return "";
}

std::vector<Capability> all_of(CapabilitySet set)
{
    std::vector<Capability> all;
    for (const Named& named : names)
        if (has(set, named.capability)) all.push_back(named.capability);
    return all;
}

std::string name_of(const TestSpec& spec)
{
    const TestRow* row = find_test(spec.test);
    const bool tech = row != nullptr && row->of_technology;
    return tech ? fmt::format("{} {}", spec.test, word_of(capability_of(spec.tech))) : spec.test;
}

std::vector<Planned> plan(const Suite& suite, const Device& device, const HandSkills& skills)
{
    std::vector<Planned> tests;
    for (const TestSpec& spec : suite.tests)
        if (const TestRow* row = find_test(spec.test); row != nullptr)
            tests.push_back(planned_test(spec, *row, device, skills));
    return tests;
}

}  // namespace hil
