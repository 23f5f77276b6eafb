// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/emergency_office.h"

#include <algorithm>

#include "models/people/person_names.h"
#include "sim/base/text_key.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("emergency.refused").set("reason", reason);
}

std::string said(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

}  // namespace

std::vector<std::string> emergency_values(const std::vector<std::string>& items,
                                          const std::string& person)
{
    const std::uint64_t key = sim::key_of(person);
    std::vector<std::string> values;
    for (const std::string& item : items)
        values.push_back(item + "=" + drawn_name(sim::RngStream(key, item), 0, 3));
    return values;
}

EmergencyOffice::EmergencyOffice(const sim::EmergencySet& set, sim::Recorder& recorder)
    : set_(set), recorder_(recorder)
{
}

sim::Form EmergencyOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = said(request, "request");
    if (number.empty()) return refused("malformed");
    if (request.kind() == "emergency.heard") return heard(request);
    if (request.kind() != "emergency.open") return refused("malformed");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    return answers_[number] = open(request, line.now());
}

std::string EmergencyOffice::objection(const sim::Form& request) const
{
    const auto crew = crews_.find(request.number("call").value_or(0));
    const std::vector<std::string> asked = request.texts("items");
    const bool within = std::all_of(asked.begin(), asked.end(), [&](const std::string& item) {
        return std::any_of(set_.items.begin(), set_.items.end(),
                           [&](const sim::EmergencyItem& one) { return one.id == item; });
    });
    if (std::find(set_.roles.begin(), set_.roles.end(), said(request, "role")) == set_.roles.end())
        return "role";
    if (crew == crews_.end() || crew->second != said(request, "crew")) return "not_on_this_call";
    if (!within) return "beyond_the_set";
    return people_.contains(said(request, "person")) ? "" : "unknown_person";
}

sim::Form EmergencyOffice::open(const sim::Form& request, fw::Nanos now)
{
    const std::string why = objection(request);
    const std::string person = said(request, "person");
    const std::int64_t call = request.number("call").value_or(0);
    const std::vector<std::string> items = request.texts("items");
    recorder_.service(sim::EmergencyLogRow{now.count, call, person, said(request, "crew"),
                                           said(request, "role"), why.empty() ? joined(items) : "",
                                           why.empty() ? "told" : why});
    if (!why.empty()) return refused(why);
    opened_[person].insert(call);
    return sim::Form("emergency.set").set("values", emergency_values(items, person));
}

sim::Form EmergencyOffice::heard(const sim::Form& request)
{
    std::vector<std::string> calls;
    for (const std::int64_t call : opened_[said(request, "person")])
        calls.push_back(std::to_string(call));
    return sim::Form("emergency.opened").set("calls", calls);
}

sim::Form EmergencyRoom::answer(const sim::Form& request, const std::string&, Line&)
{
    const bool right = request.kind() == "emergency.send" && !request.texts("values").empty();
    return right ? sim::Form("emergency.received") : refused("malformed");
}

}  // namespace model
