// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/people/everyone.h"

// Who wants a consultation online, when they book it and for when, whose card they show, and what
// goes wrong (services.md S61). Drawn beforehand; everybody wants one at most.
namespace model
{

enum class OnlineHitch : std::uint8_t {
    none,
    stays_away,
    cancels,
    forgotten_pin,
    lifted_early,
    wrong_card,
    other_first,
    other_person,
    drop,
    lost,
    leaves,
    sent_again
};

const char* word_of(OnlineHitch hitch);

// A result of a check-up: LOINC code (systolic pressure, glycated haemoglobin, cholesterol) and
// value, both as FHIR R4 has them in an Observation.
struct CheckupResult {
    std::string code;
    std::int64_t value = 0;
};

struct OnlineVisit {
    std::int64_t number = 0;     // from 1
    bool explanation = false;    // of results, on the later day
    std::uint32_t resident = 0;  // who wants it
    std::uint32_t claims = 0;    // whose card is shown
    OnlineHitch hitch = OnlineHitch::none;
    fw::Nanos books{};                       // when
    std::int64_t wish = 0;                   // slot of the day, from 0
    fw::Nanos early{};                       // before the appointed time, with the phone in hand
    bool agrees = false, withdraws = false;  // the doctor sees results of check-ups
    std::int64_t drops_after = 0;            // beats of the talk
    fw::Nanos ready{};                       // results are there
    std::vector<CheckupResult> results;
};

const char* service_type(const OnlineVisit& visit);  // "consultation" | "explanation"
// "oc-17", as messages name an appointment, and back; 0: no such name.
std::string appointment_name(std::int64_t visit);
std::int64_t appointment_number(const std::string& name);

// ScenarioError when fewer people have a card and a phone than want one. Who is sent wants a
// consultation without a mishap of their own.
std::vector<OnlineVisit> draw_online_visits(const sim::Scenario& scenario,
                                            const std::vector<Resident>& residents,
                                            const std::vector<Attempt>& attempts = {});

}  // namespace model
