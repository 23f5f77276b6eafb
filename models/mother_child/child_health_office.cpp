// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/child_health_office.h"

#include "models/people/person_names.h"
#include "sim/base/text_key.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("data.refused").set("reason", reason);
}

std::string said(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

std::string identity(const std::string& family, const std::string& given, const std::string& birth,
                     const std::string& district)
{
    return family + "/" + given + "/" + birth + "/" + district;
}

sim::Form told_of(const std::string& number, const CityPerson& person)
{
    return sim::Form("number.told")
        .set("number", number)
        .set("birth", person.birth)
        .set("district", person.district)
        .set("moved", person.moved)
        .set("protected", person.protection);
}

}  // namespace

void CityNumbers::enter(const std::string& number, const CityPerson& person)
{
    people_[number] = person;
    by_identity_[identity(person.family, person.given, person.birth, person.district)].push_back(
        number);
}

const CityPerson* CityNumbers::find(const std::string& number) const
{
    const auto found = people_.find(number);
    return found == people_.end() ? nullptr : &found->second;
}

// Two people may be alike in name, birth and district: then nobody is told who it is.
sim::Form CityNumbers::answer(const sim::Form& request, const std::string&, Line&)
{
    if (request.kind() == "number.check") {
        const std::string number = said(request, "number");
        const CityPerson* const person = find(number);
        return person ? told_of(number, *person) : refused("unknown_number");
    }
    if (request.kind() != "number.find") return refused("malformed");
    const auto found =
        by_identity_.find(identity(said(request, "family"), said(request, "given"),
                                   said(request, "birth"), said(request, "district")));
    if (found == by_identity_.end()) return refused("not_resident");
    if (found->second.size() > 1) return refused("ambiguous");
    return told_of(found->second.front(), *find(found->second.front()));
}

ChildHealthOffice::ChildHealthOffice(std::uint64_t seed, fw::Nanos deadline,
                                     sim::Recorder& recorder)
    : seed_(seed), deadline_(deadline), recorder_(recorder)
{
}

void ChildHealthOffice::adopt(const std::string& handbook, const std::string& number)
{
    numbers_[handbook] = number;
    handbook_[number] = handbook;
}

void ChildHealthOffice::hold(const std::string& number, const CityRecord& record)
{
    records_[number].push_back(record);
}

std::string ChildHealthOffice::number_of(const std::string& handbook) const
{
    const auto found = numbers_.find(handbook);
    return found == numbers_.end() ? "" : found->second;
}

sim::Form ChildHealthOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    if (request.kind() == "slip.enter" || request.kind() == "slip.again")
        return enter_slip(request, line);
    if (request.kind() == "data.ask") return extract(request, line);
    return refused("malformed");
}

sim::Form ChildHealthOffice::enter_slip(const sim::Form& request, Line& line)
{
    const std::string slip = said(request, "slip");
    if (slip.empty()) return refused("no_slip");
    sim::Form question("number.find");
    question.set("request", "find-" + said(request, "family") + said(request, "given"));
    for (const char* field : {"family", "given", "birth", "district"})
        question.set(field, said(request, field));
    const auto person = line.call("city_numbers", question, deadline_);
    if (!person) return refused("register_away");
    if (person->kind() != "number.told") return refused(said(*person, "reason"));
    return give_handbook(slip, said(*person, "number"));
}

// One handbook for a pregnancy, however many slips there are of it; a slip counts for one woman.
sim::Form ChildHealthOffice::give_handbook(const std::string& slip, const std::string& number)
{
    const auto used = slip_used_.emplace(slip, number).first;
    if (used->second != number) return refused("slip_used");
    auto known = handbook_.find(number);
    if (known == handbook_.end()) {
        adopt(hex_name(sim::RngStream(seed_, "handbook"), sim::key_of(number)), number);
        known = handbook_.find(number);
    }
    return sim::Form("handbook.given").set("handbook", known->second);
}

sim::Form ChildHealthOffice::refuse(const sim::Form& request, const std::string& reason,
                                    fw::Nanos now)
{
    recorder_.service(sim::CityExtractRow{now.count, said(request, "user"),
                                          said(request, "handbook"), "refused", reason, 0});
    return refused(reason);
}

// The handbook alone leads to the number; a name never does.
sim::Form ChildHealthOffice::extract(const sim::Form& request, Line& line)
{
    const auto number = numbers_.find(said(request, "handbook"));
    if (number == numbers_.end()) return refuse(request, "unknown_handbook", line.now());
    const auto person = line.call("city_numbers",
                                  sim::Form("number.check")
                                      .set("request", said(request, "request"))
                                      .set("number", number->second),
                                  deadline_);
    if (!person || person->kind() != "number.told")
        return refuse(request, "register_away", line.now());
    for (const char* fact : {"birth", "district"})
        if (request.text(fact) && *request.text(fact) != said(*person, fact))
            return refuse(request, "mismatch", line.now());
    if (person->flag("moved")) return refuse(request, "moved", line.now());
    return tell(request, *person, line.now());
}

sim::Form ChildHealthOffice::tell(const sim::Form& request, const sim::Form& person, fw::Nanos now)
{
    std::vector<std::string> all;
    const auto held = records_.find(said(person, "number"));
    if (held != records_.end())
        for (const CityRecord& one : held->second)
            if (one.entered <= now)
                all.push_back(one.record + "|" + one.what + "|" + one.day + "|" +
                              (person.flag("protected") ? "" : one.place));
    const std::string user = said(request, "user");
    recorder_.service(sim::CityExtractRow{now.count, user, said(request, "handbook"), "told", "",
                                          std::ssize(all)});
    return sim::Form("data.told").set("user", user).set("records", all);
}

}  // namespace model
