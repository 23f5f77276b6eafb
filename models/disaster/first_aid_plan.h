// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// Who comes to a medic in a shelter when, and whose data changes meanwhile (services.md S65). Drawn
// beforehand from those who hold a My Number Card; a household is expected in one shelter or in
// none.
namespace model
{

enum class AidHitch : std::uint8_t { none, beyond_set, wrong_role, off_duty, late, no_card };

struct AidVisit {
    fw::Nanos at{};
    std::uint32_t resident = 0;
    std::int32_t tablet = 1;
    bool app = false;  // shows a code on the phone instead of the card
    AidHitch hitch = AidHitch::none;
};

// From `at` on this is somebody's newest data; who is expected or comes has a version 1 from the
// beginning.
struct AidVersion {
    fw::Nanos at{};
    std::uint32_t resident = 0;
    std::int64_t version = 1;
};

struct FirstAidPlan {
    std::vector<AidVisit> visits;      // by time
    std::vector<AidVersion> versions;  // by time
};

// ScenarioError when there is nobody to come.
FirstAidPlan draw_first_aid(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                            const std::vector<Attempt>& attempts = {});
const char* word_of(AidHitch hitch);
// The shelter that expects somebody, 0 for none, and the one a tablet stands in; from 1.
std::int64_t expecting_shelter(const sim::Scenario& scenario, std::uint32_t resident);
std::int64_t aid_shelter(const sim::FirstAid& rules, std::int32_t tablet);
std::string aid_name(std::uint64_t seed, std::uint32_t resident);

}  // namespace model
