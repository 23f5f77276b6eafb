// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/evacuee_register.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("shelter.refused").set("reason", reason);
}

std::string said(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

}  // namespace

void EvacueeRegister::enter(const std::string& person, const std::string& identity,
                            std::uint32_t household, bool protection)
{
    people_[person] = {household, protection, 0, {}};
    by_identity_[identity].push_back(person);
}

sim::Form EvacueeRegister::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = said(request, "request");
    if (number.empty()) return refused("malformed");
    if (request.kind() == "shelter.list") return list(line.now());
    if (request.kind() == "family.ask") return tell(request);
    if (request.kind() != "shelter.arrive") return refused("malformed");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    return answers_[number] = arrive(request, line.now());
}

// By the card's name, or by name and birth date on paper; two who are alike are nobody.
std::string EvacueeRegister::person_of(const sim::Form& request) const
{
    if (request.text("person")) return *request.text("person");
    const auto found = by_identity_.find(
        identity(said(request, "family"), said(request, "given"), said(request, "birth")));
    return found == by_identity_.end() || found->second.size() != 1 ? "" : found->second.front();
}

sim::Form EvacueeRegister::arrive(const sim::Form& request, fw::Nanos now)
{
    const auto found = people_.find(person_of(request));
    if (found == people_.end()) return refused("unknown_person");
    Person& person = found->second;
    const std::int64_t shelter = request.number("shelter").value_or(0);
    const fw::Nanos at{request.number("at").value_or(0)};
    const char* effect = "older";
    if (person.shelter == 0 || at >= person.at) {
        effect = person.shelter == 0 ? "new" : person.shelter == shelter ? "again" : "moved";
        if (person.shelter != 0) --counts_[person.shelter];
        ++counts_[shelter];
        person.shelter = shelter;
        person.at = at;
    }
    recorder_.service(sim::ShelterBookRow{now.count, said(request, "request"), found->first,
                                          shelter, at.count, effect});
    return sim::Form("shelter.noted");
}

sim::Form EvacueeRegister::list(fw::Nanos now) const
{
    std::vector<std::string> counts;
    for (const auto& [shelter, people] : counts_)
        counts.push_back(std::to_string(shelter) + "/" + std::to_string(people));
    return sim::Form("shelter.listed").set("made", now.count).set("counts", counts);
}

sim::Form EvacueeRegister::tell(const sim::Form& request) const
{
    const auto asker = people_.find(said(request, "asker"));
    const auto sought = people_.find(said(request, "sought"));
    if (asker == people_.end() || sought == people_.end() ||
        asker->second.household != sought->second.household)
        return refused("not_family");
    if (sought->second.protection || sought->second.shelter == 0)
        return sim::Form("family.unknown");
    return sim::Form("family.told").set("shelter", sought->second.shelter);
}

}  // namespace model
