// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// Who comes to the city's counter to register for the service for mother and child (services.md
// S43), when, and what goes wrong. Drawn beforehand from the city's residents of 18 to 44.
namespace model
{

enum class MotherHitch : std::uint8_t {
    none,
    lost_step,
    repeated_step,
    wrong_password,
    forgotten_password,
    other_phone
};

struct MotherVisit {
    std::int64_t number = 0;  // from 1
    std::uint32_t resident = 0;
    fw::Nanos arrives{};
    MotherHitch hitch = MotherHitch::none;
    int lost = 0, twice = 0;  // one of the ten steps, 0: none
    bool card = false;        // has a My Number Card with a signature certificate

    int times(int step) const { return step == lost ? 0 : step == twice ? 2 : 1; }
};

// In order of their arrival. ScenarioError when the city has too few women of that age.
std::vector<MotherVisit> draw_registrations(const sim::Scenario& scenario,
                                            const std::vector<Resident>& residents,
                                            const std::vector<Attempt>& attempts = {});
// Those who may come at all, in an order drawn once: the first of them come today, the next ones
// registered earlier.
std::vector<std::uint32_t> mothers_of(const sim::Scenario& scenario,
                                      const std::vector<Resident>& residents);

const char* word_of(MotherHitch hitch);

}  // namespace model
