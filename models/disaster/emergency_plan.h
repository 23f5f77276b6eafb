// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// Calls for an ambulance to people who cannot speak (services.md S47): when, to whom, how long each
// part takes, and what is wrong. Drawn beforehand; the whole way from the call to the hospital has
// the declared average.
namespace model
{

enum class EmergencyHitch : std::uint8_t { none, beyond_set, wrong_role, off_duty, no_card };

struct EmergencyCall {
    std::int64_t number = 0;                          // from 1
    fw::Nanos called{}, to_patient{}, to_hospital{};  // from the call; from the call
    std::int32_t ambulance = 1, hospital = 1;
    std::uint32_t resident = 0;
    EmergencyHitch hitch = EmergencyHitch::none;
    bool sent_again = false;
};

// By number. ScenarioError when there is nobody to fall ill.
std::vector<EmergencyCall> draw_calls(const sim::Scenario& scenario,
                                      const std::vector<Resident>& residents,
                                      const std::vector<Attempt>& attempts);
const char* word_of(EmergencyHitch hitch);
std::string patient_name(std::uint64_t seed, std::uint32_t resident);

}  // namespace model
