// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/people/everyone.h"

// Who takes the phone on the day to buy a pass, to let shops ask for it or to take that back; when,
// and what goes wrong. Drawn beforehand.
namespace model
{

enum class PassErrand : std::uint8_t { buy, agree, withdraw };

struct PassVisit {
    std::uint32_t resident = 0;
    fw::Nanos at{};
    PassErrand errand = PassErrand::buy;
    std::string product;                     // asked for
    bool agrees = false;                     // to perks as well, once the pass is bought
    bool pressed_twice = false;              // asks again although it was answered
    std::optional<std::uint32_t> copied_by;  // another member, whose phone sends the same request
};

// In order of time. Full members whose link stands when the day begins buy before their first ride
// or soon after they have boarded; light members of the day after they were at the counter. Only
// adults' cards are offered passes in the portal (*assumed*).
std::vector<PassVisit> draw_pass_plan(const sim::Scenario& scenario, const People& people,
                                      const std::vector<Resident>& residents,
                                      const std::vector<Attempt>& attempts = {});

}  // namespace model
