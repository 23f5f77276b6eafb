// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/service/desk.h"
#include "sim/record/recorder.h"

// The back end "evacuees": who is in which shelter (services.md S50). Everybody stands on the list
// once, where they were received last by the reception's clock; what comes twice or late changes
// nothing that is newer. Relatives of one household are told of each other, and of who is protected
// nobody is told more than of somebody who never came (P8).
//
//   shelter.arrive request, person | family, given, birth, shelter, at -> shelter.noted
//   shelter.list   request                                -> shelter.listed made, counts
//   family.ask     request, asker, sought                 -> family.told shelter | family.unknown
// Otherwise shelter.refused with a reason.
namespace model
{

class EvacueeRegister final : public BackEnd
{
public:
    explicit EvacueeRegister(sim::Recorder& recorder) : recorder_(recorder) {}

    // Somebody who may come, as the city's register was handed to the shelters beforehand.
    void enter(const std::string& person, const std::string& identity, std::uint32_t household,
               bool protection);
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

    static std::string identity(const std::string& family, const std::string& given,
                                const std::string& birth)
    {
        return family + "/" + given + "/" + birth;
    }

private:
    struct Person {
        std::uint32_t household = 0;
        bool protection = false;
        std::int64_t shelter = 0;  // 0: was not received
        fw::Nanos at{};
    };

    sim::Form arrive(const sim::Form& request, fw::Nanos now);
    std::string person_of(const sim::Form& request) const;
    sim::Form list(fw::Nanos now) const;
    sim::Form tell(const sim::Form& request) const;

    sim::Recorder& recorder_;
    std::map<std::string, Person> people_;  // by name
    std::map<std::string, std::vector<std::string>> by_identity_;
    std::map<std::string, sim::Form> answers_;     // by request
    std::map<std::int64_t, std::int64_t> counts_;  // by shelter
};

}  // namespace model
