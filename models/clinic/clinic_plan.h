// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/people/everyone.h"
#include "models/people/residents.h"

// Who comes to which clinic when in the morning, with whose card, and what goes wrong (services.md
// S46). Drawn beforehand: some stand at the door before it opens, the others come in a flow that
// thins out.
namespace model
{

enum class ClinicHitch : std::uint8_t {
    none,
    impostor,
    forgotten_pin,
    lifted_early,
    wrong_card,
    sent_again
};

const char* word_of(ClinicHitch hitch);

struct ClinicVisit {
    std::int64_t number = 0;  // from 1
    std::int32_t clinic = 1;
    fw::Nanos at{};
    std::uint32_t resident = 0;  // who truly comes
    std::uint32_t claims = 0;    // whose card it is
    bool card = false;           // holds a My Number Card
    bool by_face = false;        // else by PIN
    bool paper = false;          // has a certificate of insurance on paper
    ClinicHitch hitch = ClinicHitch::none;
    std::string department;
};

// By clinic and time. ScenarioError when fewer people live there than come.
std::vector<ClinicVisit> draw_visits(const sim::Scenario& scenario,
                                     const std::vector<Resident>& residents,
                                     const std::vector<Attempt>& attempts = {});

}  // namespace model
