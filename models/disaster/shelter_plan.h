// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// Who comes to which shelter when, who goes on to another, and which relatives ask (services.md
// S50). Drawn beforehand.
namespace model
{

struct ShelterVisit {
    fw::Nanos at{};
    std::uint32_t resident = 0;
    std::int32_t tablet = 1;
    bool again = false;  // was received there before
};

struct FamilyAsk {
    fw::Nanos at{};
    std::uint32_t asker = 0, sought = 0;
};

struct ShelterPlan {
    std::vector<ShelterVisit> visits;  // by time
    std::vector<FamilyAsk> asks;       // by time
};

// ScenarioError when fewer people live there than come.
ShelterPlan draw_shelters(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                          const std::vector<Attempt>& attempts);
std::int64_t shelter_of(const sim::Shelters& shelters, std::int32_t tablet);
std::string evacuee_name(std::uint64_t seed, std::uint32_t resident);

}  // namespace model
