// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/first_aid_register.h"

#include <algorithm>

namespace model
{

namespace
{

sim::Form aid_refused(const std::string& reason)
{
    return sim::Form("aid.refused").set("reason", reason);
}

std::string aid_said(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

}  // namespace

void FirstAidRegister::enter(fw::Nanos at, const std::string& person, std::int64_t shelter,
                             std::int64_t version)
{
    of_[person].push_back(entries_.size());
    entries_.push_back({at, person, shelter, version});
}

sim::Form FirstAidRegister::answer(const sim::Form& request, const std::string& from, Line& line)
{
    const std::string number = aid_said(request, "request");
    if (number.empty()) return aid_refused("malformed");
    if (request.kind() == "aid.fetch") return changes(request, from, line.now());
    if (request.kind() == "aid.log") return note(request, line.now());
    if (request.kind() == "aid.heard") return heard(request);
    if (request.kind() != "aid.open") return aid_refused("malformed");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    return answers_[number] = open(request, from, line.now());
}

std::int64_t FirstAidRegister::newest(const std::string& person, fw::Nanos now) const
{
    std::int64_t version = 0;
    if (const auto found = of_.find(person); found != of_.end())
        for (const std::size_t entry : found->second)
            if (entries_[entry].at <= now) version = entries_[entry].version;
    return version;
}

sim::Form FirstAidRegister::open(const sim::Form& request, const std::string& tablet, fw::Nanos now)
{
    const std::string person = aid_said(request, "person");
    const AidAsk ask{tablet, aid_said(request, "medic"), aid_said(request, "role"),
                     request.texts("items"), now};
    const std::int64_t version = newest(person, now);
    std::string why = aid_objection(rules_, ask);
    if (why.empty() && version == 0) why = "unknown_person";
    log({now.count, aid_said(request, "request"), person, ask.medic, ask.role, now.count,
         joined_words(ask.items), why.empty() ? "told" : why});
    if (!why.empty()) return aid_refused(why);
    return sim::Form("aid.set")
        .set("version", version)
        .set("contents", aid_contents(rules_.set, person, version));
}

// What became newest after `since_ns`, of the people whom the tablet's shelter expects: a page of
// them, by name; the next page has the same `until_ns` and goes on after the last name.
sim::Form FirstAidRegister::changes(const sim::Form& request, const std::string& tablet,
                                    fw::Nanos now) const
{
    const auto shelter = shelters_.find(tablet);
    if (shelter == shelters_.end() || shelter->second != request.number("shelter"))
        return aid_refused("not_on_duty");
    const fw::Nanos since{request.number("since_ns").value_or(-1)};
    const fw::Nanos until{std::min(now.count, request.number("until_ns").value_or(now.count))};
    const std::string after = aid_said(request, "after");
    std::map<std::string, std::int64_t> changed;
    for (const Entry& one : entries_)
        if (one.shelter == shelter->second && one.at > since && one.at <= until &&
            one.person > after)
            changed[one.person] = one.version;
    std::vector<std::string> persons, versions, contents;
    for (const auto& [person, version] : changed) {
        if (std::ssize(persons) == rules_.page) break;
        persons.push_back(person);
        versions.push_back(std::to_string(version));
        contents.push_back(aid_contents(rules_.set, person, version));
    }
    return sim::Form("aid.changes")
        .set("made_ns", until.count)
        .set("persons", persons)
        .set("versions", versions)
        .set("contents", contents)
        .set("more", persons.size() < changed.size());
}

sim::Form FirstAidRegister::note(const sim::Form& request, fw::Nanos now)
{
    log({now.count, aid_said(request, "look"), aid_said(request, "person"),
         aid_said(request, "medic"), aid_said(request, "role"), request.number("at_ns").value_or(0),
         joined_words(request.texts("items")), aid_said(request, "outcome")});
    return sim::Form("aid.logged");
}

void FirstAidRegister::log(const sim::AidLogRow& row)
{
    if (!logged_.insert(row.look).second) return;
    recorder_.service(row);
    if (row.outcome == "told") seen_[row.person].push_back(row.look);
}

sim::Form FirstAidRegister::heard(const sim::Form& request) const
{
    const auto found = seen_.find(aid_said(request, "person"));
    return sim::Form("aid.looks")
        .set("looks", found == seen_.end() ? std::vector<std::string>{} : found->second);
}

}  // namespace model
