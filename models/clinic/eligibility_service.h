// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/clinic/insurance.h"
#include "models/identity/domain_names.h"
#include "models/service/desk.h"

// The back end "eligibility": the national service that tells clinics who is insured where just now
// (services.md S46). A card proves its holder, either by a signature after the PIN or by the
// certificate alone when the terminal has compared the face; the authority is asked about the
// certificate. Each clinic gets a name of its own for its patient and no serial number.
//
//   eligibility.begin   request                                   -> eligibility.challenge
//   challenge eligibility.check   request, clinic, challenge, serial, certificate, factor,
//   [signature] eligibility.recheck request, patient
//                                       -> eligibility.state patient, insurance, insurer, asked_ns
// Otherwise eligibility.refused with a reason; "away" while the service is closed.
namespace model
{

class EligibilityService final : public BackEnd
{
public:
    EligibilityService(const sim::Scenario& scenario, const Insurance& insurance,
                       DomainNames& names);

    void enter(const std::string& serial, std::uint32_t resident) { people_[serial] = resident; }
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    bool closed(fw::Nanos now) const;
    sim::Form begin(const std::string& number);
    sim::Form check(const sim::Form& request, Line& line);
    std::optional<sim::Form> authority(const sim::Form& request, Line& line) const;
    sim::Form state_of(const std::string& serial, const std::string& patient, fw::Nanos now) const;

    const sim::Clinics& rules_;
    const Insurance& insurance_;
    DomainNames& names_;
    sim::RngStream stream_;
    std::map<std::string, std::uint32_t> people_;    // by serial number
    std::map<std::string, std::string> challenges_;  // by request
    std::map<std::string, sim::Form> answers_;       // by request
};

// The domain in which a clinic names its patients.
inline std::string clinic_domain(std::int64_t clinic)
{
    return "clinic-" + std::to_string(clinic);
}

}  // namespace model
