// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/checkup_store.h"

namespace model
{

namespace
{

sim::Form no_observation(const char* reason)
{
    return sim::Form("observation.refused").set("reason", reason);
}

}  // namespace

void CheckupStore::enter(const std::string& subject, fw::Nanos ready,
                         std::vector<CheckupResult> results)
{
    people_[subject] = {ready, std::move(results), {}};
}

sim::Form CheckupStore::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string subject = request.text("subject").value_or("");
    const auto found = people_.find(subject);
    if (found == people_.end()) return no_observation("unknown_person");
    if (request.kind() == "observation.read") return read(subject, found->second, line.now());
    const std::string use =
        request.text("domain").value_or("") + "/" + request.text("purpose").value_or("");
    if (request.kind() == "checkup.permit")
        found->second.until[use] = fw::Nanos{request.number("until_ns").value_or(0)};
    else if (request.kind() == "checkup.forbid")
        found->second.until.erase(use);
    else
        return no_observation("malformed");
    return sim::Form("checkup.noted");
}

sim::Form CheckupStore::read(const std::string& subject, const Person& person, fw::Nanos now)
{
    const auto consent = person.until.find("online_clinic/treatment");
    if (consent == person.until.end() || now >= consent->second)
        return no_observation("no_consent");
    if (now < person.ready) return no_observation("not_ready");
    std::vector<std::string> codes, values;
    for (const CheckupResult& one : person.results) {
        codes.push_back(one.code);
        values.push_back(std::to_string(one.value));
    }
    return sim::Form("observation.bundle")
        .set("subject", subject)
        .set("status", "final")
        .set("code", codes)
        .set("valueQuantity", values);
}

}  // namespace model
