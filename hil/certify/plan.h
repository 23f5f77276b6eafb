// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/certify/hand.h"
#include "hil/certify/result.h"

// Which tests of a suite a device is put to, decided before any of them runs. A capability that is
// not declared leaves a test out; one that is declared and that this desk cannot try leaves it
// unproven.
namespace hil
{

struct Planned {
    enum class Choice : std::uint8_t { run, left_out, unproven };

    TestSpec spec;
    std::string name;
    Choice choice = Choice::run;
    std::string reason{};  // unless it runs
    std::string card{};    // of the desk; empty: none is used
};

std::vector<Planned> plan(const Suite& suite, const Device& device, const HandSkills& skills);

// "selects felica_212", or the test's name alone.
std::string name_of(const TestSpec& spec);

}  // namespace hil
