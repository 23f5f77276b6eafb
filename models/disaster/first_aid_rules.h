// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/first_aid.h"

// When a medic may open an evacuee's small set without a PIN (services.md S65, P11): the same rule
// in the register and, while the network is away, on the tablet.
namespace model
{

struct AidAsk {
    std::string tablet, medic, role;
    std::vector<std::string> items;
    fw::Nanos at{};
};

// role | not_on_duty | shelter_closed | beyond_the_set, empty: may be opened.
std::string aid_objection(const sim::FirstAid& rules, const AidAsk& ask);
std::string medic_at(const std::string& tablet);  // who is on duty there
std::vector<std::string> aid_items(const sim::EmergencySet& set);
// The set as it is in one version of somebody's data: "item=value", blanks between them; invented.
std::string aid_contents(const sim::EmergencySet& set, const std::string& person,
                         std::int64_t version);
std::string joined_words(const std::vector<std::string>& words);

}  // namespace model
