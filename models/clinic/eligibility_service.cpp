// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/eligibility_service.h"

#include "models/identity/card_proof.h"
#include "sim/base/text_key.h"

namespace model
{

namespace
{

sim::Form no_state(const std::string& reason)
{
    return sim::Form("eligibility.refused").set("reason", reason);
}

std::string given(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

}  // namespace

EligibilityService::EligibilityService(const sim::Scenario& scenario, const Insurance& insurance,
                                       DomainNames& names)
    : rules_(*scenario.clinics),
      insurance_(insurance),
      names_(names),
      stream_(scenario.seed, "eligibility challenge")
{
}

sim::Form EligibilityService::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = given(request, "request");
    if (number.empty()) return no_state("malformed");
    if (closed(line.now())) return no_state("away");
    if (request.kind() == "eligibility.begin") return begin(number);
    if (request.kind() == "eligibility.recheck") {
        const std::string patient = given(request, "patient");
        return state_of(names_.own_of(patient), patient, line.now());
    }
    if (request.kind() != "eligibility.check") return no_state("malformed");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    const sim::Form reply = check(request, line);
    return answers_.try_emplace(number, reply).first->second;
}

bool EligibilityService::closed(fw::Nanos now) const
{
    return rules_.closed_from <= now && now < rules_.closed_from + rules_.closed_for;
}

sim::Form EligibilityService::begin(const std::string& number)
{
    challenges_[number] = drawn_challenge(stream_, sim::key_of(number));
    return sim::Form("eligibility.challenge").set("challenge", challenges_[number]);
}

std::optional<sim::Form> EligibilityService::authority(const sim::Form& request, Line& line) const
{
    const bool signs = given(request, "factor") == "pin";
    sim::Form question(signs ? "certificate.check" : "certificate.status");
    question.set("serial", given(request, "serial"))
        .set("certificate", given(request, "certificate"))
        .set("want_birth", false);
    if (signs)
        question.set("challenge", given(request, "challenge"))
            .set("signature", given(request, "signature"));
    return line.call("validation", question, rules_.deadline);
}

sim::Form EligibilityService::check(const sim::Form& request, Line& line)
{
    const auto begun = challenges_.find(given(request, "request"));
    if (begun == challenges_.end() || begun->second != given(request, "challenge"))
        return no_state("foreign_proof");
    const auto facts = authority(request, line);
    if (!facts) return no_state("authority_away");
    if (!facts->flag("valid")) return no_state(facts->text("reason").value_or("malformed"));
    const std::string serial = given(request, "serial");
    const std::int64_t clinic = request.number("clinic").value_or(0);
    return state_of(serial, names_.name_in(clinic_domain(clinic), serial), line.now());
}

sim::Form EligibilityService::state_of(const std::string& serial, const std::string& patient,
                                       fw::Nanos now) const
{
    const auto person = people_.find(serial);
    if (person == people_.end()) return no_state("unknown_person");
    const InsuranceState one = insurance_.at(person->second, now);
    return sim::Form("eligibility.state")
        .set("patient", patient)
        .set("insurance", one.state)
        .set("insurer", one.insurer)
        .set("asked_ns", now.count);
}

}  // namespace model
