// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/clinic/online_plan.h"
#include "models/service/desk.h"

// The back end "checkups": results of check-ups, under names of its own, given to another domain
// while the person's consent for it and its purpose lives (services.md S61, P3). Fields are those
// of FHIR R4 Observation.
//
//   checkup.permit    subject, domain, purpose, until_ns  -> checkup.noted
//   checkup.forbid    subject, domain, purpose            -> checkup.noted
//   observation.read  subject   -> observation.bundle subject, status, code, valueQuantity
// Otherwise observation.refused: no_consent, not_ready, unknown_person.
namespace model
{

class CheckupStore final : public BackEnd
{
public:
    // Results are there from `ready` on.
    void enter(const std::string& subject, fw::Nanos ready, std::vector<CheckupResult> results);
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    struct Person {
        fw::Nanos ready{};
        std::vector<CheckupResult> results;
        std::map<std::string, fw::Nanos> until;  // consents, by domain and purpose
    };

    static sim::Form read(const std::string& subject, const Person& person, fw::Nanos now);

    std::map<std::string, Person> people_;  // by subject
};

}  // namespace model
