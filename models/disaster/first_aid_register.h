// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "models/disaster/first_aid_rules.h"
#include "models/service/desk.h"
#include "sim/record/recorder.h"

// The back end "first_aid_data": medicines and previous illnesses for shelters (services.md S65).
// It opens one person's small set to the medic on duty, gives each tablet what has changed of the
// people its shelter expects, takes the log of what tablets showed without network, and tells each
// person of every look (P11). A look is logged once, however often it is told.
//
//   aid.open  request, person, medic, role, items           -> aid.set version, contents
//   aid.fetch request, shelter, since_ns [until_ns, after]  -> aid.changes made_ns, persons,
//                                                              versions, contents, more
//   aid.log   request, look, person, medic, role, at_ns, items, outcome -> aid.logged
//   aid.heard request, person                               -> aid.looks looks
// Otherwise aid.refused with a reason.
namespace model
{

class FirstAidRegister final : public BackEnd
{
public:
    FirstAidRegister(const sim::FirstAid& rules, sim::Recorder& recorder)
        : rules_(rules), recorder_(recorder)
    {
    }

    // In the order of time: from `at` on this version is the newest.
    void enter(fw::Nanos at, const std::string& person, std::int64_t shelter, std::int64_t version);
    void put_on_duty(const std::string& tablet, std::int64_t shelter)
    {
        shelters_[tablet] = shelter;
    }
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    struct Entry {
        fw::Nanos at{};
        std::string person;
        std::int64_t shelter = 0, version = 0;
    };

    sim::Form open(const sim::Form& request, const std::string& tablet, fw::Nanos now);
    sim::Form changes(const sim::Form& request, const std::string& tablet, fw::Nanos now) const;
    sim::Form note(const sim::Form& request, fw::Nanos now);
    sim::Form heard(const sim::Form& request) const;
    void log(const sim::AidLogRow& row);
    std::int64_t newest(const std::string& person, fw::Nanos now) const;  // 0: nobody

    const sim::FirstAid& rules_;
    sim::Recorder& recorder_;
    std::vector<Entry> entries_;                            // by time
    std::map<std::string, std::vector<std::size_t>> of_;    // entries, by person
    std::map<std::string, std::int64_t> shelters_;          // by tablet
    std::map<std::string, sim::Form> answers_;              // by request
    std::set<std::string> logged_;                          // looks
    std::map<std::string, std::vector<std::string>> seen_;  // looks, by person
};

}  // namespace model
