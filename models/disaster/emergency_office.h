// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "models/disaster/emergency_plan.h"
#include "models/service/desk.h"
#include "sim/record/recorder.h"

// The register of emergency data and the emergency rooms of hospitals (services.md S47). Without a
// PIN it opens a fixed small set of data, only for a role that may, only for the crew on that call,
// and never more than the set; every request is logged, and the person hears of each opening
// afterwards (P11).
//
//   emergency.open  request, call, person, crew, role, items -> emergency.set values
//   emergency.heard request, person                          -> emergency.opened calls
//   emergency.send  request, call, values (to a hospital)    -> emergency.received
// Otherwise emergency.refused with a reason.
namespace model
{

class EmergencyOffice final : public BackEnd
{
public:
    EmergencyOffice(const sim::EmergencySet& set, sim::Recorder& recorder);

    void enter(const std::string& person) { people_.insert(person); }
    // From the dispatch of ambulances: which crew is on a call.
    void dispatch(std::int64_t call, const std::string& crew) { crews_[call] = crew; }
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    sim::Form open(const sim::Form& request, fw::Nanos now);
    std::string objection(const sim::Form& request) const;
    sim::Form heard(const sim::Form& request);

    const sim::EmergencySet& set_;
    sim::Recorder& recorder_;
    std::set<std::string> people_;
    std::map<std::int64_t, std::string> crews_;             // by call
    std::map<std::string, sim::Form> answers_;              // by request
    std::map<std::string, std::set<std::int64_t>> opened_;  // calls, by person
};

class EmergencyRoom final : public BackEnd
{
public:
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
};

// The set's items with an invented value each: "blood_group=..." for a person.
std::vector<std::string> emergency_values(const std::vector<std::string>& items,
                                          const std::string& person);

}  // namespace model
