// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/service/desk.h"
#include "sim/record/recorder.h"

// The city's two back ends behind the service for mother and child (services.md S43, S45), which
// alone know the city's own numbers of people. "city_numbers" is the register of residents; the
// section "child_health" gives out handbooks, holds check-ups and vaccinations, attaches the number
// to who asks, and gives back what stands under it.
//
//   slip.enter  request, slip, family, given, birth, district -> handbook.given handbook
//   data.ask    request, user, handbook [, birth, district]   -> data.told user, records
//   number.find request, family, given, birth, district       -> number.told number
//   number.check request, number                              -> number.told number, birth,
//   district
// Otherwise data.refused with a reason.
namespace model
{

struct CityPerson {
    std::string family, given, birth, district;
    bool moved = false;       // to another municipality
    bool protection = false;  // places are not told
};

struct CityRecord {
    std::string record, what, day, place;
    fw::Nanos entered{};
};

class CityNumbers final : public BackEnd
{
public:
    void enter(const std::string& number, const CityPerson& person);
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    const CityPerson* find(const std::string& number) const;

private:
    std::map<std::string, CityPerson> people_;                     // by number
    std::map<std::string, std::vector<std::string>> by_identity_;  // numbers
};

class ChildHealthOffice final : public BackEnd
{
public:
    ChildHealthOffice(std::uint64_t seed, fw::Nanos deadline, sim::Recorder& recorder);

    // Handbooks of earlier days, and what the city holds.
    void adopt(const std::string& handbook, const std::string& number);
    void hold(const std::string& number, const CityRecord& record);
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    // The number behind a handbook, for the bench's own rows and never for a message.
    std::string number_of(const std::string& handbook) const;
    const std::map<std::string, std::string>& handbooks() const { return numbers_; }

private:
    sim::Form enter_slip(const sim::Form& request, Line& line);
    sim::Form give_handbook(const std::string& slip, const std::string& number);
    sim::Form extract(const sim::Form& request, Line& line);
    sim::Form tell(const sim::Form& request, const sim::Form& person, fw::Nanos now);
    sim::Form refuse(const sim::Form& request, const std::string& reason, fw::Nanos now);

    std::uint64_t seed_;
    fw::Nanos deadline_;
    sim::Recorder& recorder_;
    std::map<std::string, std::string> numbers_;              // by handbook
    std::map<std::string, std::string> handbook_;             // by number
    std::map<std::string, std::string> slip_used_;            // by slip: the number
    std::map<std::string, std::vector<CityRecord>> records_;  // by number
};

}  // namespace model
